namespace Cadre.Cli.Reports.Sections;

/// <summary>What each lever adds, and what comes when the plan is not delivered.</summary>
internal static class LeverSection
{
    public static void Add(ReportPage page, ReportRun run)
    {
        var cases = CasesOf(run);
        page.Add("levers", cases.Count == 0 ? "What levers add" : "What levers add, and what under-delivery costs", [.. TrialSection.Pieces(page, run), .. Levers(run), .. cases.Count == 0 ? [HowToGet(run)] : Delivery(page, run, cases)]);
    }

    /// <summary>What is lost at worst, in one sentence.</summary>
    public static string Sentence(ReportRun run, IReadOnlyList<DeliveryRow> cases)
    {
        var worst = cases[0];
        return worst.Difference < 0 && run.Fte(Math.Abs(worst.Difference.Value)) is not "0" and var lost
            ? $"The costliest failure: {NameOf(run, worst)} means {lost} fewer staff in {Wording.Long(run.Last)}{(Range(run, worst) is { Length: > 0 } range ? $" (difference {range})" : "")}{Chance(run, worst, ", and ")}."
            : $"No case takes staff away by {Wording.Long(run.Last)}.";
    }

    /// <summary>Levers in words.</summary>
    /// <param name="caption">What they are.</param>
    /// <param name="levers">The levers.</param>
    /// <param name="costs">Pounds in the run by lever; null where it pulls none of them.</param>
    public static ReportTable Words(string caption, IReadOnlyList<AboutLever> levers, IReadOnlyDictionary<string, double>? costs = null)
    {
        List<ReportColumn> columns =
        [
            ReportColumn.Words("Lever", levers.Select(lever => lever.Id)),
            ReportColumn.Words("What it does", levers.Select(lever => lever.Words)),
            ReportColumn.Words("Why", levers.Select(lever => lever.Reason)),
        ];
        if (costs is not null) columns.Add(ReportColumn.Numbers("Cost in the run", levers.Select(lever => Figures.Pounds(costs.GetValueOrDefault(lever.Id)) is { Length: > 0 } pounds ? pounds : "none given")));
        columns.Add(ReportColumn.Words("Grade and source", levers.Select(lever => $"{lever.Grade}: {lever.Source}")));
        return new ReportTable(caption, columns);
    }

    private static IEnumerable<Html> Levers(ReportRun run)
    {
        if (run.About.Levers.Count == 0)
        {
            if (run.Trials.Count == 0) yield return Html.Of($"<p>This run pulls no lever. <code>cadre run {run.Statement.Framework} --scenario NAME</code> runs a scenario that does.</p>\n");
            yield break;
        }

        if (run.Delivery.Any(row => row.Part == "lever")) yield return Html.Of($"<p>What a lever adds is what is lost when it alone is not delivered.</p>\n");
        yield return Html.Of($"<p class=\"note\">{Wording.LeverSizes}</p>\n");
        yield return Words("The levers of this run", run.About.Levers, run.LeverCosts).Folded();
    }

    private static Html HowToGet(ReportRun run) =>
        Html.Of($"<p>What it costs when the plan is not delivered was not asked for. <code>{run.About.Command}{(run.About.Tried is { } tried ? $" --scenario {tried.Scenario}" : "")} --under-delivery</code> runs each lever at nothing, at half and a year late, and funding, demand and recruitment from abroad at their low ends.</p>\n");

    private static IEnumerable<Html> Delivery(ReportPage page, ReportRun run, IReadOnlyList<DeliveryRow> cases)
    {
        var lost = cases.Where(row => row.Delivered is not ("half" or "year_late")).ToArray();
        yield return page.Chart(
            "delivery-chart", Sentence(run, cases), "Difference in staff to the plan, FTE. Dot: central run; bar: nine futures in ten. Levers at half their size and a year late are in the table.",
            ChartData.Ranges("Staff, difference to the plan, FTE", lost.Select(row => (Wording.Capital(NameOf(run, row)), new Ranged(row.Difference ?? 0, row.P5 ?? row.Difference ?? 0, row.P95 ?? row.Difference ?? 0), Signed.Amount(row.Difference ?? 0))), isDifference: true));
        yield return TableOf(run, cases).Folded();
    }

