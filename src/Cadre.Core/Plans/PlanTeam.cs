using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans;

/// <summary>Who helps with a plan: contributors, who save sections of it, and partners, who sign it. Who may name or sign is for the caller to ask (<see cref="PlanAccess"/>).</summary>
public sealed class PlanTeam(CadreDb db, PlanReader reader, TimeProvider clock)
{
    /// <summary>What a contributor can be named for: each part of a plan by its name, posts as one.</summary>
    public static readonly IReadOnlyList<string> Parts = [PlanContributor.Posts, .. SectionName.Others];

    /// <summary>The contributors of a plan by name, and who named each.</summary>
    public async Task<IReadOnlyList<(PlanContributor Contributor, Person Person, string NamedBy)>> ContributorsAsync(Guid plan, CancellationToken cancellation) =>
    [
        .. (await (from contributor in db.PlanContributors.AsNoTracking()
                   join person in db.Users.AsNoTracking() on contributor.PersonId equals person.Id
                   join namer in db.Users.AsNoTracking() on contributor.NamedBy equals namer.Id
                   where contributor.PlanId == plan
                   orderby person.Name
                   select new { contributor, person, namer.Name }).ToListAsync(cancellation)).Select(item => (item.contributor, item.person, item.Name)),
    ];

    /// <summary>The people whose e-mail address, or whole name, is what somebody typed.</summary>
    public async Task<IReadOnlyList<Person>> FindAsync(string typed, CancellationToken cancellation)
    {
        var text = typed.Trim();
        return [.. (await db.Users.AsNoTracking().Where(person => person.LockedUtc == null).ToListAsync(cancellation)).Where(person => IsOf(person, text))];
    }

