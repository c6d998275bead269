using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans;

/// <summary>Reads rounds, plans and their sections.</summary>
public sealed class PlanReader(CadreDb db, FrameworkService frameworks, PlanBasisCache cache)
{
    /// <summary>The rounds, the newest first.</summary>
    public Task<List<PlanRound>> RoundsAsync(CancellationToken cancellation) => db.PlanRounds.AsNoTracking().OrderByDescending(round => round.OpenedUtc).ToListAsync(cancellation);

    /// <summary>A round; null where there is none.</summary>
    public Task<PlanRound?> RoundAsync(Guid id, CancellationToken cancellation) => db.PlanRounds.AsNoTracking().FirstOrDefaultAsync(round => round.Id == id, cancellation);

    /// <summary>The plans of a round by name, those that others carry on included.</summary>
    public Task<List<LocalPlan>> PlansAsync(Guid round, CancellationToken cancellation) =>
        db.LocalPlans.AsNoTracking().Where(plan => plan.RoundId == round).OrderBy(plan => plan.Name).ToListAsync(cancellation);

    /// <summary>A plan with its round; null where there is none.</summary>
    public Task<LocalPlan?> PlanAsync(Guid id, CancellationToken cancellation) =>
        db.LocalPlans.AsNoTracking().Include(plan => plan.Round).FirstOrDefaultAsync(plan => plan.Id == id, cancellation);

    /// <summary>What the plans of a round begin from.</summary>
    public async Task<PlanBasis> BasisAsync(PlanRound round, CancellationToken cancellation) =>
        cache.Of(await frameworks.FindAsync(round.FrameworkId, cancellation) ?? throw new InvalidOperationException("The round's framework is not there."));

    /// <summary>The posts of an allocation of a round.</summary>
    public async Task<PostsGrid> AllocationAsync(Guid round, int number, CancellationToken cancellation) =>
        cache.Find(round, number) ?? cache.Of(await db.PlanAllocations.AsNoTracking().FirstAsync(allocation => allocation.RoundId == round && allocation.Number == number, cancellation));

    /// <summary>An allocation of a round without its posts.</summary>
    public Task<AllocationSummary> AllocationSummaryAsync(Guid round, int number, CancellationToken cancellation) =>
        db.PlanAllocations.AsNoTracking().Where(allocation => allocation.RoundId == round && allocation.Number == number)
            .Select(allocation => new AllocationSummary(allocation.Number, allocation.Rule, allocation.Reason, allocation.CreatedUtc, allocation.PersonId) { SharedBy = allocation.SharedBy }).FirstAsync(cancellation);

    /// <summary>A plan with its sections as they were last saved, or as one of its versions has them.</summary>
    public async Task<PlannedPlace> PlaceAsync(LocalPlan plan, PlanVersion? version, CancellationToken cancellation)
    {
        var round = plan.Round ?? await RoundAsync(plan.RoundId, cancellation) ?? throw new InvalidOperationException("The plan's round is not there.");
        var saved = await SavedAsync(plan.Id, version is null ? null : SectionNumbers.Parse(version.Sections), cancellation);
        return new PlannedPlace(
            await BasisAsync(round, cancellation), await AllocationAsync(plan.RoundId, version?.Allocation ?? round.Allocation, cancellation), plan.MemberCodes,
            saved.Select(section => KeyValuePair.Create(section.Section, SectionContent.Parse(section.Section, section.Content))).Where(section => !section.Value.IsEmpty).ToDictionary());
    }

