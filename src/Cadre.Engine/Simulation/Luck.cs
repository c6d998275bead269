using Cadre.Engine.Futures;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// What chance does to individuals in one chance run (docs/method.md section 8): draws in a fixed order, so that a run depends on the seed and
/// its own number alone.
/// </summary>
/// <param name="seed">The run's seed.</param>
/// <param name="run">Number of the chance run, 1 or more.</param>
internal sealed class Luck(ulong seed, int run)
{
    /// <summary>Sets the draws of chance apart from those of assumptions, whose second word is a number of futures or 0.</summary>
    private const uint Stream = 0xFFFF_FFFF;

    /// <summary>Poisson numbers of a greater mean are sums of such: exp(-8) is well within a double.</summary>
    private const double MostAtOnce = 8;

    private ulong _drawn;

    /// <summary>The next fraction, over 0 and below 1.</summary>
    public double Next()
    {
        _drawn++;
        return Philox.ToUnit(Philox.Draw(seed, (uint)run, Stream, (uint)_drawn, (uint)(_drawn >> 32)));
    }

    /// <summary>Of <paramref name="heads"/> people, a whole number, how many to whom something of this probability happens.</summary>
    public double OutOf(double heads, double probability)
    {
        if (probability <= 0) return 0;
        double count = 0;
        for (var i = 0; i < heads; i++)
        {
            if (Next() < probability) count++;
        }

        return count;
    }

    /// <summary>A Poisson number.</summary>
    /// <param name="mean">Its mean, 0 or more.</param>
    public double Poisson(double mean)
    {
        double count = 0;
        for (var left = mean; left > 0; left -= MostAtOnce)
        {
            var never = Elementary.Exp(-Math.Min(left, MostAtOnce));
            for (var product = Next(); product > never; product *= Next())
                count++;
        }

        return count;
    }

    /// <summary>The whole number below, plus one with the fraction as probability.</summary>
    public double Whole(double value)
    {
        var below = Math.Floor(value);
        return value > below && Next() < value - below ? below + 1 : below;
    }

    /// <summary>An index drawn with weights, which need not sum to 1; the last of weight over 0 takes what rounding leaves.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (var weight in weights)
            sum += weight;
        var (at, last) = (Next() * sum, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0) continue;
            last = i;
            at -= weights[i];
            if (at < 0) break;
        }

        return last;
    }
}
