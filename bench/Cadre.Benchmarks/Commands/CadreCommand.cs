using System.Globalization;
using Cadre.TestCommon;

namespace Cadre.Benchmarks.Commands;

/// <summary>Commands of Cadre as a user gives them, each a process of its own.</summary>
internal static class CadreCommand
{
    private const int Rounds = 3;

    private static string Program { get; } = Path.Combine(Repository.Root, "cadre");

    /// <summary>The national plan with 1,000 futures, files written, by number of threads.</summary>
    public static IReadOnlyDictionary<int, FinishedProcess> MeasureRun()
    {
        var taken = new Dictionary<int, List<FinishedProcess>> { [1] = [], [2] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (threads, processes) in taken)
                processes.Add(Run(threads));
        }

        return taken.ToDictionary(row => row.Key, row => FinishedProcess.Median(row.Value));
    }

    /// <summary>Starts <c>./cadre</c> with the arguments; bench/run has built it.</summary>
    public static FinishedProcess Start(params string[] arguments) => FinishedProcess.Run(Program, arguments);

    private static FinishedProcess Run(int threads)
    {
        using var folder = new TemporaryFolder();
        return Start("run", "england-2025", "--futures", "1000", "--threads", threads.ToString(CultureInfo.InvariantCulture), "--out", Path.Combine(folder.Path, "run"), "--quiet");
    }
}
