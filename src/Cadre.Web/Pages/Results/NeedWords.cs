using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Results;

/// <summary>What a page says of need.</summary>
internal static class NeedWords
{
    /// <summary>A framework without need.</summary>
    public const string NotInFramework = "This framework gives no need: it has no need.csv. The gap shown is the gap to posts, which are what is funded, not what people need.";

    /// <summary>A run that was made before runs kept their need.</summary>
    public const string NotInRun = "This run holds no need: it was made before Cadre kept need with a run. Run the framework again to see the gap to need; the gap shown is the gap to posts.";

    /// <summary>Staff of whom the framework says nothing.</summary>
    public const string NotOfLine = "The framework gives no need for these staff. The gap shown is the gap to posts.";

    /// <summary>Need beside the staff of those who have one, in one or two sentences.</summary>
    /// <param name="line">The line; it has need.</param>
    /// <param name="month">The month.</param>
    /// <param name="monthName">Its name.</param>
    public static string Of(LineFigures line, int month, string monthName)
    {
        if (line.Of(month, NeedMeasure.Need) is not { } need || line.Of(month, NeedMeasure.GapToNeed) is not { } gap) return "";
        var counted = need.Central - gap.Central;
        var staff = line.Of(month, Measure.Fte)?.Central ?? 0;
        // The share of all staff that has a need; a difference of rounding alone is none.
        var part = staff - counted > 0.05 ? $"Need is given for {Figures.Amount(counted)} of the {Figures.Amount(staff)} FTE in post. " : "";
        var missing = gap.Central >= 0 ? gap : new LineFigures.Range(-gap.Central, -gap.High, -gap.Median, -gap.Low);
        return $"{part}In {monthName} {Figures.Amount(need.Central)} FTE are needed{Range(need)}, and the staff of those who have a need are {Figures.Amount(counted)}: "
            + $"{Figures.Amount(missing.Central)} {(gap.Central >= 0 ? "too few" : "more than are needed")}{Range(missing)}.";
    }

    private static string Range(LineFigures.Range figure) => Figures.To(figure.Low, figure.High, Figures.Amount) is { Length: > 0 } range ? $" (nine futures in ten: {range})" : "";
}
