using Cadre.Cli.Reports.Sections;

namespace Cadre.Cli.Reports;

/// <summary>Targets in the middle of a sentence: the likeliest and least likely, and by how much the central run misses.</summary>
internal static class TargetWords
{
    /// <summary>Misses that a sentence names.</summary>
    private const int Named = 2;

    /// <summary>The ends by probability, each with all that share it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reached">The targets that it reaches, the likeliest first.</param>
    public static string Ends(ReportRun run, IReadOnlyList<ReportTarget> reached)
    {
        string Text(ReportTarget target) => Figures.Probability(target.Probability, run.Statement.FuturesRun);
        ReportTarget[] Like(ReportTarget end) => [.. reached.Where(target => Text(target) == Text(end))];
        string Of(ReportTarget end) => $"{Wording.List([.. Like(end).Select(target => $"“{target.Description}”")])}, {Text(end)}{(Like(end).Length > 1 ? " each" : "")}";
        if (reached.Count == 1) return $"{Of(reached[0])}.";
        return Like(reached[0]).Length == reached.Count ? $"Each holds in {Text(reached[0])}." : $"Likeliest: {Of(reached[0])}. Least likely: {Of(reached[^1])}.";
    }

    /// <summary>After a space, what the central run comes to where it misses furthest; nothing where it meets all.</summary>
    public static string Misses(ReportRun run, IReadOnlyList<ReportTarget> reached)
    {
        var missed = reached.Where(target => !target.HoldsCentrally).OrderByDescending(Off).ToArray();
        if (missed.Length == 0) return "";
        var lead = missed.Length > Named ? "Furthest off in the central run" : "In the central run";
        return $" {lead}: {string.Join("; ", missed.Take(Named).Select(target => $"{(reached.Count == 1 ? "" : $"“{target.Description}” ")}{Miss(run, target)}"))}.";
    }

    /// <summary>What comes against what is wanted: 2,100 of 19,000 wanted, falls by 1,310 where +11,000 is wanted.</summary>
    public static string Miss(ReportRun run, ReportTarget target)
    {
        var central = target.Figure!.Value.Central;
        var wanted = target.IsShare ? $"{target.Value * 100:0.##}%" : $"{target.Value:#,0.##}";
        if (target.IsAdded && central < 0 && target.Value > 0) return $"falls by {run.Fte(-central)} where +{wanted} is wanted";
        var comes = TargetSection.Figure(run, target, central);
        return target.AtLeast && !target.IsShare && central >= 0 && target.Value > 0 ? $"{comes} of {wanted} wanted" : $"{comes} where {(target.AtLeast ? "at least" : "at most")} {wanted} is wanted";
    }

    /// <summary>By what share of what is wanted the central run misses.</summary>
    private static double Off(ReportTarget target) => Math.Abs(target.Figure!.Value.Central - target.Value) / Math.Max(Math.Abs(target.Value), 1e-9);
}
