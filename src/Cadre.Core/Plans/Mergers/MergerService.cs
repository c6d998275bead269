using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.People;
using Cadre.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans.Mergers;

/// <summary>Carries plans of places that merge on as one plan, and shows that nothing is lost.</summary>
public sealed class MergerService(CadreDb db, PlanReader reader, RunService runs, TimeProvider clock)
{
    /// <summary>What becomes of the places of a round, by successor; those whose successor is not known last.</summary>
    public async Task<IReadOnlyList<PlaceChange>> ChangesAsync(PlanRound round, CancellationToken cancellation)
    {
        var basis = await reader.BasisAsync(round, cancellation);
        var plans = await reader.PlansAsync(round.Id, cancellation);
        var planned = plans.ToDictionary(plan => plan.Place);
        return
        [
            .. basis.Framework.Successors.GroupBy(row => (row.Code, row.Code.Length == 0 ? row.Place : "")).OrderBy(rows => rows.Key.Code.Length == 0).Select(rows =>
            {
                var first = rows.First();
                var carried = rows.Key.Code.Length > 0 && planned.TryGetValue(first.Code, out var found) ? found : null;
                return new PlaceChange(
                    first.Code, first.Name.Length > 0 ? first.Name : first.Code, first.On, [.. rows.Select(row => (row, planned.GetValueOrDefault(row.Place)))],
                    carried is not null && basis.PlaceOf(carried.Place) is null ? carried : null, WhyNot(basis, [.. rows.Select(row => row.Place)], first.Code, planned));
            }),
        ];
    }

    /// <summary>The one plan that some would become, beside them, as they were last saved.</summary>
    public async Task<MergerBridge> BridgeAsync(PlanRound round, IReadOnlyList<LocalPlan> plans, LocalPlan? carried, CancellationToken cancellation)
    {
        var before = new List<(string Name, PlannedPlace Place)>();
        foreach (var plan in plans)
            before.Add((plan.Name, await reader.PlaceAsync(plan, null, cancellation)));
        var after = carried is null ? PlanMerge.Of(await reader.AllocationAsync(round.Id, round.Allocation, cancellation), before) : await reader.PlaceAsync(carried, null, cancellation);
        return MergerBridge.Of([.. before.Select(part => part.Place)], after);
    }

    /// <summary>
    /// Carries out a merger: a plan of the successor with every section of the plans before, and, where some of these counted in the nation, a version that
    /// counts as they did. The plans before stay as they are to be read.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such round.</exception>
    public async Task<MergeOutcome> MergeAsync(MergeOptions options, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The round's row is locked first: two who merge at once go one after the other.
        await db.PlanRounds.Where(item => item.Id == options.RoundId).ExecuteUpdateAsync(set => set.SetProperty(item => item.Name, item => item.Name), cancellation);
        var round = await reader.RoundAsync(options.RoundId, cancellation) ?? throw new ArgumentException($"There is no round {options.RoundId}.", nameof(options));
        var changes = await ChangesAsync(round, cancellation);
        if (Refusal(changes, options) is { } refused) return new MergeOutcome.Refused(refused);
        var change = changes.First(item => item.Code == options.Successor);
        var places = change.Plans.Select(row => row.Row.Place).Concat(options.Added).ToArray();
        await db.LocalPlans.Where(plan => plan.RoundId == round.Id && places.Contains(plan.Place)).ExecuteUpdateAsync(set => set.SetProperty(plan => plan.Changes, plan => plan.Changes + 1), cancellation);
        var plans = (await reader.PlansAsync(round.Id, cancellation)).Where(plan => places.Contains(plan.Place)).OrderBy(plan => Array.IndexOf(places, plan.Place)).ToList();
        var (draft, counted, allocation) = await PartsAsync(round, plans, cancellation);
        if (draft.Check().Concat(counted?.Check() ?? []).FirstOrDefault() is { } problem) return new MergeOutcome.Refused($"The plans do not fit into one. {problem.Text}.");

        var successor = new LocalPlan
        {
            RoundId = round.Id, Place = change.Code, Name = change.Name, Members = string.Join(' ', plans.SelectMany(plan => plan.MemberCodes)), Region = plans[0].Region,
            State = plans.All(plan => plan.State == PlanState.Approved) ? PlanState.Approved : PlanState.Draft,
        };
        await AddAsync(successor, plans, draft, counted, allocation, options, cancellation);
        await runs.AddNationalAsync(round.Id, options.PersonId, cancellation);
        await transaction.CommitAsync(cancellation);
        runs.Wake();
        return new MergeOutcome.Merged(successor);
    }

