using Cadre.Engine.Results;

namespace Cadre.Core.Words;

/// <summary>Differences as a person reads them.</summary>
public static class Signed
{
    /// <summary>+1,230, -45, 0.</summary>
    public static string Amount(double value) => Sign(value, Figures.Amount(value));

    /// <summary>+1,234, -45, 0.</summary>
    public static string Whole(long value) => Sign(value, Figures.Whole(value));

    /// <summary>+1.2, -0.4, 0.0.</summary>
    public static string Tenth(double value) => Sign(value, Figures.Tenth(value));

    /// <summary>The middle nine tenths of the futures' differences: +980 to +1,510.</summary>
    public static string Range(Summary difference) =>
        (Amount(difference.P5), Amount(difference.P95)) is var (low, high) && (low, high) == ("0", "0") ? "" : $"{low} to {high}";

    /// <summary>A difference of probabilities in percentage points.</summary>
    public static string Points(double difference) => Sign(difference, Figures.Whole(difference * 100));

    /// <summary>1,230 FTE more in post (90% range 980–1,510).</summary>
    /// <param name="difference">The difference, FTE.</param>
    /// <param name="what">What is counted: in post.</param>
    /// <param name="lead">What stands before the range.</param>
    /// <param name="hasRange">Whether there is more than one future.</param>
    public static string Words(Summary difference, string what, string lead, bool hasRange)
    {
        if (Amount(difference.Central) == "0" && Range(difference).Length == 0) return $"as many {what}";
        var isFewer = difference.Central < 0;
        var (low, high) = isFewer ? (-difference.P95, -difference.P5) : (difference.P5, difference.P95);
        var range = low >= 0 ? Figures.Between(low, high, Figures.Amount) : Range(difference);
        return $"{Figures.Amount(Math.Abs(difference.Central))} FTE {(isFewer ? "fewer" : "more")} {what}{(hasRange ? $" ({lead}{range})" : "")}";
    }

    private static string Sign(double value, string text) => value > 0 && text.Any(digit => digit is >= '1' and <= '9') ? "+" + text : text;
}
