namespace Cadre.Benchmarks.Pages;

/// <summary>What Cadre promises of its speed.</summary>
/// <param name="What">What is measured, for a planner.</param>
/// <param name="Most">The bar.</param>
/// <param name="Aim">What is wanted beyond it; empty where nothing is.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Holds">Whether the bar is held.</param>
/// <param name="ReachesAim">Whether the aim is reached too.</param>
internal sealed record Bar(string What, string Most, string Aim, string Measured, bool Holds, bool ReachesAim = false)
{
    private const double KiB = 1024;

    /// <summary>The line of the table.</summary>
    public IReadOnlyList<string> Cells => [What, Most, Aim, Measured, Holds ? ReachesAim ? "yes, and the aim" : "yes" : "no"];

    /// <summary>A time that is to be no more than some seconds.</summary>
    public static Bar OfSeconds(string what, double most, double? aim, double seconds) =>
        new(what, $"at most {most} s", aim is { } wanted ? $"{wanted} s" : "", $"{Figure.Of(seconds)} s", seconds <= most, seconds <= aim);

    /// <summary>A time that is to be no more than some milliseconds.</summary>
    public static Bar OfMilliseconds(string what, double most, double? aim, double ms) =>
        new(what, $"at most {most} ms", aim is { } wanted ? $"{wanted} ms" : "", $"{Figure.Of(ms)} ms", ms <= most, ms <= aim);

    /// <summary>Memory that is to be no more than some MiB.</summary>
    public static Bar OfMiB(string what, double most, double? aim, long bytes) =>
        new(what, $"at most {most:#,0} MiB", aim is { } wanted ? $"{wanted:#,0} MiB" : "", $"{bytes / KiB / KiB:#,0} MiB", bytes / KiB / KiB <= most, bytes / KiB / KiB <= aim);

    /// <summary>A ratio that is to be no more than a number; what is written decides.</summary>
    public static Bar OfRatio(string what, double most, double ratio) =>
        new(what, $"at most {most:0.0} times", "", $"{ratio:0.0} times", Math.Round(ratio, 1) <= most);

    /// <summary>How many times as fast something is to be at least.</summary>
    public static Bar OfSpeed(string what, double least, double speed) =>
        new(what, $"at least {least:0} times", "", $"{speed:0.0} times", speed >= least);
}
