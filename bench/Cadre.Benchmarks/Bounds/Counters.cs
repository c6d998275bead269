using System.ComponentModel;
using System.Globalization;
using Cadre.Benchmarks.Commands;
using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Bounds;

/// <summary>What the processor itself counts while futures run, where there is <c>perf</c> and the machine allows it.</summary>
/// <param name="Counts">By name of the event: how often; those alone that the machine counts.</param>
internal sealed record Counters(IReadOnlyDictionary<string, double> Counts)
{
    /// <summary>Name of the command of this program that is counted.</summary>
    public const string Command = "futures";

    private const string Events = "cycles:u,instructions:u,L1-dcache-loads:u,L1-dcache-load-misses:u,l2_rqsts.miss:u,LLC-load-misses:u,fp_arith_inst_retired.512b_packed_double:u";
    private const string FewerEvents = "cycles:u,instructions:u,L1-dcache-loads:u,L1-dcache-load-misses:u,LLC-load-misses:u";

    /// <summary>Counts a process that does little but run futures eight at a time; nothing is counted where that cannot be done.</summary>
    public static Counters Measure() => TryMeasure(Events) ?? TryMeasure(FewerEvents) ?? new Counters(new Dictionary<string, double>());

    /// <summary>Runs futures eight at a time for some seconds.</summary>
    public static void RunFutures()
    {
        var session = England.Session(200, threads: 1);
        for (var i = 0; i < 5; i++)
            session.RunByLanes(Scenario.Baseline);
    }

    private static Counters? TryMeasure(string events)
    {
        var file = Path.GetTempFileName();
        try
        {
            FinishedProcess.Run("perf", ["stat", "-x", ",", "-o", file, "-e", events, "--", "dotnet", ThisProgram.Path, Command]);
            return Read(File.ReadLines(file));
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Lines such as <c>1234,,cycles:u,...</c>; what the machine does not count has no number.</summary>
    private static Counters Read(IEnumerable<string> lines) => new(
        lines.Select(line => line.Split(',')).Where(cells => cells.Length > 2 && double.TryParse(cells[0], CultureInfo.InvariantCulture, out _))
            .ToDictionary(cells => cells[2].Replace(":u", "", StringComparison.Ordinal), cells => double.Parse(cells[0], CultureInfo.InvariantCulture)));
}