    /// <summary>The one plan as last saved, and as what counted of each had it (null where nothing did) with the allocation that this begins from.</summary>
    private async Task<(PlannedPlace Draft, PlannedPlace? Counted, int Allocation)> PartsAsync(PlanRound round, List<LocalPlan> plans, CancellationToken cancellation)
    {
        var versions = await reader.CountedAsync(round.Id, cancellation);
        var (drafts, counts) = (new List<(string, PlannedPlace)>(), new List<(string, PlannedPlace)>());
        var now = await reader.AllocationAsync(round.Id, round.Allocation, cancellation);
        foreach (var plan in plans)
        {
            drafts.Add((plan.Name, await reader.PlaceAsync(plan, null, cancellation)));
            counts.Add((plan.Name, versions.TryGetValue(plan.Id, out var version) ? await reader.PlaceAsync(plan, version, cancellation) : drafts[^1].Item2 with { Sections = new Dictionary<string, Sections.SectionContent>() }));
        }

        int[] allocations = [.. plans.Select(plan => versions.TryGetValue(plan.Id, out var version) ? version.Allocation : round.Allocation).Distinct()];
        var from = allocations.Length == 1 ? allocations[0] : round.Allocation;
        var counted = plans.Any(plan => versions.ContainsKey(plan.Id)) ? PlanMerge.Of(await reader.AllocationAsync(round.Id, from, cancellation), counts) : null;
        return (PlanMerge.Of(now, drafts), counted, from);
    }

    private async Task AddAsync(LocalPlan successor, List<LocalPlan> plans, PlannedPlace draft, PlannedPlace? counted, int allocation, MergeOptions options, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var names = string.Join(" and ", plans.Select(plan => plan.Name));
        successor.ChangeReason = counted is not null && successor.State == PlanState.Draft ? $"{names} merged" : "";
        db.LocalPlans.Add(successor);
        Audit(options.PersonId, now, "PlansMerged", successor.Id, $"{names} into {successor.Name} ({successor.Place}){(options.Reason.Length > 0 ? $": {options.Reason}" : "")}");
        var numbers = new Dictionary<string, int>();
        foreach (var (section, content) in counted?.Sections ?? new Dictionary<string, Sections.SectionContent>())
            Save(successor.Id, section, numbers[section] = 1, content.ToText(), options.PersonId, now);
        var frozen = new SectionNumbers(numbers);
        foreach (var section in draft.Sections.Keys.Union(numbers.Keys).ToArray())
        {
            var text = (draft.Sections.GetValueOrDefault(section) ?? Sections.SectionContent.Empty(section)).ToText();
            if (counted?.Sections.TryGetValue(section, out var same) == true && same.ToText() == text) continue;
            Save(successor.Id, section, 1 + frozen.Of(section), text, options.PersonId, now);
        }

        if (counted is not null)
        {
            var isApproved = successor.State == PlanState.Approved;
            db.PlanVersions.Add(new PlanVersion
            {
                PlanId = successor.Id, Number = 1, State = isApproved ? PlanVersionState.Approved : PlanVersionState.Submitted, Sections = frozen.ToString(), Allocation = allocation, ChangeReason = $"{names} merged",
                SubmittedUtc = now, SubmittedBy = options.PersonId, DecidedUtc = isApproved ? now : null, DecidedBy = isApproved ? options.PersonId : null, Comment = isApproved ? "Approved before the merger" : "",
            });
        }

        string[] places = [.. plans.Select(plan => plan.Place)];
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => places.Contains(grant.Place) && (grant.Role == Role.LocalPlanner || grant.Role == Role.Partner)).ToListAsync(cancellation);
        var held = await db.RoleGrants.AsNoTracking().Where(grant => grant.Place == successor.Place).Select(grant => new { grant.PersonId, grant.Role }).ToListAsync(cancellation);
        foreach (var (person, role) in grants.Select(grant => (grant.PersonId, grant.Role)).Distinct().Where(grant => !held.Any(has => (has.PersonId, has.Role) == grant)))
        {
            db.RoleGrants.Add(new RoleGrant { PersonId = person, Role = role, Place = successor.Place });
            db.Audit(new AuditEntry { AtUtc = now, PersonId = options.PersonId, What = "RoleGranted", Subject = $"person {person}", Detail = $"{role} {successor.Place}, who had it in a place that merged" });
        }

