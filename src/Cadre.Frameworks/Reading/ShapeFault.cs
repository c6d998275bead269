using Cadre.Engine.Futures;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>What is wrong with the three values of an assumption that do not fit its distribution.</summary>
/// <param name="Column">The column, or key, to blame.</param>
/// <param name="Expected">What it should hold.</param>
internal sealed record ShapeFault(string Column, string Expected)
{
    /// <summary>The fault of three values in one unit; null when they fit.</summary>
    /// <param name="family">The distribution.</param>
    /// <param name="word">What the file calls it.</param>
    /// <param name="low">The low end.</param>
    /// <param name="central">The central value.</param>
    /// <param name="high">The high end.</param>
    /// <param name="allowed">What the parameter allows, in the same unit; null where that is not known.</param>
    public static ShapeFault? Find(DistributionFamily family, string word, double low, double central, double high, Quantity? allowed)
    {
        if (low > high) return new ShapeFault("low", $"no more than high, {high}");
        if (central < low || central > high) return new ShapeFault("central", $"a number from low to high, {low} to {high}");
        if (family == DistributionFamily.Beta && low < high)
        {
            if (allowed is null) return null;
            if (FaultOfEnds(word, low, high, allowed) is { } fault) return fault;
        }

        return Distribution.Expectation(family, low, central, high, allowed?.Low ?? double.NegativeInfinity, allowed?.High ?? double.PositiveInfinity) is { } expected
            ? new ShapeFault("central", $"{expected}, as {word} asks")
            : null;
    }

    /// <summary>A beta lies on all that is allowed, so that there is room below low and above high.</summary>
    private static ShapeFault? FaultOfEnds(string word, double low, double high, Quantity allowed)
    {
        if (!double.IsFinite(allowed.Low) || !double.IsFinite(allowed.High))
        {
            var limited = string.Join(", ", ParameterRule.All.Where(rule => double.IsFinite(rule.Low) && double.IsFinite(rule.High)).Select(rule => rule.Word));
            return new ShapeFault("distribution", $"another distribution: {word} is for parameters that are limited below and above, {limited}");
        }

        if (low <= allowed.Low) return new ShapeFault("low", $"a number over {allowed.Low}, as {word} asks");
        return high >= allowed.High ? new ShapeFault("high", $"a number under {allowed.High}, as {word} asks") : null;
    }
}
