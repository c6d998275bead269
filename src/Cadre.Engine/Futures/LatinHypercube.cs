using System.Text;

namespace Cadre.Engine.Futures;

/// <summary>
/// The design of the futures: each assumption's range of probability in as many equal strata as there are futures,
/// and each stratum drawn once (docs/method.md section 6).
/// </summary>
public static class LatinHypercube
{
    /// <summary>The probabilities, over 0 and below 1, at which futures read one assumption's distribution.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="assumptionId">The assumption's id, hashed as UTF-8.</param>
    /// <param name="size">Futures in the whole design.</param>
    /// <param name="first">The first future wanted, 1 or more.</param>
    /// <param name="last">The last future wanted, up to <paramref name="size"/>.</param>
    /// <returns>One probability per future; the part of the whole design whatever part is asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The futures asked for are not within the design.</exception>
    public static double[] Column(ulong seed, string assumptionId, int size, int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, size);

        var hash = Fnv1A(assumptionId);
        var (low, high) = ((uint)hash, (uint)(hash >> 32));
        var keys = new (ulong Key, int Future)[size];
        for (var i = 1; i <= size; i++)
            keys[i - 1] = (Philox.Draw(seed, (uint)i, (uint)size, low, high), i);
        Array.Sort(keys);

        var column = new double[last - first + 1];
        for (var stratum = 0; stratum < size; stratum++)
        {
            var future = keys[stratum].Future;
            if (future < first || future > last)
                continue;
            var place = Philox.ToUnit(Philox.Draw(seed, (uint)future, 0, low, high));
            column[future - first] = Math.Min((stratum + place) / size, Math.BitDecrement(1.0));
        }

        return column;
    }

    /// <summary>The 64-bit FNV-1a hash of a text's UTF-8 bytes.</summary>
    internal static ulong Fnv1A(string text)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var value in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ value) * 0x100000001b3UL);
        return hash;
    }
}
