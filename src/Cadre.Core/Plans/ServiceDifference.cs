using Cadre.Core.Words;

namespace Cadre.Core.Plans;

/// <summary>How two states of a plan differ in posts by service: one difference for each staff group and service.</summary>
internal static class ServiceDifference
{
    /// <summary>The differences; none where neither state splits its posts.</summary>
    public static IEnumerable<PlanDifference> Between(PlannedPlace before, PlannedPlace after)
    {
        var (was, now) = (new ServiceSplit(before), new ServiceSplit(after));
        return was.IsSplit || now.IsSplit ? after.Lines.SelectMany(line => OfLine(was, now, after, line)) : [];
    }

    private static IEnumerable<PlanDifference> OfLine(ServiceSplit was, ServiceSplit now, PlannedPlace after, PlanLine line)
    {
        if (was.SharesOf(line).Count == 0 && now.SharesOf(line).Count == 0) yield break;
        var (from, to) = (was.PartsOf(line).ToDictionary(), now.PartsOf(line).ToDictionary());
        var quarters = after.Basis.Quarters;
        foreach (var service in SplitService.InOrder(from.Keys.Union(to.Keys), after.Basis))
        {
            var (old, fresh) = (from.GetValueOrDefault(service) ?? new decimal[quarters.Count], to.GetValueOrDefault(service) ?? new decimal[quarters.Count]);
            int[] changed = [.. Enumerable.Range(0, quarters.Count).Where(q => old[q] != fresh[q])];
            if (changed.Length == 0) continue;
            var (first, last) = (changed[0], changed[^1]);
            var (least, greatest) = (changed.Min(q => fresh[q] - old[q]), changed.Max(q => fresh[q] - old[q]));
            yield return new PlanDifference(
                SectionName.Services, "Posts by service", $"{PlanDifference.TitleOf(after, line)}, {service.Name}, {When(first, last, quarters)}", Range(old[first], old[last]),
                $"{Range(fresh[first], fresh[last])} ({(least == greatest ? PlanNumbers.Signed(least) : $"{PlanNumbers.Signed(least)} to {PlanNumbers.Signed(greatest)}")})");
        }
    }

    private static string When(int first, int last, IReadOnlyList<PlanQuarter> quarters)
    {
        var begin = first == 0 ? "the opening day" : Wording.Long(quarters[first].Ends);
        return first == last ? begin : $"{begin} to {Wording.Long(quarters[last].Ends)}";
    }

    private static string Range(decimal first, decimal last) => first == last ? PlanNumbers.Of(first) : $"{PlanNumbers.Of(first)} to {PlanNumbers.Of(last)}";
}
