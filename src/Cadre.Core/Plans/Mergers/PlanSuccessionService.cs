using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.People;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans.Mergers;

/// <summary>Carries plans on when their places change: everything that they hold goes to the plans after them, and nothing is lost or counted twice.</summary>
public sealed class PlanSuccessionService(CadreDb db, PlanReader reader, TimeProvider clock)
{
    /// <summary>The plans of a round that were carried on: each plan after them with what came to it, in the order of time.</summary>
    public async Task<IReadOnlyList<CarriedPlan>> CarriedAsync(Guid round, CancellationToken cancellation)
    {
        var plans = (await reader.PlansAsync(round, cancellation)).ToDictionary(plan => plan.Id);
        var all = await (from succession in db.PlanSuccessions.AsNoTracking() join plan in db.LocalPlans on succession.PlanId equals plan.Id where plan.RoundId == round select succession).ToListAsync(cancellation);
        return
        [
            .. all.GroupBy(succession => succession.SuccessorId).OrderBy(group => group.First().CarriedUtc).ThenBy(group => plans[group.Key].Name, StringComparer.Ordinal)
                .Select(group => new CarriedPlan(plans[group.Key], group.First().CarriedUtc, group.First().Why, [.. group.Select(one => PlanPiece.Of(plans[one.PlanId], one)).OrderBy(piece => piece.Plan.Name, StringComparer.Ordinal)])),
        ];
    }

    /// <summary>The plans that carry a plan on; none where it is not superseded.</summary>
    public Task<List<LocalPlan>> SuccessorsAsync(Guid plan, CancellationToken cancellation) =>
        (from succession in db.PlanSuccessions.AsNoTracking() join after in db.LocalPlans.AsNoTracking() on succession.SuccessorId equals after.Id where succession.PlanId == plan orderby after.Name select after).ToListAsync(cancellation);

    /// <summary>Posts of the pieces beside those of the plan that they came or would come to, as they were last saved.</summary>
    /// <param name="round">The round.</param>
    /// <param name="pieces">What comes to the plan.</param>
    /// <param name="all">Every piece of the plans that these are of, theirs too.</param>
    /// <param name="carried">The plan; null where nothing is carried out yet.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<MergerBridge> BridgeAsync(PlanRound round, IReadOnlyList<PlanPiece> pieces, IReadOnlyList<PlanPiece> all, LocalPlan? carried, CancellationToken cancellation)
    {
        var before = new List<(string Name, PlannedPlace Place)>();
        foreach (var piece in pieces)
        {
            var place = await reader.PlaceAsync(piece.Plan, null, cancellation);
            PlanPiece[] own = [.. all.Where(one => one.Plan.Id == piece.Plan.Id)];
            before.Add((piece.Plan.Name, piece.IsWhole ? place : PlanSplit.Of(place, [.. own.Select(one => one.Parts)])[Array.IndexOf(own, piece)]));
        }

        var after = carried is null ? PlanMerge.Of(await reader.AllocationAsync(round.Id, round.Allocation, cancellation), before) : await reader.PlaceAsync(carried, null, cancellation);
        return MergerBridge.Of([.. before.Select(part => part.Place)], after);
    }

    /// <summary>Planned posts of each region in the last quarter, as last saved: where the framework has the places, and where the plans are now; none where no place is in another region.</summary>
    public async Task<IReadOnlyList<(string Name, decimal Before, decimal After)>> RegionsAsync(PlanRound round, CancellationToken cancellation)
    {
        var basis = await reader.BasisAsync(round, cancellation);
        var (before, after, moved) = (new Dictionary<string, decimal>(), new Dictionary<string, decimal>(), false);
        foreach (var plan in (await reader.PlansAsync(round.Id, cancellation)).Where(plan => plan.State != PlanState.Superseded))
        {
            moved |= plan.MemberCodes.Any(member => basis.RegionOf(member) != plan.Region);
            var place = await reader.PlaceAsync(plan, null, cancellation);
            foreach (var line in place.Lines)
            {
                foreach (var (members, fte) in place.PartsOf(line)[^1])
                {
                    after[plan.Region] = after.GetValueOrDefault(plan.Region) + fte;
                    var shares = LargestRemainder.Share(fte, [.. members.Select(member => basis.AllocatedOf(place.Allocated, member, line) is { Length: > 0 } posts ? (double)posts[^1] : 0)]);
                    foreach (var (member, share) in members.Zip(shares))
                        before[basis.RegionOf(member)] = before.GetValueOrDefault(basis.RegionOf(member)) + share;
                }
            }
        }

        return moved ? [.. before.Keys.Union(after.Keys).Select(code => (basis.Model.Places[basis.PlaceOf(code)!.Value].Name, before.GetValueOrDefault(code), after.GetValueOrDefault(code))).OrderBy(region => region.Name, StringComparer.Ordinal)] : [];
    }

