using System.Globalization;
using Cadre.Cli.Plans;
using Cadre.Frameworks.Writing;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The first sheet: what the workbook is, where it comes from, how ranges are read and what each sheet holds.</summary>
internal static class ReadMeSheet
{
    private const int NameWidth = 22;
    private const int TextWidth = 112;

    public static BookSheet Of(Plan plan, RunManifest manifest, string scenario, string licence, IReadOnlyList<BookSheet> sheets) => new()
    {
        Name = "Read me",
        Title = plan.Framework.Title,
        HasHeader = false,
        Columns = [new BookColumn("") { Narrowest = NameWidth, Widest = NameWidth }, new BookColumn("") { Narrowest = TextWidth, Widest = TextWidth }],
        Rows =
        [
            Row("In one sentence", Headline.Of(plan)),
            Row("What this is", "A plan worked out by Cadre: the tables of the run in this folder, for reading, filtering and printing. The CSV files beside it hold every figure; this workbook holds no formulas and changes nothing."),
            Row("Who is counted", $"{plan.Framework.Coverage} {PublishedPeople.Held(plan.PostsHeld, plan.People)}".TrimStart()),
            Blank,
            Row("Framework", $"{plan.Framework.Name}"),
            Row("Scenario", scenario),
            .. Texts("What it does", plan.Result.Options.Scenario.Text),
            Row("Figures published by", BookCell.Of(plan.Framework.AsOf)),
            Row("Opening day", BookCell.Of(plan.Framework.Opening)),
            Row("Last month", BookCell.Of(plan.Last)),
            Row("Months", BookCell.Of(manifest.Months, BookFormat.Whole)),
            Row("Futures", BookCell.Of(plan.Result.FuturesRun, BookFormat.Whole)),
            .. Texts("Of the design", manifest.Only is { } only ? string.Create(CultureInfo.InvariantCulture, $"futures {only} of {manifest.Futures:#,0}") : ""),
            Row("Seed", $"{manifest.Seed}"),
            Row("Digest of results", manifest.ResultsDigest),
            Row("Digest of framework", manifest.FrameworkDigest),
            .. Texts("Digest of scenario", manifest.ScenarioDigest ?? ""),
            Row("Written by", $"Cadre {ResultManifest.Engine}; run.json beside this file has what it takes to repeat the run"),
            Blank,
            Row("How to read ranges", Ranges(plan)),
            Row("Units", "Staff, posts, vacancies, cover and need are full-time equivalents (FTE) at the end of the month; joiners and leavers are people (heads) over the months named; money is pounds at the prices named. A cell holds every digit and shows few."),
            Row("Grades of evidence", Wording.Grades["Grades: ".Length..]),
            Blank,
            new BookRow([BookCell.Of("Sheet"), BookCell.Of("Holds")], IsBold: true),
            .. sheets.Select(sheet => Row(sheet.Name, sheet.Title)),
            Blank,
            Row("Licence", licence),
            .. Texts("Of the framework", plan.Framework.Licence == licence ? "" : plan.Framework.Licence),
        ],
        FrozenColumns = 0,
    };

    private static BookRow Blank => new([default, default]);

    private static string Ranges(Plan plan) => plan.Result.FuturesRun == 1
        ? "Each figure is the central run, with every assumption at its central value; one future gives no range."
        : $"Each figure is the central run, with every assumption at its central value. “Low” and “high” hold nine in ten of {Wording.Count(plan.Result.FuturesRun, "future")} drawn over all assumptions at once (5th and 95th percentile). "
            + "Futures are not centred on the central run. Ends of ranges do not add up: places are seldom all at their low end at once.";

    private static IEnumerable<BookRow> Texts(string name, string text) => text.Length > 0 ? [Row(name, text)] : [];

    private static BookRow Row(string name, string text) => Row(name, BookCell.Of(text));

    private static BookRow Row(string name, BookCell cell) => new([BookCell.Of(name), cell with { IsLeft = true }]);
}
