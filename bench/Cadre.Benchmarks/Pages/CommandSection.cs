using Cadre.Benchmarks.Commands;

namespace Cadre.Benchmarks.Pages;

/// <summary>Whole processes, as a user starts them.</summary>
internal static class CommandSection
{
    /// <summary>The section.</summary>
    public static string Text(IReadOnlyDictionary<int, FinishedProcess> runs, StaffListCommand list) =>
        $"""
        ## Whole commands

        `cadre run england-2025 --futures 1000`, a new process each time: reading and checking the framework, the run, percentiles, every file written.
        Processor time adds up all threads. Memory is the most that was resident at a time. Medians of three.

        {MarkdownTable.Of(["threads", "time", "processor time", "memory"], runs.OrderBy(run => run.Key).Select(run => Row($"{run.Key}", run.Value)))}
        `cadre import england-2025 --staff-list`, a list of {StaffListCommand.Rows:#,0} rows ({Figure.Memory(list.FileBytes)}) that is made up, a sixth of them of trusts in the
        framework. Beside it, what only counts the lines of the same file in the same run.

        {MarkdownTable.Of(["what", "time", "processor time", "memory"], Lists(list))}
        """;

    private static IEnumerable<IReadOnlyList<string>> Lists(StaffListCommand list)
    {
        yield return Row("staff list imported", list.Import);
        yield return ["lines counted, .NET", Figure.Time(list.ReaderCount.Ms), Figure.Time(list.ReaderCount.CpuMs), ""];
        if (list.BareCount is { } bare) yield return ["lines counted, `wc -l`", Figure.Time(bare.Seconds * 1000), "", ""];
    }

    private static IReadOnlyList<string> Row(string what, FinishedProcess process) =>
        [what, Figure.Time(process.Seconds * 1000), Figure.Time(process.CpuSeconds * 1000), Figure.Memory(process.PeakBytes)];
}