    /// <summary>A plan as it stands: its sections as last saved while it is open, its newest version when it was submitted.</summary>
    public async Task<PlannedPlace> StandingAsync(LocalPlan plan, CancellationToken cancellation)
    {
        var version = plan.IsOpen ? null : await db.PlanVersions.AsNoTracking().Where(item => item.PlanId == plan.Id).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellation);
        return await PlaceAsync(plan, version, cancellation);
    }

    /// <summary>The number of each section as last saved.</summary>
    public async Task<SectionNumbers> NumbersAsync(Guid plan, CancellationToken cancellation) =>
        new((await db.PlanSections.Where(section => section.PlanId == plan).GroupBy(section => section.Section).Select(group => new { group.Key, Number = group.Max(section => section.Number) }).ToListAsync(cancellation))
            .Select(section => KeyValuePair.Create(section.Key, section.Number)));

    /// <summary>The saves of a plan's sections: the last of each, or those of the numbers.</summary>
    public async Task<IReadOnlyList<PlanSection>> SavedAsync(Guid plan, SectionNumbers? numbers, CancellationToken cancellation)
    {
        var all = db.PlanSections.AsNoTracking().Where(section => section.PlanId == plan);
        if (numbers is null)
            return await all.Where(section => !db.PlanSections.Any(later => later.PlanId == plan && later.Section == section.Section && later.Number > section.Number)).ToListAsync(cancellation);
        var (names, counts) = (numbers.All.Keys.ToArray(), numbers.All.Values.Distinct().ToArray());
        // A few more than are wanted, and never all that were ever saved.
        return [.. (await all.Where(section => names.Contains(section.Section) && counts.Contains(section.Number)).ToListAsync(cancellation)).Where(section => numbers.Of(section.Section) == section.Number)];
    }

    /// <summary>The last save of a section; null where it was never saved.</summary>
    public Task<PlanSection?> LastSaveAsync(Guid plan, string section, CancellationToken cancellation) =>
        db.PlanSections.AsNoTracking().Where(item => item.PlanId == plan && item.Section == section).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>When sections of a plan were saved and by whom, the newest first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<(string Section, int Number, DateTime SavedUtc, Guid? PersonId)>> SavesAsync(Guid plan, int most, CancellationToken cancellation) =>
    [
        .. (await db.PlanSections.AsNoTracking().Where(section => section.PlanId == plan).OrderByDescending(section => section.SavedUtc).Take(most)
            .Select(section => new { section.Section, section.Number, section.SavedUtc, section.PersonId }).ToListAsync(cancellation)).Select(section => (section.Section, section.Number, section.SavedUtc, section.PersonId)),
    ];

    /// <summary>The versions of a plan, the newest first.</summary>
    public Task<List<PlanVersion>> VersionsAsync(Guid plan, CancellationToken cancellation) =>
        db.PlanVersions.AsNoTracking().Where(version => version.PlanId == plan).OrderByDescending(version => version.Number).ToListAsync(cancellation);

    /// <summary>
    /// The version of each plan of a round that counts in the nation, by plan: the newest that is submitted or approved. A plan without one counts as the
    /// framework has it.
    /// </summary>
    public async Task<Dictionary<Guid, PlanVersion>> CountedAsync(Guid round, CancellationToken cancellation) =>
        (await (from version in db.PlanVersions.AsNoTracking()
                join plan in db.LocalPlans.AsNoTracking() on version.PlanId equals plan.Id
                where plan.RoundId == round && plan.State != PlanState.Superseded && (version.State == PlanVersionState.Submitted || version.State == PlanVersionState.Approved)
                select version).ToListAsync(cancellation))
        .GroupBy(version => version.PlanId).ToDictionary(versions => versions.Key, versions => versions.MaxBy(version => version.Number)!);

    /// <summary>What a national run was made with: the plans that counted, and the allocation of every other place.</summary>
    public async Task<IReadOnlyList<PlannedPlace>> PlacesAsync(Run run, CancellationToken cancellation)
    {
        var round = await RoundAsync(run.RoundId!.Value, cancellation) ?? throw new InvalidOperationException("The run's round is not there.");
        var used = await (from planned in db.RunPlans.AsNoTracking()
                          join plan in db.LocalPlans.AsNoTracking() on planned.PlanId equals plan.Id
                          join found in db.PlanVersions.AsNoTracking() on new { planned.PlanId, planned.Number } equals new { found.PlanId, found.Number } into versions
                          from version in versions.DefaultIfEmpty()
                          where planned.RunId == run.Id
                          orderby plan.Place
                          select new { Plan = plan, Version = version }).ToListAsync(cancellation);
        var (basis, allocated) = (await BasisAsync(round, cancellation), await AllocationAsync(round.Id, run.Allocation!.Value, cancellation));
        var places = new List<PlannedPlace>();
        foreach (var one in used)
            places.Add(one.Version is null ? new PlannedPlace(basis, allocated, one.Plan.MemberCodes, new Dictionary<string, SectionContent>()) : await PlaceAsync(one.Plan, one.Version, cancellation));
        var taken = places.SelectMany(place => place.Members.Select(member => PlanMember.Parse(member).Place)).ToHashSet();
        places.AddRange(basis.Places.Select(place => basis.Model.Places[place].Code).Where(code => !taken.Contains(code))
            .Select(code => new PlannedPlace(basis, allocated, [code], new Dictionary<string, SectionContent>())));
        return places;
    }

    /// <summary>The scenario of a national run of a round.</summary>
    public async Task<Scenario> ScenarioAsync(Run run, CancellationToken cancellation)
    {
        var places = await PlacesAsync(run, cancellation);
        return PlanScenario.Of(places[0].Basis, places);
    }
}
