using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;
using Cadre.Core.Words;

namespace Cadre.Web.Pages.Plans;

/// <summary>The places of a round that have left their bands, in words and rows.</summary>
public sealed class LeftBands
{
    private readonly IReadOnlyDictionary<Guid, IReadOnlyList<(int StaffGroup, PlanTracking Tracking)>> _tracked;

    /// <param name="plans">The plans that are shown.</param>
    /// <param name="basis">What plans begin from.</param>
    /// <param name="tracked">Their staff groups beside what came.</param>
    public LeftBands(IReadOnlyList<LocalPlan> plans, PlanBasis basis, IReadOnlyDictionary<Guid, IReadOnlyList<(int StaffGroup, PlanTracking Tracking)>> tracked)
    {
        _tracked = tracked;
        var model = basis.Model;
        Rows =
        [
            .. from plan in plans
               where tracked.ContainsKey(plan.Id)
               from @group in tracked[plan.Id]
               where @group.Tracking.HasLeft
               let last = @group.Tracking.Last!.Value
               let since = @group.Tracking.LeftSince!.Value
               orderby Math.Abs(last.Beyond) descending
               select new Row(
                   plan.Name, Links.PlanTracking(plan.Id, model.StaffGroups[@group.StaffGroup].Code), model.StaffGroups[@group.StaffGroup].Name, Wording.Long(model.MonthAt(last.Month)),
                   TrackingView.Beyond(last.Beyond), since.Month == last.Month ? "" : $"outside since {Wording.Long(model.MonthAt(since.Month))}"),
        ];
        var all = tracked.Values.Sum(groups => groups.Count);
        Sentence = all == 0
            ? "There are no actual staff of these places yet, or no national run since they were planned."
            : $"{Figures.Whole(Rows.Count)} of {Wording.Count(all, "staff group")} of {Wording.Count(tracked.Count, "place")} {(Rows.Count == 1 ? "is" : "are")} outside of nine futures in ten in the last month there is. Bands are of what the assumptions leave open; the luck of individuals comes on top, so that small groups leave theirs sooner.";
    }

    /// <summary>How many in a sentence.</summary>
    public string Sentence { get; }

    /// <summary>The staff groups of places that are outside, the farthest first.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The colour and words of a plan's tag.</summary>
    public (string? Colour, string Words) TagOf(LocalPlan plan) => !_tracked.TryGetValue(plan.Id, out var groups) ? ("grey", "No actuals")
        : groups.Count(one => one.Tracking.HasLeft) is > 0 and var outside ? ("orange", $"{Wording.Count(outside, "group")} outside")
        : ("green", "Within");

    /// <summary>A staff group of a place that is outside.</summary>
    /// <param name="Place">Name of the place.</param>
    /// <param name="Href">Its page.</param>
    /// <param name="StaffGroup">Name of the staff group.</param>
    /// <param name="Month">The last month.</param>
    /// <param name="Beyond">By how much.</param>
    /// <param name="Since">Since when, where it is longer.</param>
    public sealed record Row(string Place, string Href, string StaffGroup, string Month, string Beyond, string Since);
}