        foreach (var plan in plans)
            Audit(options.PersonId, now, "PlanSuperseded", plan.Id, $"{plan.Name} is carried on by {successor.Name} ({successor.Place})");
        await db.SaveChangesAsync(cancellation);
        await db.LocalPlans.Where(plan => plan.RoundId == successor.RoundId && places.Contains(plan.Place)).ExecuteUpdateAsync(
            set => set.SetProperty(plan => plan.State, PlanState.Superseded).SetProperty(plan => plan.SuccessorId, successor.Id), cancellation);
    }

    private void Save(Guid plan, string section, int number, string text, Guid person, DateTime now) =>
        db.PlanSections.Add(new PlanSection { PlanId = plan, Section = section, Number = number, Content = text, SavedUtc = now, PersonId = person });

    private void Audit(Guid person, DateTime now, string what, Guid plan, string detail) =>
        db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = what, Subject = $"plan {plan}", Detail = detail });

    private static string? Refusal(IReadOnlyList<PlaceChange> changes, MergeOptions options)
    {
        if (changes.FirstOrDefault(item => item.Code.Length > 0 && item.Code == options.Successor) is not { } change) return $"The framework names no successor {options.Successor}.";
        if (change.Carried is not null) return $"{change.Name} has its plan already.";
        if (change.NotCarriedOut.Length > 0) return change.NotCarriedOut;
        if (options.Added.Count == 0) return null;
        if (options.Added.Distinct().Count() != options.Added.Count || !options.Added.All(code => changes.Any(item => item.Code.Length == 0 && item.Plans[0] is { Plan.State: not PlanState.Superseded } unknown && unknown.Row.Place == code)))
            return "Only places whose successor is not known, and whose plan is not carried on yet, can be added.";
        return string.IsNullOrWhiteSpace(options.Reason) ? "Say where it is known from that the places you added are part of it." : null;
    }

    private static string WhyNot(PlanBasis basis, string[] places, string code, Dictionary<string, LocalPlan> planned)
    {
        if (code.Length == 0) return $"The successor is not known, so nothing is done. {(planned.ContainsKey(places[0]) ? "Its plan stays as it is." : "No trust of this framework is counted in it, so it has no plan.")}";
        string[] others = [.. places.Where(place => !planned.ContainsKey(place))];
        if (others.Length > 0) return $"{string.Join(" and ", others.Select(place => basis.Model.Places[basis.PlaceOf(place)!.Value].Name))} has no plan of its own: its posts are within the plans of the places that it is counted in, and this framework keeps it there.";
        if (basis.PlaceOf(code) is not null) return $"{code} has a plan of its own in this round, which cannot take over another's.";
        return places.FirstOrDefault(place => planned[place].State == PlanState.Superseded && planned.GetValueOrDefault(code)?.Id != planned[place].SuccessorId) is { } gone ? $"{planned[gone].Name} is carried on by another plan already." : "";
    }
}
