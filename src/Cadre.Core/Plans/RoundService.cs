using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans;

/// <summary>Opens rounds of planning and gives out their posts.</summary>
public sealed class RoundService(CadreDb db, FrameworkService frameworks, PlanReader reader, PlanBasisCache cache, RunService runs, TimeProvider clock)
{
    /// <summary>Opens a round of a framework: an allocation by the framework's own posts, a plan for each place, and a national run; the one that is open already stays.</summary>
    /// <exception cref="ArgumentException">There is no such framework.</exception>
    public async Task<PlanRound> OpenAsync(Guid frameworkId, Guid? person, int futures, CancellationToken cancellation)
    {
        if (await db.PlanRounds.FirstOrDefaultAsync(round => round.FrameworkId == frameworkId, cancellation) is { } open) return open;
        var framework = await frameworks.FindAsync(frameworkId, cancellation) ?? throw new ArgumentException($"There is no framework {frameworkId}.", nameof(frameworkId));
        var basis = cache.Of(framework);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var round = new PlanRound { FrameworkId = frameworkId, Name = framework.Title, OpenedUtc = now, Allocation = 1 };
        db.PlanRounds.Add(round);
        Allocate(round.Id, 1, AllocationRule.Framework, "The posts of the framework's central run", AllocationOrigin.Of(basis, AllocationRule.Framework), person, basis.Posts);
        foreach (var place in basis.Places.Select(place => basis.Model.Places[place]))
        {
            db.LocalPlans.Add(new LocalPlan { RoundId = round.Id, Place = place.Code, Name = place.Name, Members = place.Code, Region = basis.RegionOf(place.Code) });
        }

        db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = "PlanRoundOpened", Subject = $"round {round.Id}", Detail = $"{framework.Name}, {basis.Places.Count} places" });
        await db.SaveChangesAsync(cancellation);
        await runs.AddNationalAsync(round.Id, person, cancellation, futures);
        await transaction.CommitAsync(cancellation);
        runs.Wake();
        return round;
    }

    /// <summary>Shares the national expansion anew; plans that are open begin from it, versions that were submitted keep theirs.</summary>
    /// <exception cref="ArgumentException">There is no such round, or the rule needs what is not there.</exception>
    public async Task<int> AllocateAsync(Guid roundId, AllocationRule rule, IReadOnlyDictionary<string, double>? typed, string reason, Guid person, CancellationToken cancellation)
    {
        var found = await reader.RoundAsync(roundId, cancellation) ?? throw new ArgumentException($"There is no round {roundId}.", nameof(roundId));
        var basis = await reader.BasisAsync(found, cancellation);
        var (made, refused) = AllocationMaker.TryMake(basis, rule, typed);
        var posts = made ?? throw new ArgumentException(refused, nameof(rule));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.PlanRounds.Where(round => round.Id == roundId).ExecuteUpdateAsync(set => set.SetProperty(round => round.Allocation, round => round.Allocation + 1), cancellation);
        var number = await db.PlanRounds.Where(round => round.Id == roundId).Select(round => round.Allocation).FirstAsync(cancellation);
        Allocate(roundId, number, rule, reason, AllocationOrigin.Of(basis, rule), person, posts);
        await db.SaveChangesAsync(cancellation);
        await runs.AddNationalAsync(roundId, person, cancellation);
        await transaction.CommitAsync(cancellation);
        runs.Wake();
        return number;
    }

    /// <summary>The allocations of a round without their posts, the newest first.</summary>
    public Task<List<AllocationSummary>> AllocationsAsync(Guid round, CancellationToken cancellation) =>
        db.PlanAllocations.AsNoTracking().Where(allocation => allocation.RoundId == round).OrderByDescending(allocation => allocation.Number)
            .Select(allocation => new AllocationSummary(allocation.Number, allocation.Rule, allocation.Reason, allocation.CreatedUtc, allocation.PersonId) { SharedBy = allocation.SharedBy }).ToListAsync(cancellation);

    private void Allocate(Guid round, int number, AllocationRule rule, string reason, string sharedBy, Guid? person, PostsGrid posts)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.PlanAllocations.Add(new PlanAllocation { RoundId = round, Number = number, Rule = rule, Reason = reason, SharedBy = sharedBy, PersonId = person, CreatedUtc = now, Content = posts.ToText() });
        db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = "PostsAllocated", Subject = $"round {round}", Detail = $"allocation {number} by {rule}: {reason} ({sharedBy})" });
    }
}
