using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Words;

namespace Cadre.Web.Pages.Rounds;

/// <summary>Makes of the sum of a round's plans what its page shows.</summary>
/// <param name="sum">The plans as they count.</param>
/// <param name="plans">Every plan of the round, those that others carry on included.</param>
/// <param name="effects">What levers and assumptions do to staff.</param>
/// <param name="quarter">The quarter that is shown.</param>
internal sealed class SumViewMaker(NationalSum sum, IReadOnlyList<LocalPlan> plans, IReadOnlyDictionary<(Guid Plan, string Section, int Item), StaffEffect> effects, int quarter)
{
    private PlanBasis Basis => sum.Basis;

    private string AtQuarter => Basis.Quarters[quarter].Month == 0 ? "On the opening day" : $"At the end of {Wording.Long(Basis.Quarters[quarter].Ends)}";

    /// <summary>The view, with the places of a region (its code; empty for all), sorted by a column.</summary>
    public SumView Make(string region, string sort) => new()
    {
        Headline = Headline(),
        States = [.. Enum.GetValues<PlanState>().Select(state => (state, plans.Count(plan => plan.State == state))).Where(state => state.state != PlanState.Superseded || state.Item2 > 0)],
        Quarter = AtQuarter,
        Steps = Steps(),
        Rows = Rows(),
        Services = Services(),
        Posts = [.. sum.Bridge.Where(entry => entry.Line is not null).OrderByDescending(entry => Math.Abs(entry.Posts[quarter])).Select(RowOf)],
        Staff = [.. sum.Bridge.Where(entry => entry.IsOfStaff).Select(RowOf)],
        NotSubmitted = [.. sum.Bridge.Where(entry => entry.Kind == BridgeKind.NotSubmitted).Select(entry => entry.Plan)],
        Places = Sorted(sum.Plans.Where(plan => region.Length == 0 || plan.Plan.Region == region).Select(PlaceOf), sort),
    };

    /// <summary>Regions whose places plan, by name.</summary>
    public IReadOnlyList<(string Value, string Text)> Regions => [.. plans.Select(plan => plan.Region).Distinct().Select(code => (code, NameOf(code))).OrderBy(region => region.Item2, StringComparer.Ordinal)];

    private string Headline()
    {
        var counted = sum.Plans.Count(plan => plan.Version is not null);
        var (national, planned) = sum.TotalIn(quarter);
        var difference = planned - national;
        var beside = difference == 0 ? $"{PlanNumbers.Of(planned)} posts, exactly as many as the national plan" : $"{PlanNumbers.Of(planned)} posts, {PlanNumbers.Of(Math.Abs(difference))} {(difference > 0 ? "more" : "fewer")} than the national plan";
        return counted == 0
            ? $"No plan of {Wording.Count(sum.Plans.Count, "place")} is submitted yet, so the framework's value is used for every place. {AtQuarter} that is {beside}."
            : $"{counted} of {Wording.Count(sum.Plans.Count, "plan")} {(counted == 1 ? "is" : "are")} submitted or approved; the framework's value is used for the others. {AtQuarter} the local plans together have {beside}.";
    }

    private List<(string Label, string Posts)> Steps()
    {
        var (national, planned) = sum.TotalIn(quarter);
        List<(string Label, string Posts)> steps = [("National plan", PlanNumbers.Of(national))];
        foreach (var kind in (BridgeKind[])[BridgeKind.BeyondAllocation, BridgeKind.NotTakenUp, BridgeKind.EarlierAllocation])
            steps.Add((RoundWords.Of(kind), PlanNumbers.Signed(sum.Bridge.Where(entry => entry.Kind == kind).Sum(entry => entry.Posts[quarter]))));
        steps.Add(("Sum of the local plans", PlanNumbers.Of(planned)));
        return steps;
    }