    private static ReportTable TableOf(ReportRun run, IReadOnlyList<DeliveryRow> cases)
    {
        List<ReportColumn> columns =
        [
            ReportColumn.Words("If", cases.Select(row => Wording.Capital(NameOf(run, row)))),
            ReportColumn.Figures("Staff, difference", cases.Select(row => (Signed.Amount(row.Difference ?? 0), Range(run, row)))),
            ReportColumn.Numbers("Posts, difference", cases.Select(row => Signed.Amount(Same(run, row, "posts", "")?.Difference ?? 0))),
            ReportColumn.Numbers("Vacancies, difference", cases.Select(row => Signed.Amount(Same(run, row, "vacancies", "")?.Difference ?? 0))),
        ];
        if (Explained(run) is { } target) columns.Add(ReportColumn.Numbers($"Probability of “{target.Description}”", cases.Select(row => Chance(run, row, ""))));
        return new ReportTable($"If the plan is not delivered: the nation in {Wording.Long(run.Last)} against the plan, FTE, over {Wording.Count(run.Statement.UnderDeliveryFutures ?? 1, "future")}", columns);
    }

    /// <summary>The cases, the largest loss of staff first; all levers only where there are several.</summary>
    private static List<DeliveryRow> CasesOf(ReportRun run)
    {
        var levers = run.Delivery.Where(row => row.Part == "lever").Select(row => row.Lever).Distinct().Count();
        return [.. run.Delivery.Where(row => row.Measure == "fte" && row.Target.Length == 0 && row.Part != "plan" && (row.Part != "all_levers" || levers > 1)).OrderBy(row => row.Difference)];
    }

    private static string NameOf(ReportRun run, DeliveryRow row)
    {
        var levers = run.About.Levers.Count(lever => lever.Id.Split('.')[0] == row.Lever);
        var part = row.Part switch
        {
            "lever" => levers > 1 ? $"{row.Lever} ({Wording.Count(levers, "lever")})" : row.Lever,
            "all_levers" => "all levers",
            "funding" => "growth of posts",
            "demand" => "growth of demand",
            _ => "recruitment from abroad",
        };
        return $"{part} {row.Delivered switch
        {
            "not_at_all" => "not delivered",
            "half" => "at half the size",
            "year_late" => "a year late",
            "low" => "at its low end",
            "high" => "at its high end",
            _ => "at its floor",
        }}";
    }

    private static DeliveryRow? Same(ReportRun run, DeliveryRow of, string measure, string target) =>
        run.Delivery.FirstOrDefault(row => row.Part == of.Part && row.Lever == of.Lever && row.Delivered == of.Delivered && row.Target == target && (target.Length > 0 || row.Measure == measure));

    private static ReportTarget? Explained(ReportRun run) => run.Targets.FirstOrDefault(target => target.Id == run.About.Explained);

    private static string Chance(ReportRun run, DeliveryRow row, string lead)
    {
        if (Explained(run) is not { } target || run.Statement.UnderDeliveryFutures is not (> 1 and var futures)) return "";
        var plan = run.Delivery.FirstOrDefault(other => other.Part == "plan" && other.Target == target.Id)?.Probability;
        return Same(run, row, "", target.Id)?.Probability is { } then && plan is { } now
            ? lead.Length > 0 ? $"{lead}“{target.Description}” then holds in {Figures.Probability(then, futures)} where it held in {Figures.ShortProbability(now, futures)}" : $"{Figures.ShortProbability(now, futures)} → {Figures.ShortProbability(then, futures)}"
            : "";
    }

    private static string Range(ReportRun run, DeliveryRow row) =>
        run.Statement.UnderDeliveryFutures > 1 && row is { P5: { } low, P95: { } high } ? Figures.To(low, high, Signed.Amount) : "";
}
