using Cadre.Core.Data;
using Cadre.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans.Tracking;

/// <summary>Puts actual staff beside the plans of the last national run.</summary>
public sealed class TrackingService(CadreDb db, ActualService actuals)
{
    /// <summary>A plan's staff group beside what came; null before there is a national run with it.</summary>
    /// <param name="round">The round.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="basis">What plans begin from.</param>
    /// <param name="staffGroup">Index of the staff group.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<PlanTracking?> OfAsync(PlanRound round, LocalPlan plan, PlanBasis basis, int staffGroup, CancellationToken cancellation)
    {
        var code = basis.Model.StaffGroups[staffGroup].Code;
        if (await db.TrackedLines.AsNoTracking().FirstOrDefaultAsync(line => line.RunId == round.RunId && line.Place == plan.Place && line.StaffGroup == code, cancellation) is not { } line) return null;
        var held = await actuals.HeldAsync(round.FrameworkId, cancellation);
        return PlanTracking.Of(LineFigures.Unpack(line.Figures), held.FteOf(basis, plan.MemberCodes, staffGroup));
    }

    /// <summary>By plan: its staff groups (those that people belong to) beside what came, of plans with an actual.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<(int StaffGroup, PlanTracking Tracking)>>> OfAllAsync(PlanRound round, IReadOnlyList<LocalPlan> plans, PlanBasis basis, CancellationToken cancellation)
    {
        var held = await actuals.HeldAsync(round.FrameworkId, cancellation);
        if (held.Count == 0) return new Dictionary<Guid, IReadOnlyList<(int, PlanTracking)>>();
        var model = basis.Model;
        var leaves = model.Cohorts.Select(cohort => cohort.StaffGroup).Distinct().Order().ToDictionary(group => model.StaffGroups[group].Code);
        string[] places = [.. plans.Select(plan => plan.Place)], groups = [.. leaves.Keys];
        var lines = (await db.TrackedLines.AsNoTracking().Where(line => line.RunId == round.RunId && places.Contains(line.Place) && groups.Contains(line.StaffGroup)).ToListAsync(cancellation)).ToLookup(line => line.Place);
        return plans.Select(plan =>
        {
            (int, PlanTracking)[] tracked =
            [
                .. lines[plan.Place].Select(line => (leaves[line.StaffGroup], PlanTracking.Of(LineFigures.Unpack(line.Figures), held.FteOf(basis, plan.MemberCodes, leaves[line.StaffGroup]))))
                    .Where(group => group.Item2.Last is not null).OrderBy(group => group.Item1),
            ];
            return KeyValuePair.Create(plan.Id, (IReadOnlyList<(int StaffGroup, PlanTracking Tracking)>)tracked);
        }).Where(plan => plan.Value.Count > 0).ToDictionary();
    }
}
