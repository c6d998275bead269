using Cadre.Engine.Simulation;

namespace Cadre.Engine.Numerics;

/// <summary>Published age bands become single years of age (docs/method.md section 2.1).</summary>
public static class MonotoneCubic
{
    /// <summary>The share of each age, 16 to 75; every band gives back its own share.</summary>
    /// <param name="edges">Ages at which bands begin, ascending, and last the age at which the last one ends; 16 to 76.</param>
    /// <param name="shares">Share of each band, 0 or more; they sum to 1.</param>
    /// <returns>60 shares, exactly 0 outside the bands and in one of share 0.</returns>
    /// <exception cref="ArgumentException">The edges do not ascend within 16 to 76, or are not one more than the shares.</exception>
    public static double[] SpreadToAges(ReadOnlySpan<int> edges, ReadOnlySpan<double> shares)
    {
        CheckEdges(edges, shares.Length);
        var cumulative = new double[edges.Length];
        for (var k = 0; k < shares.Length; k++)
            cumulative[k + 1] = cumulative[k] + shares[k];
        var slopes = Slopes(edges, shares);

        var result = new double[Ages.Count];
        for (var k = 0; k < shares.Length; k++)
        {
            // Differences of a level curve are rounding, which a share of an age would take for people.
            if (shares[k] == 0) continue;
            var below = cumulative[k];
            for (var age = edges[k]; age < edges[k + 1]; age++)
            {
                var above = age + 1 == edges[k + 1] ? cumulative[k + 1] : Curve(age + 1, k, edges, cumulative, slopes);
                result[age - Ages.First] = Math.Max(0, above - below);
                below = above;
            }
        }

        return result;
    }

    private static void CheckEdges(ReadOnlySpan<int> edges, int bands)
    {
        if (bands == 0 || edges.Length != bands + 1)
            throw new ArgumentException($"{bands} bands have {bands + 1} edges, not {edges.Length}.", nameof(edges));
        for (var k = 1; k < edges.Length; k++)
        {
            if (edges[k] <= edges[k - 1])
                throw new ArgumentException($"Edge {edges[k]} follows {edges[k - 1]}; edges ascend.", nameof(edges));
        }

        if (edges[0] < Ages.First || edges[^1] > Ages.Last + 1)
            throw new ArgumentException($"Bands from {edges[0]} to {edges[^1]} leave {Ages.First} to {Ages.Last + 1}.", nameof(edges));
    }

    private static double[] Slopes(ReadOnlySpan<int> edges, ReadOnlySpan<double> shares)
    {
        var widths = new double[shares.Length];
        var chords = new double[shares.Length];
        for (var k = 0; k < shares.Length; k++)
        {
            widths[k] = edges[k + 1] - edges[k];
            chords[k] = shares[k] / widths[k];
        }

        if (shares.Length == 1)
            return [chords[0], chords[0]];

        var slopes = new double[edges.Length];
        slopes[0] = EndSlope(widths[0], widths[1], chords[0], chords[1]);
        for (var k = 1; k < shares.Length; k++)
            slopes[k] = InnerSlope(widths[k - 1], widths[k], chords[k - 1], chords[k]);
        slopes[^1] = EndSlope(widths[^1], widths[^2], chords[^1], chords[^2]);
        return slopes;
    }

    private static double InnerSlope(double widthBefore, double widthAfter, double chordBefore, double chordAfter)
    {
        if (chordBefore * chordAfter <= 0)
            return 0;
        var w1 = (2 * widthAfter) + widthBefore;
        var w2 = widthAfter + (2 * widthBefore);
        return (w1 + w2) / ((w1 / chordBefore) + (w2 / chordAfter));
    }

    private static double EndSlope(double width, double nextWidth, double chord, double nextChord)
    {
        var slope = ((((2 * width) + nextWidth) * chord) - (width * nextChord)) / (width + nextWidth);
        if (slope * chord <= 0)
            return 0;
        return chord * nextChord <= 0 && Math.Abs(slope) > 3 * Math.Abs(chord) ? 3 * chord : slope;
    }

    private static double Curve(int x, int k, ReadOnlySpan<int> edges, double[] cumulative, double[] slopes)
    {
        double width = edges[k + 1] - edges[k];
        var s = (x - edges[k]) / width;
        var t = 1 - s;
        return (cumulative[k] * (1 + (2 * s)) * t * t) + (width * slopes[k] * s * t * t)
            + (cumulative[k + 1] * s * s * (3 - (2 * s))) + (width * slopes[k + 1] * s * s * (s - 1));
    }
}
