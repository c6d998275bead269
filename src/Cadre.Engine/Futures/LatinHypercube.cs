using System.Text;
using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Futures;

/// <summary>
/// The design of the futures: each assumption's range of probability in as many equal strata as there are futures,
/// and each stratum drawn once (docs/method.md section 6).
/// </summary>
public static class LatinHypercube
{
    /// <summary>The probabilities, over 0 and below 1, at which futures read one assumption's distribution.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="row">The assumption, which may rise and fall together with others.</param>
    /// <param name="size">Futures in the whole design.</param>
    /// <param name="first">The first future wanted, 1 or more.</param>
    /// <param name="last">The last future wanted, up to <paramref name="size"/>.</param>
    /// <returns>One probability per future; the part of the whole design whatever part is asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The futures asked for are not within the design.</exception>
    public static double[] Column(ulong seed, Assumption row, int size, int first, int last) =>
        row.CorrelationGroup is { } group
            ? Column(seed, row.Id, size, first, last, Scores(seed, row.Id, group, row.Correlation, size))
            : Column(seed, row.Id, size, first, last);

    /// <summary>The probabilities of an assumption that does not depend on others.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="assumptionId">The assumption's id, hashed as UTF-8.</param>
    /// <param name="size">Futures in the whole design.</param>
    /// <param name="first">The first future wanted, 1 or more.</param>
    /// <param name="last">The last future wanted, up to <paramref name="size"/>.</param>
    /// <returns>One probability per future; the part of the whole design whatever part is asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The futures asked for are not within the design.</exception>
    public static double[] Column(ulong seed, string assumptionId, int size, int first, int last)
    {
        var (low, high) = Counter(assumptionId);
        return Column(seed, assumptionId, size, first, last, i => Philox.Draw(seed, (uint)i, (uint)size, low, high));
    }

    /// <summary>The 64-bit FNV-1a hash of a text's UTF-8 bytes.</summary>
    internal static ulong Fnv1A(string text)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var value in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ value) * 0x100000001b3UL);
        return hash;
    }

    /// <summary>The stratum of a future is the rank of its key among those of all futures, ties by the future's number.</summary>
    private static double[] Column<TKey>(ulong seed, string assumptionId, int size, int first, int last, Func<int, TKey> keyOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, size);

        var (low, high) = Counter(assumptionId);
        var keys = new (TKey Key, int Future)[size];
        for (var i = 1; i <= size; i++)
            keys[i - 1] = (keyOf(i), i);
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

    /// <summary>By future: the normal score of a row of a group, one part what the group has in common and one part its own.</summary>
    private static Func<int, double> Scores(ulong seed, string assumptionId, string group, double correlation, int size)
    {
        var common = Column(seed, "group:" + group, size, 1, size);
        var own = Column(seed, assumptionId, size, 1, size);
        var rest = Math.Sqrt(1 - (correlation * correlation));
        return i => (correlation * Elementary.InverseNormal(common[i - 1])) + (rest * Elementary.InverseNormal(own[i - 1]));
    }

    private static (uint Low, uint High) Counter(string assumptionId)
    {
        var hash = Fnv1A(assumptionId);
        return ((uint)hash, (uint)(hash >> 32));
    }
}
