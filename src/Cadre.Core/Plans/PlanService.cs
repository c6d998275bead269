using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans;

/// <summary>Saves plans and moves them on: submitted, returned, approved, opened again. Who may is for the caller to ask (<see cref="PlanAccess"/>).</summary>
public sealed class PlanService(CadreDb db, PlanReader reader, RunService runs, TimeProvider clock)
{
    /// <summary>What somebody may do with plans.</summary>
    public async Task<PlanAccess> AccessAsync(Guid person, CancellationToken cancellation) =>
        new(await db.RoleGrants.AsNoTracking().Where(grant => grant.PersonId == person).ToListAsync(cancellation))
        {
            Contributions = await db.PlanContributors.AsNoTracking().Where(contributor => contributor.PersonId == person).ToListAsync(cancellation),
        };

    /// <summary>
    /// Saves sections, all of them or none. The plan's row is locked first, so that of two who save at once the second sees what the first saved, and none saves
    /// into a plan that was just submitted.
    /// </summary>
    public async Task<SaveOutcome> SaveAsync(SavePlanOptions options, CancellationToken cancellation)
    {
        var plan = await reader.PlanAsync(options.PlanId, cancellation) ?? throw new ArgumentException($"There is no plan {options.PlanId}.", nameof(options));
        var place = await reader.PlaceAsync(plan, null, cancellation) with { Sections = options.Sections.ToDictionary(section => section.Key, section => section.Value.Content) };
        if (place.Check() is { Count: > 0 } problems) return new SaveOutcome.HasProblems(problems);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var open = await db.LocalPlans.Where(item => item.Id == plan.Id && (item.State == PlanState.Draft || item.State == PlanState.Returned))
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Changes, item => item.Changes + 1), cancellation);
        if (open == 0 || await IsClosedAsync(plan.RoundId, cancellation)) return new SaveOutcome.NotOpen(await db.LocalPlans.Where(item => item.Id == plan.Id).Select(item => item.State).FirstAsync(cancellation));
        var now = await reader.SavedAsync(plan.Id, null, cancellation);
        PlanProblem[] unknown = [.. options.Sections.Where(section => section.Value.From != 0 && now.All(saved => saved.Section != section.Key)).Select(section => new PlanProblem(section.Key, null, "from", "Save", $"{section.Value.From}", "0: the section was never saved"))];
        if (unknown.Length > 0) return new SaveOutcome.HasProblems(unknown);
        PlanSection[] theirs = [.. now.Where(saved => options.Sections.TryGetValue(saved.Section, out var mine) && mine.From != saved.Number)];
        if (theirs.Length > 0) return new SaveOutcome.SavedByOthers(theirs);

        var numbers = new Dictionary<string, int>();
        foreach (var (section, (content, from)) in options.Sections)
        {
            var text = content.ToText();
            if ((now.FirstOrDefault(saved => saved.Section == section)?.Content ?? SectionContent.Empty(section).ToText()) == text)
            {
                numbers[section] = from;
                continue;
            }

            numbers[section] = from + 1;
            db.PlanSections.Add(new PlanSection { PlanId = plan.Id, Section = section, Number = from + 1, Content = text, SavedUtc = clock.GetUtcNow().UtcDateTime, PersonId = options.PersonId });
            Audit(options.PersonId, "PlanSectionSaved", plan.Id, $"{plan.Name}, {section}, save {from + 1}, {options.By}");
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new SaveOutcome.Saved(numbers);
    }

    /// <summary>Submits a plan as it stands and asks for a national run with it; nothing happens where something in it cannot stay.</summary>
    public async Task<SubmitOutcome> SubmitAsync(Guid planId, Guid person, CancellationToken cancellation)
    {
        var plan = await reader.PlanAsync(planId, cancellation) ?? throw new ArgumentException($"There is no plan {planId}.", nameof(planId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await runs.LockRoundAsync(plan.RoundId, cancellation);
        if (await IsClosedAsync(plan.RoundId, cancellation) || !await MoveAsync(planId, [PlanState.Draft, PlanState.Returned], PlanState.Submitted, cancellation)) return new SubmitOutcome.NotOpen(plan.State);
        if ((await reader.PlaceAsync(plan, null, cancellation)).Check() is { Count: > 0 } problems) return new SubmitOutcome.HasProblems(problems);
        var number = 1 + await db.PlanVersions.CountAsync(version => version.PlanId == planId, cancellation);
        db.PlanVersions.Add(new PlanVersion
        {
            PlanId = planId, Number = number, Sections = (await reader.NumbersAsync(planId, cancellation)).ToString(), Allocation = plan.Round.Allocation,
            ChangeReason = plan.ChangeReason, SubmittedUtc = clock.GetUtcNow().UtcDateTime, SubmittedBy = person,
        });
        Audit(person, "PlanSubmitted", planId, $"{plan.Name}, version {number}");
        await db.SaveChangesAsync(cancellation);
        var run = await runs.AddNationalAsync(plan.RoundId, person, cancellation);
        await transaction.CommitAsync(cancellation);
        runs.Wake();
        return new SubmitOutcome.Submitted(number, run.Id);
    }

    /// <summary>Returns the version of a plan that waits, with comments; it does not count in the nation any longer.</summary>
    /// <returns>Whether it was: false where another version waits, or none.</returns>
    public Task<bool> ReturnAsync(Guid planId, int version, Guid person, string comment, CancellationToken cancellation) =>
        DecideAsync(planId, version, person, PlanState.Returned, PlanVersionState.Returned, comment, "PlanReturned", cancellation);

    /// <summary>Approves the version of a plan that waits; the version approved before is superseded.</summary>
    /// <returns>Whether it was: false where another version waits, or none.</returns>
    public Task<bool> ApproveAsync(Guid planId, int version, Guid person, string comment, CancellationToken cancellation) =>
        DecideAsync(planId, version, person, PlanState.Approved, PlanVersionState.Approved, comment, "PlanApproved", cancellation);

    /// <summary>Opens an approved plan for a change; the approved version counts until another is submitted.</summary>
    /// <returns>Whether it was: false where it was not approved, or its round is closed.</returns>
    public async Task<bool> OpenAgainAsync(Guid planId, Guid person, string reason, CancellationToken cancellation)
    {
        var round = await db.LocalPlans.Where(plan => plan.Id == planId).Select(plan => plan.RoundId).FirstOrDefaultAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await runs.LockRoundAsync(round, cancellation);
        if (await IsClosedAsync(round, cancellation)) return false;
        var moved = await db.LocalPlans.Where(plan => plan.Id == planId && plan.State == PlanState.Approved)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Draft).SetProperty(plan => plan.ChangeReason, reason).SetProperty(plan => plan.Changes, plan => plan.Changes + 1), cancellation);
        if (moved == 0) return false;
        Audit(person, "PlanOpenedAgain", planId, reason);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }


    /// <summary>Names of people by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> people, CancellationToken cancellation)
    {
        Guid[] ids = [.. people.Distinct()];
        return await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
    }

    private async Task<bool> DecideAsync(Guid planId, int version, Guid person, PlanState to, PlanVersionState decision, string comment, string what, CancellationToken cancellation)
    {
        var plan = await reader.PlanAsync(planId, cancellation) ?? throw new ArgumentException($"There is no plan {planId}.", nameof(planId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await runs.LockRoundAsync(plan.RoundId, cancellation);
        if (await IsClosedAsync(plan.RoundId, cancellation) || !await MoveAsync(planId, [PlanState.Submitted], to, cancellation)) return false;
        var versions = await db.PlanVersions.Where(version => version.PlanId == planId).OrderByDescending(version => version.Number).ToListAsync(cancellation);
        var decided = versions[0];
        if (decided.Number != version) return false;
        (decided.State, decided.DecidedUtc, decided.DecidedBy, decided.Comment) = (decision, clock.GetUtcNow().UtcDateTime, person, comment);
        if (decision == PlanVersionState.Approved)
        {
            foreach (var earlier in versions.Skip(1).Where(version => version.State == PlanVersionState.Approved))
                earlier.State = PlanVersionState.Superseded;
        }

        Audit(person, what, planId, $"{plan.Name}, version {decided.Number}");
        await db.SaveChangesAsync(cancellation);
        if (to == PlanState.Returned) await runs.AddNationalAsync(plan.RoundId, person, cancellation);
        await transaction.CommitAsync(cancellation);
        runs.Wake();
        return true;
    }

    /// <summary>Moves a plan on where it stands in one of some states; its row stays locked until the transaction ends.</summary>
    private async Task<bool> MoveAsync(Guid planId, PlanState[] from, PlanState to, CancellationToken cancellation) =>
        await db.LocalPlans.Where(plan => plan.Id == planId && from.Contains(plan.State))
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, to).SetProperty(plan => plan.Changes, plan => plan.Changes + 1), cancellation) == 1;

    private Task<bool> IsClosedAsync(Guid round, CancellationToken cancellation) => db.PlanRounds.AnyAsync(item => item.Id == round && item.ClosedUtc != null, cancellation);

    private void Audit(Guid? person, string what, Guid plan, string detail) =>
        db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = person, What = what, Subject = $"plan {plan}", Detail = detail });
}
