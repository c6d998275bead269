namespace Cadre.Cli.Reports.Sections;

/// <summary>What it costs by year beside what there is to pay for it.</summary>
internal static class MoneySection
{
    private static readonly string[] Items = ["staff", "cover", "training", "levers"];

    public static void Add(ReportPage page, ReportRun run)
    {
        var years = Totals(run);
        if (years.Length == 0)
        {
            page.Add("money", "Money", Html.Of($"<p>The framework has no pay, so the run says nothing about money.</p>\n"));
            return;
        }

        var unit = MoneyUnit.For(years.Max(year => Math.Max(year.Pounds.Central, EnvelopeOf(run, year) ?? 0)));
        (string Word, double Pounds) scaled = years.Max(year => year.Pounds.P95) >= 1e9 ? ("£ billion", 1e9) : unit.Pounds > 1 ? ("£ million", 1e6) : ("£", 1);
        var chart = ChartData.Money(
            scaled.Word,
            run.Costs.Where(cost => cost.Item != "total").Select(cost => (cost.Year, Wording.Capital(cost.Item), cost.Pounds.Central / scaled.Pounds)).Where(part => part.Item3 != 0),
            years.Select(year => (year.Year, new Ranged(year.Pounds.Central / scaled.Pounds, year.Pounds.P5 / scaled.Pounds, year.Pounds.P95 / scaled.Pounds), year.Months == 12 ? EnvelopeOf(run, year) / scaled.Pounds : null)));
        var key = $"{scaled.Word} at {run.Statement.Prices} prices, financial years from April to March, central run. Upright line: nine futures in ten of the total.{(years.Any(year => EnvelopeOf(run, year) is not null) ? " Broad line across: the envelope." : "")}";
        page.Add("money", "Money", page.Chart("money-chart", Sentence(run), key, chart), TableOf(run, years, unit).Show(), Notes(run, years));
    }

    /// <summary>What it costs and whether that is within the envelope, in one sentence.</summary>
    public static string Sentence(ReportRun run)
    {
        var years = Totals(run);
        var last = years.LastOrDefault(year => year.Months == 12) ?? years[^1];
        var range = run.HasRange && Figures.To(last.Pounds.P5, last.Pounds.P95, Pounds) is { Length: > 0 } ends ? $" ({ends})" : "";
        var cost = $"{last.Year} costs {Pounds(last.Pounds.Central)}{range}{(last.Months == 12 ? "" : $" in {Wording.Count(last.Months, "month")}")} at {run.Statement.Prices} prices";
        if (last.Months < 12) return $"{cost}.";
        if (run.About.Envelopes.FirstOrDefault(year => year.Year == last.Year) is not { Envelope: { } envelope } beside) return $"{cost}; the framework sets no envelope for it.";
        var over = last.Pounds.Central - envelope;
        return $"{cost}, {Pounds(Math.Abs(over))} {(over > 0 ? "over" : "under")} its envelope of {Pounds(envelope)}{(beside.Probability is { } within ? $"; it stays within it in {Figures.Probability(within, run.Statement.FuturesRun)}" : "")}.";
    }

    /// <summary>A sum in a sentence: £17.0 billion, £312.4m.</summary>
    public static string Pounds(double value) => Math.Abs(value) >= 9.995e8 ? $"£{value / 1e9:#,0.0} billion" : Figures.Pounds(value) is { Length: > 0 } text ? text : "£0";

    /// <summary>A sum beside another, with as many digits as show how they differ: £17.012 billion.</summary>
    public static string Pounds(double value, double difference) => (Math.Abs(value), Math.Abs(difference)) switch
    {
        (_, < 0.5) or ( >= 9.995e8, >= 1e8) or ( < 999_500, >= 1e4) => Pounds(value),
        ( >= 9.995e8, >= 1e6) => $"£{value / 1e9:#,0.000} billion",
        ( >= 999_500, >= 1e5) => $"£{value / 1e6:#,0.0}m",
        ( >= 999_500, >= 1e3) => $"£{value / 1e6:#,0.000}m",
        _ => $"£{value:#,0}",
    };

    /// <summary>The whole cost of each year.</summary>
    public static ReportCost[] Totals(ReportRun run) => [.. run.Costs.Where(cost => cost.Item == "total")];

    private static double? EnvelopeOf(ReportRun run, ReportCost year) => run.About.Envelopes.FirstOrDefault(other => other.Year == year.Year)?.Envelope;

    private static ReportTable TableOf(ReportRun run, ReportCost[] years, MoneyUnit unit)
    {
        double Of(ReportCost year, string item) => run.Costs.FirstOrDefault(cost => cost.Year == year.Year && cost.Item == item)?.Pounds.Central ?? 0;
        List<ReportColumn> columns = [ReportColumn.Words("Year", years.Select(year => year.Months == 12 ? year.Year : $"{year.Year} ({Wording.Count(year.Months, "month")})"))];
        columns.AddRange(Items.Where(item => item == "staff" || years.Any(year => Of(year, item) != 0)).Select(item => ReportColumn.Numbers(Wording.Capital(item), years.Select(year => unit.Amount(Of(year, item))))));
        columns.Add(ReportColumn.Figures("Total", years.Select(year => (unit.Amount(year.Pounds.Central), run.HasRange ? Figures.To(year.Pounds.P5, year.Pounds.P95, unit.Amount) : ""))));
        if (years.Any(year => EnvelopeOf(run, year) is not null))
        {
            columns.Add(ReportColumn.Numbers("Envelope", years.Select(year => EnvelopeOf(run, year) is { } pounds ? unit.Amount(pounds) : "none")));
            columns.Add(ReportColumn.Numbers("Over, or under (-)", years.Select(year => EnvelopeOf(run, year) is { } pounds && year.Months == 12 ? unit.Change(year.Pounds.Central - pounds) : "")));
            columns.Add(ReportColumn.Numbers("Within it in", years.Select(year =>
                run.About.Envelopes.FirstOrDefault(other => other.Year == year.Year)?.Probability is { } probability ? Figures.Probability(probability, run.Statement.FuturesRun) : "")));
        }

        return new ReportTable($"Cost of the nation by financial year, {unit.Word} at {run.Statement.Prices} prices", columns);
    }

    private static Html Notes(ReportRun run, ReportCost[] years)
    {
        var without = run.About.WithoutTrainingCost;
        List<string> notes = [];
        if (without.Count > 0 && without.Count < run.About.Sources.Count) notes.Add($"Training leaves out what the framework has no cost for: {Wording.List(without)}.");
        if (years.All(year => EnvelopeOf(run, year) is null)) notes.Add("The framework sets no envelope; an envelope.csv beside its pay would be set against these figures.");
        if (years.Any(year => year.Months < 12 && EnvelopeOf(run, year) is not null)) notes.Add("A year of which the run holds fewer than twelve months is not set against its envelope.");
        return notes.Count == 0 ? Html.None : Html.Of($"<p class=\"note\">{string.Join(" ", notes)}</p>\n");
    }
}
