using Cadre.Benchmarks.Bounds;
using Cadre.Benchmarks.Commands;
using Cadre.Benchmarks.Growth;
using Cadre.Benchmarks.Suites;

namespace Cadre.Benchmarks.Pages;

/// <summary>docs/performance.md: measures everything and writes the whole page.</summary>
internal static class PerformancePage
{
    /// <summary>Measures, then writes the page to a file; one that is there is replaced.</summary>
    public static void Write(string path)
    {
        var load = Machine.Load;
        var runs = Step("the whole command", CadreCommand.MeasureRun);
        var list = Step("a staff list", StaffListCommand.Measure);
        var suites = Step("loops side by side", SuitesFound.Measure);
        var growth = Step("how cost grows", GrowthTables.Measure);
        var bounds = Step("what bounds it", BoundsFound.Measure);
        File.WriteAllText(path, Text(load, runs, list, suites, growth, bounds));
    }

    private static T Step<T>(string what, Func<T> measure)
    {
        Console.Error.WriteLine($"Measuring {what} ...");
        return measure();
    }

    private static string Text(
        string load, IReadOnlyDictionary<int, FinishedProcess> runs, StaffListCommand list, SuitesFound suites, IReadOnlyList<GrowthTable> growth, BoundsFound bounds) =>
        $"""
        # Performance

        How fast Cadre is, what bounds it and how its cost grows. `bench/run` measures all of it and writes this page; nobody edits it.

        Measured on: {Machine.Line}.{load}

        ## The bars

        "The national plan" is `england-2025` from September 2025 to March 2031, {England.Months} months, with its default outputs. "A future" is one course
        that the next years may take. A bar is what Cadre must keep to; an aim is what is wanted beyond it.

        {BarsSection.Table(runs, list, suites, growth)}
        {CommandSection.Text(runs, list)}
        {SuitesSection.Text(suites)}
        {GrowthSection.Text(growth)}
        {BoundsSection.Text(bounds)}
        ## How to measure again

            bench/run

        It builds Cadre, measures for some minutes and rewrites this page. It needs the .NET SDK 10. Other work on the machine makes times longer;
        ratios suffer less, since what is compared is measured in turn within the same run. Nothing in `./test` depends on a time.

        """;
}