    /// <summary>
    /// Carries plans on inside the transaction that is open: each successor gets every section of its pieces, and, where some of these counted in the nation, a
    /// version that counts as they did. A plan of a successor's place that is there already is carried on with the rest. The plans before stay to be read.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="successors">The plans after; what they take of a plan makes up the whole of it.</param>
    /// <param name="what">What happens, for people.</param>
    /// <param name="reason">Where it is known from.</param>
    /// <param name="person">Who does it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The plans after, or why nothing is done.</returns>
    internal async Task<(IReadOnlyList<LocalPlan> Plans, string Refused)> CarryOnAsync(PlanRound round, IReadOnlyList<PlanSuccessor> successors, string what, string reason, Guid person, CancellationToken cancellation)
    {
        var sources = successors.SelectMany(successor => successor.Pieces).Select(piece => piece.Plan.Id).ToHashSet();
        var standing = (await reader.PlansAsync(round.Id, cancellation)).Where(plan => plan.State != PlanState.Superseded).ToList();
        successors = [.. successors.Select(successor => standing.FirstOrDefault(plan => plan.Place == successor.Code && !sources.Contains(plan.Id)) is { } there ? successor with { Name = there.Name, Pieces = [PlanPiece.Whole(there), .. successor.Pieces] } : successor)];
        LocalPlan[] plans = [.. successors.SelectMany(successor => successor.Pieces).Select(piece => piece.Plan).DistinctBy(plan => plan.Id)];
        var parts = await PartsAsync(round, plans, successors, cancellation);
        var made = new List<(LocalPlan Plan, PlanSuccessor Successor, PlannedPlace Draft, PlannedPlace? Counted, int Allocation)>();
        foreach (var successor in successors)
        {
            var (draft, counted, allocation) = await OneAsync(round, successor, parts, cancellation);
            if (draft.Check().Concat(counted?.Check() ?? []).FirstOrDefault() is { } problem) return ([], $"The plans do not fit into one, {successor.Name}. {problem.Text}.");
            made.Add((new LocalPlan
            {
                RoundId = round.Id, Place = successor.Code, Name = successor.Name, Members = string.Join(' ', draft.Members), Region = successor.Pieces[0].Plan.Region,
                State = successor.Pieces.All(piece => piece.Plan.State == PlanState.Approved) ? PlanState.Approved : PlanState.Draft,
            }, successor, draft, counted, allocation));
        }

        Guid[] ids = [.. plans.Select(plan => plan.Id)];
        await db.LocalPlans.Where(plan => ids.Contains(plan.Id)).ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Superseded).SetProperty(plan => plan.Changes, plan => plan.Changes + 1), cancellation);
        foreach (var (plan, successor, draft, counted, allocation) in made)
            await AddAsync(plan, successor, draft, counted, (allocation, what, reason, person), cancellation);
        foreach (var plan in plans)
            Audit(person, "PlanSuperseded", plan.Id, $"{plan.Name} is carried on by {Wording.List([.. made.Where(one => one.Successor.Pieces.Any(piece => piece.Plan.Id == plan.Id)).Select(one => $"{one.Plan.Name} ({one.Plan.Place})")])}");
        await db.SaveChangesAsync(cancellation);
        return ([.. made.Select(one => one.Plan)], "");
    }

    /// <summary>By plan and successor: what comes to it, as last saved and as it counts in the nation.</summary>
    private async Task<Dictionary<(Guid Plan, string Successor), (PlannedPlace Draft, PlannedPlace Counts, PlanVersion? Version)>> PartsAsync(PlanRound round, LocalPlan[] plans, IReadOnlyList<PlanSuccessor> successors, CancellationToken cancellation)
    {
        var versions = await reader.CountedAsync(round.Id, cancellation);
        var parts = new Dictionary<(Guid, string), (PlannedPlace, PlannedPlace, PlanVersion?)>();
        foreach (var plan in plans)
        {
            var draft = await reader.PlaceAsync(plan, null, cancellation);
            var version = versions.GetValueOrDefault(plan.Id);
            var counts = version is null ? draft with { Sections = new Dictionary<string, SectionContent>() } : await reader.PlaceAsync(plan, version, cancellation);
            (string Code, PlanPiece Piece)[] pieces = [.. successors.SelectMany(successor => successor.Pieces.Where(piece => piece.Plan.Id == plan.Id).Select(piece => (successor.Code, piece)))];
            var (drafts, counted) = pieces.Length == 1 && pieces[0].Piece.IsWhole ? ([draft], [counts]) : (PlanSplit.Of(draft, [.. pieces.Select(piece => piece.Piece.Parts)]), PlanSplit.Of(counts, [.. pieces.Select(piece => piece.Piece.Parts)]));
            foreach (var (i, piece) in pieces.Index())
                parts.Add((plan.Id, piece.Code), (drafts[i], counted[i], version));
        }

        return parts;
    }

    /// <summary>A successor's plan as last saved, and as what counted of each piece had it (null where nothing did) with the allocation that this begins from.</summary>
    private async Task<(PlannedPlace Draft, PlannedPlace? Counted, int Allocation)> OneAsync(
        PlanRound round, PlanSuccessor successor, Dictionary<(Guid Plan, string Successor), (PlannedPlace Draft, PlannedPlace Counts, PlanVersion? Version)> parts, CancellationToken cancellation)
    {
        (string Name, PlannedPlace Draft, PlannedPlace Counts, PlanVersion? Version)[] own = [.. successor.Pieces.Select(piece => (piece.Plan.Name, parts[(piece.Plan.Id, successor.Code)])).Select(one => (one.Name, one.Item2.Draft, one.Item2.Counts, one.Item2.Version))];
        int[] allocations = [.. own.Select(part => part.Version?.Allocation ?? round.Allocation).Distinct()];
        var from = allocations.Length == 1 ? allocations[0] : round.Allocation;
        var draft = PlanMerge.Of(await reader.AllocationAsync(round.Id, round.Allocation, cancellation), [.. own.Select(part => (part.Name, part.Draft))]);
        return own.Any(part => part.Version is not null) ? (draft, PlanMerge.Of(await reader.AllocationAsync(round.Id, from, cancellation), [.. own.Select(part => (part.Name, part.Counts))]), from) : (draft, null, from);
    }

    private async Task AddAsync(LocalPlan plan, PlanSuccessor successor, PlannedPlace draft, PlannedPlace? counted, (int Allocation, string What, string Reason, Guid Person) how, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var change = $"{how.What}{(how.Reason.Length > 0 ? $": {how.Reason}" : "")}";
        plan.ChangeReason = counted is not null && plan.State == PlanState.Draft ? change : "";
        db.LocalPlans.Add(plan);
        db.PlanSuccessions.AddRange(successor.Pieces.Select(piece => new PlanSuccession { PlanId = piece.Plan.Id, SuccessorId = plan.Id, Members = string.Join(' ', piece.Parts.Select(part => part.Part)), CarriedUtc = now, Why = change }));
        Audit(how.Person, "PlansCarriedOn", plan.Id, $"{Wording.List([.. successor.Pieces.Select(piece => piece.NameIn(draft.Basis))])} into {plan.Name} ({plan.Place}). {change}");
        var numbers = new Dictionary<string, int>();
        foreach (var (section, content) in counted?.Sections ?? new Dictionary<string, SectionContent>())
            Save(plan.Id, section, numbers[section] = 1, content.ToText(), how.Person, now);
        var frozen = new SectionNumbers(numbers);
        foreach (var section in draft.Sections.Keys.Union(numbers.Keys).ToArray())
        {
            var text = (draft.Sections.GetValueOrDefault(section) ?? SectionContent.Empty(section)).ToText();
            if (counted?.Sections.TryGetValue(section, out var same) == true && same.ToText() == text) continue;
            Save(plan.Id, section, 1 + frozen.Of(section), text, how.Person, now);
        }

        if (counted is not null)
        {
            var isApproved = plan.State == PlanState.Approved;
            db.PlanVersions.Add(new PlanVersion
            {
                PlanId = plan.Id, Number = 1, State = isApproved ? PlanVersionState.Approved : PlanVersionState.Submitted, Sections = frozen.ToString(), Allocation = how.Allocation, ChangeReason = change,
                SubmittedUtc = now, SubmittedBy = how.Person, DecidedUtc = isApproved ? now : null, DecidedBy = isApproved ? how.Person : null, Comment = isApproved ? "Approved before the places changed" : "",
            });
        }

        await GrantAsync(plan, successor, how.Person, now, cancellation);
        await PlanTeam.CarryOnAsync(db, [.. successor.Pieces.Select(piece => piece.Plan)], plan, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Who planned for a place before, or signed its plan, may do so for a new place that comes after it.</summary>
    private async Task GrantAsync(LocalPlan plan, PlanSuccessor successor, Guid person, DateTime now, CancellationToken cancellation)
    {
        string[] places = [.. successor.Pieces.Select(piece => piece.Plan.Place)];
        // A place that had its plan before has its planners, here and in other rounds.
        if (places.Contains(plan.Place)) return;
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => places.Contains(grant.Place) && (grant.Role == Role.LocalPlanner || grant.Role == Role.Partner)).ToListAsync(cancellation);
        var held = await db.RoleGrants.AsNoTracking().Where(grant => grant.Place == plan.Place).Select(grant => new { grant.PersonId, grant.Role }).ToListAsync(cancellation);
        foreach (var (who, role) in grants.Select(grant => (grant.PersonId, grant.Role)).Distinct().Where(grant => !held.Any(has => (has.PersonId, has.Role) == grant)))
        {
            db.RoleGrants.Add(new RoleGrant { PersonId = who, Role = role, Place = plan.Place });
            db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = "RoleGranted", Subject = $"person {who}", Detail = $"{role} {plan.Place}, who had it in a place that changed" });
        }
    }

    private void Save(Guid plan, string section, int number, string text, Guid person, DateTime now) =>
        db.PlanSections.Add(new PlanSection { PlanId = plan, Section = section, Number = number, Content = text, SavedUtc = now, PersonId = person });

    private void Audit(Guid person, string what, Guid plan, string detail) =>
        db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = person, What = what, Subject = $"plan {plan}", Detail = detail });
}