    /// <summary>Names a contributor of a plan, or says anew which sections they save.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="person">The contributor.</param>
    /// <param name="parts">Some of <see cref="Parts"/>, or <see cref="PlanContributor.All"/> alone.</param>
    /// <param name="by">Who names them.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether they were: false where the round is closed or another plan carries this one on.</returns>
    /// <exception cref="ArgumentException">There is no such part, or none.</exception>
    public async Task<bool> NameAsync(LocalPlan plan, Person person, IReadOnlyList<string> parts, Guid by, CancellationToken cancellation)
    {
        if (parts.Count == 0 || (!parts.All(Parts.Contains) && parts is not [PlanContributor.All])) throw new ArgumentException($"Expected parts of a plan: {string.Join(' ', parts)}.", nameof(parts));
        var sections = string.Join(' ', parts);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await LockAsync(plan, cancellation)) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        var named = await db.PlanContributors.FirstOrDefaultAsync(contributor => contributor.PlanId == plan.Id && contributor.PersonId == person.Id, cancellation);
        if (named is null) db.PlanContributors.Add(new PlanContributor { PlanId = plan.Id, PersonId = person.Id, Sections = sections, NamedBy = by, NamedUtc = now });
        else (named.Sections, named.NamedBy, named.NamedUtc) = (sections, by, now);
        Audit(by, now, "ContributorNamed", plan, $"{plan.Name}: {person.Name}, {sections}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Takes a contributor from a plan; what they saved stays.</summary>
    /// <returns>Whether they were one.</returns>
    public async Task<bool> RemoveAsync(LocalPlan plan, Guid person, Guid by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Whoever names them at the same time, or carries the plan on, comes before this or after it; of a closed round they are taken too.
        await db.PlanRounds.Where(round => round.Id == plan.RoundId).ExecuteUpdateAsync(set => set.SetProperty(round => round.Allocation, round => round.Allocation), cancellation);
        if (await db.PlanContributors.Where(contributor => contributor.PlanId == plan.Id && contributor.PersonId == person).ExecuteDeleteAsync(cancellation) == 0) return false;
        var name = await db.Users.Where(user => user.Id == person).Select(user => user.Name).FirstAsync(cancellation);
        Audit(by, clock.GetUtcNow().UtcDateTime, "ContributorRemoved", plan, $"{plan.Name}: {name}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Signs a plan as a partner, as it stands.</summary>
    /// <returns>Whether it was signed: false where its round is closed or another plan carries it on.</returns>
    public async Task<bool> SignAsync(LocalPlan plan, Guid person, string organisation, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await LockAsync(plan, cancellation)) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        var (sections, allocation) = await StandsAsync(plan.Id, cancellation);
        db.PlanSignatures.Add(new PlanSignature { PlanId = plan.Id, PersonId = person, SignedUtc = now, Organisation = organisation, Sections = sections, Allocation = allocation });
        Audit(person, now, "PlanSigned", plan, organisation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The signatures of a plan, the newest first, with the name of who signed and what changed since, in a sentence; empty for nothing.</summary>
    public async Task<IReadOnlyList<(PlanSignature Signature, string Person, string Since)>> SignaturesAsync(Guid planId, CancellationToken cancellation)
    {
        var (sections, allocation) = await StandsAsync(planId, cancellation);
        var signed = await (from signature in db.PlanSignatures.AsNoTracking()
                            join person in db.Users.AsNoTracking() on signature.PersonId equals person.Id
                            where signature.PlanId == planId
                            orderby signature.SignedUtc descending
                            select new { signature, person.Name }).ToListAsync(cancellation);
        return [.. signed.Select(item => (item.signature, item.Name, Since(item.signature, sections, allocation)))];
    }

    /// <summary>Carries contributors of plans over to one that carries these on, for all sections that they had in one of them.</summary>
    internal static async Task CarryOnAsync(CadreDb db, IReadOnlyList<LocalPlan> plans, LocalPlan successor, CancellationToken cancellation)
    {
        Guid[] ids = [.. plans.Select(plan => plan.Id)];
        var all = await db.PlanContributors.AsNoTracking().Where(contributor => ids.Contains(contributor.PlanId)).ToListAsync(cancellation);
        db.PlanContributors.AddRange(all.GroupBy(contributor => contributor.PersonId).Select(named =>
        {
            string[] parts = [.. named.SelectMany(one => one.Sections.Split(' ')).Distinct()];
            var last = named.MaxBy(one => one.NamedUtc)!;
            return new PlanContributor { PlanId = successor.Id, PersonId = named.Key, Sections = parts.Contains(PlanContributor.All) ? PlanContributor.All : string.Join(' ', Parts.Where(parts.Contains)), NamedBy = last.NamedBy, NamedUtc = last.NamedUtc };
        }));
    }

    /// <summary>Locks a plan for the transaction that is open, its round first as whoever moves it on does: until it ends the round stays open, and no other plan carries it on.</summary>
    /// <returns>False where the round is closed or another plan carries it on already.</returns>
    private async Task<bool> LockAsync(LocalPlan plan, CancellationToken cancellation) =>
        await db.PlanRounds.Where(round => round.Id == plan.RoundId && round.ClosedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(round => round.Allocation, round => round.Allocation), cancellation) == 1
        && await db.LocalPlans.Where(item => item.Id == plan.Id && item.State != PlanState.Superseded).ExecuteUpdateAsync(set => set.SetProperty(item => item.Changes, item => item.Changes), cancellation) == 1;

    private static bool IsOf(Person person, string text) => string.Equals(person.Email, text, StringComparison.OrdinalIgnoreCase) || string.Equals(person.Name, text, StringComparison.OrdinalIgnoreCase);

    private static string Since(PlanSignature signature, string sections, int allocation)
    {
        string[] changed =
        [
            .. signature.Sections != sections ? (string[])["what it says"] : [],
            .. signature.Allocation is { } signed && signed != allocation ? (string[])[$"what it begins from: allocation {allocation} in the place of {signed}"] : [],
        ];
        return changed.Length > 0 ? $"The plan has changed since: {string.Join(", and ", changed)}." : "";
    }

    /// <summary>The saves and the allocation that a plan is made of now: those of its round while it is open, those of its newest version once it was submitted.</summary>
    private async Task<(string Sections, int Allocation)> StandsAsync(Guid planId, CancellationToken cancellation)
    {
        var plan = await reader.PlanAsync(planId, cancellation) ?? throw new ArgumentException($"There is no plan {planId}.", nameof(planId));
        var version = plan.IsOpen ? null : (await reader.VersionsAsync(planId, cancellation)).FirstOrDefault();
        return ((await reader.NumbersAsync(planId, cancellation)).ToString(), version?.Allocation ?? plan.Round.Allocation);
    }

    private void Audit(Guid person, DateTime now, string what, LocalPlan plan, string detail) =>
        db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = what, Subject = $"plan {plan.Id}", Detail = detail });
}
