using System.ComponentModel;
using System.Diagnostics;

namespace Cadre.Benchmarks.Commands;

/// <summary>What a process took from its start to its end.</summary>
/// <param name="Seconds">Time on the clock.</param>
/// <param name="CpuSeconds">Time of processors, all threads.</param>
/// <param name="PeakBytes">The most memory that it held at a time, resident.</param>
/// <param name="Output">What it wrote on standard output.</param>
internal sealed record FinishedProcess(double Seconds, double CpuSeconds, long PeakBytes, string Output)
{
    private const int MillisecondsBetweenLooks = 5;

    /// <summary>Runs a program to its end, and looks at what it takes as it runs: the last look is that of a few milliseconds before its end.</summary>
    /// <param name="program">Name or path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it is given besides those of this process.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static FinishedProcess Run(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(MillisecondsBetweenLooks))
            Look(process, ref cpu, ref peak);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0
            ? new FinishedProcess(seconds, cpu.TotalSeconds, peak, output.GetAwaiter().GetResult())
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {errors.GetAwaiter().GetResult()}");
    }

    /// <summary>Medians, each by itself.</summary>
    public static FinishedProcess Median(IReadOnlyList<FinishedProcess> processes) => new(
        Timed.Median(processes.Select(process => process.Seconds)),
        Timed.Median(processes.Select(process => process.CpuSeconds)),
        (long)Timed.Median(processes.Select(process => (double)process.PeakBytes)),
        processes[0].Output);

    private static void Look(Process process, ref TimeSpan cpu, ref long peak)
    {
        try
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            cpu = process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It ended between two looks.
        }
    }
}
