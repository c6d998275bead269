using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Frameworks.Reading;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans;

/// <summary>Opens rounds of planning and gives out their posts.</summary>
public sealed class RoundService(CadreDb db, FrameworkService frameworks, PlanReader reader, PlanBasisCache cache, RunService runs, TimeProvider clock)
{
    /// <summary>Opens a round of a framework: an allocation by the framework's own posts, a plan for each place, and a national run; the one that is open already stays.</summary>
    /// <exception cref="ArgumentException">There is no such framework.</exception>
    public async Task<PlanRound> OpenAsync(Guid frameworkId, Guid? person, int futures, CancellationToken cancellation)
    {
        if (await FindAsync(frameworkId, cancellation) is { } open) return open;
        var framework = await frameworks.FindAsync(frameworkId, cancellation) ?? throw new ArgumentException($"There is no framework {frameworkId}.", nameof(frameworkId));
        try
        {
            return await OpenAsync(frameworkId, framework, person, futures, cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else may have opened it at the same time and been first.
            db.ChangeTracker.Clear();
            if (await FindAsync(frameworkId, cancellation) is { } first) return first;
            throw;
        }
    }

    private Task<PlanRound?> FindAsync(Guid framework, CancellationToken cancellation) => db.PlanRounds.FirstOrDefaultAsync(round => round.FrameworkId == framework, cancellation);

    private async Task<PlanRound> OpenAsync(Guid frameworkId, Framework framework, Guid? person, int futures, CancellationToken cancellation)
    {
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
    /// <param name="roundId">The round.</param>
    /// <param name="from">Number of the allocation that was in force when this one was looked at.</param>
    /// <param name="rule">How posts are shared.</param>
    /// <param name="typed">Shares, where they are typed.</param>
    /// <param name="reason">Why.</param>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops it; nothing was allocated.</param>
    /// <returns>Its number; null where somebody allocated since, or the round is closed, and nothing was done.</returns>
    /// <exception cref="ArgumentException">There is no such round, or the rule needs what is not there.</exception>
    public async Task<int?> AllocateAsync(Guid roundId, int from, AllocationRule rule, IReadOnlyDictionary<string, double>? typed, string reason, Guid person, CancellationToken cancellation)
    {
        var found = await reader.RoundAsync(roundId, cancellation) ?? throw new ArgumentException($"There is no round {roundId}.", nameof(roundId));
        var basis = await reader.BasisAsync(found, cancellation);
        var (made, refused) = AllocationMaker.TryMake(basis, rule, typed);
        var posts = made ?? throw new ArgumentException(refused, nameof(rule));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var number = from + 1;
        if (await db.PlanRounds.Where(round => round.Id == roundId && round.Allocation == from && round.ClosedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(round => round.Allocation, number), cancellation) == 0) return null;
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

    /// <summary>Closes a round: its plans are to be read alone, until it is opened again.</summary>
    /// <returns>Whether it was: false where it is closed already.</returns>
    public Task<bool> CloseAsync(Guid round, Guid person, string reason, CancellationToken cancellation) => SetClosedAsync(round, person, isClosed: true, reason, cancellation);

    /// <summary>Opens a round that was closed; its plans stand as they stood.</summary>
    /// <returns>Whether it was: false where it is not closed.</returns>
    public Task<bool> OpenAgainAsync(Guid round, Guid person, string reason, CancellationToken cancellation) => SetClosedAsync(round, person, isClosed: false, reason, cancellation);

    private async Task<bool> SetClosedAsync(Guid round, Guid person, bool isClosed, string reason, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var set = await db.PlanRounds.Where(item => item.Id == round && (item.ClosedUtc != null) != isClosed).ExecuteUpdateAsync(
            to => to.SetProperty(item => item.ClosedUtc, isClosed ? now : null).SetProperty(item => item.ClosedBy, isClosed ? person : null).SetProperty(item => item.CloseReason, isClosed ? reason : ""), cancellation);
        if (set == 0) return false;
        // Whoever saves a plan has locked its row first and looks at the round then: a save comes before this, or finds the round closed.
        await db.LocalPlans.Where(plan => plan.RoundId == round).ExecuteUpdateAsync(to => to.SetProperty(plan => plan.Changes, plan => plan.Changes + 1), cancellation);
        db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = isClosed ? "PlanRoundClosed" : "PlanRoundOpenedAgain", Subject = $"round {round}", Detail = reason });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private void Allocate(Guid round, int number, AllocationRule rule, string reason, string sharedBy, Guid? person, PostsGrid posts)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.PlanAllocations.Add(new PlanAllocation { RoundId = round, Number = number, Rule = rule, Reason = reason, SharedBy = sharedBy, PersonId = person, CreatedUtc = now, Content = posts.ToText() });
        db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = "PostsAllocated", Subject = $"round {round}", Detail = $"allocation {number} by {rule}: {reason} ({sharedBy})" });
    }
}
