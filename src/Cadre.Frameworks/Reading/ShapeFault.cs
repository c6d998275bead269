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
    public static ShapeFault? Find(DistributionFamily family, string word, double low, double central, double high)
    {
        if (low > high) return new ShapeFault("low", $"no more than high, {high}");
        if (central < low || central > high) return new ShapeFault("central", $"a number from low to high, {low} to {high}");
        return Distribution.Expectation(family, low, central, high) is { } expected ? new ShapeFault("central", $"{expected}, as {word} asks") : null;
    }
}