    private List<SumRow> Rows()
    {
        SumRow Row(string service, string group, decimal national, decimal planned) =>
            new(service, group, PlanNumbers.Of(national), PlanNumbers.Of(planned), PlanNumbers.Signed(planned - national), planned != national);
        var rows = Basis.Lines.Where(line => sum.NationalOf(line).Length > 0).Select(line => Row(ServiceOf(line), GroupOf(line), sum.NationalOf(line)[quarter], sum.SumOf(line)[quarter])).ToList();
        var (national, planned) = sum.TotalIn(quarter);
        rows.Add(Row("", "All", national, planned));
        return rows;
    }

    private List<(string Service, string Posts, int Plans)> Services()
    {
        var sums = new ServiceSums(sum);
        return sums.IsSplit ? [.. sums.Services.Select(service => (service.Name, PlanNumbers.Of(sums.TotalOf(service, quarter)), sums.PlansOf(service)))] : [];
    }

    private BridgeRow RowOf(BridgeEntry entry)
    {
        StaffEffect? effect = entry.Item is { } item && effects.TryGetValue((entry.Plan.Id, item.Section, item.Item), out var found) ? found : null;
        return new BridgeRow(
            entry.Plan, RoundWords.Of(entry.Kind), entry.Line is { } line ? $"{GroupOf(line)}{(ServiceOf(line) is { Length: > 0 } service ? $", {service}" : "")}" : "", PlanNumbers.Signed(entry.Posts[quarter]),
            entry.Posts[quarter] == 0 ? Elsewhere(entry.Posts) : "", entry.Text, entry.Reason, Staff(effect?.Place), Staff(effect?.Nation));
    }

    private string Elsewhere(IReadOnlyList<decimal> posts)
    {
        int[] others = [.. posts.Index().Where(part => part.Item != 0).Select(part => part.Index)];
        if (others.Length == 0) return "";
        var (first, last) = (Wording.Short(Basis.Quarters[others[0]].Ends), Wording.Short(Basis.Quarters[others[^1]].Ends));
        var least = others.Min(q => posts[q]);
        var greatest = others.Max(q => posts[q]);
        return $"{(least == greatest ? PlanNumbers.Signed(least) : $"{PlanNumbers.Signed(least)} to {PlanNumbers.Signed(greatest)}")} in {(others.Length == 1 ? $"the quarter to {first}" : $"{Wording.Count(others.Length, "quarter")} from {first} to {last}")}";
    }

    private PlaceRow PlaceOf(CountedPlan plan)
    {
        decimal national = 0, planned = 0;
        foreach (var line in plan.Place.Lines)
        {
            national += Basis.AllocatedOf(Basis.Posts, plan.Plan.MemberCodes, line) is { Length: > 0 } posts ? posts[quarter] : 0;
            planned += plan.Place.PostsOf(line)[quarter];
        }

        return new PlaceRow(plan.Plan, NameOf(plan.Plan.Region), plan.Version is { } version ? $"Version {version.Number}" : "Framework's value", national, planned, planned - national);
    }

    private static IReadOnlyList<PlaceRow> Sorted(IEnumerable<PlaceRow> rows, string sort)
    {
        var named = rows.OrderBy(row => row.Plan.Name, StringComparer.Ordinal);
        return sort switch
        {
            "region" => [.. named.OrderBy(row => row.Region, StringComparer.Ordinal)],
            "state" => [.. named.OrderBy(row => row.Plan.State)],
            "planned" => [.. named.OrderByDescending(row => row.Planned)],
            "difference" => [.. named.OrderByDescending(row => Math.Abs(row.Difference))],
            _ => [.. named],
        };
    }

    private static string Staff(double? fte) => fte is not { } value ? "" : $"{(value >= 0.05 ? "+" : "")}{Figures.Tenth(value)}";

    private string ServiceOf(PlanLine line) => Basis.Model.Services.Count > 1 ? Basis.Model.Services[Basis.IndexOf(line)!.Value.Service].Name : "";

    private string GroupOf(PlanLine line) => Basis.Model.StaffGroups[Basis.IndexOf(line)!.Value.StaffGroup].Name;

    private string NameOf(string code) => Basis.PlaceOf(code) is { } place ? Basis.Model.Places[place].Name : code;
}
