using System.Buffers;

namespace Cadre.Engine.Numerics;

/// <summary>Puts some order statistics of many values at their places without sorting all of them.</summary>
internal static class Selection
{
    private const int Buckets = 256;

    /// <summary>Fewer values than this are sorted.</summary>
    private const int Few = 48;

    /// <summary>Orders <paramref name="values"/> so far that each of the ranks holds what it would hold were they sorted.</summary>
    /// <param name="values">Finite numbers.</param>
    /// <param name="ranks">Ranks from 0, in ascending order.</param>
    public static void Place(Span<double> values, ReadOnlySpan<int> ranks)
    {
        var (least, greatest) = Ends(values);
        if (least == greatest) return;
        var scale = (Buckets - 1) / (greatest - least);
        if (values.Length < Few || !double.IsFinite(scale))
        {
            values.Sort();
            return;
        }

        var (copy, bucketOf) = (ArrayPool<double>.Shared.Rent(values.Length), ArrayPool<byte>.Shared.Rent(values.Length));
        values.CopyTo(copy);
        Span<int> ends = stackalloc int[Buckets];
        ends.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            var bucket = (byte)((values[i] - least) * scale);
            bucketOf[i] = bucket;
            ends[bucket]++;
        }

        Scatter(copy, bucketOf, ends, values);
        ArrayPool<double>.Shared.Return(copy);
        ArrayPool<byte>.Shared.Return(bucketOf);
        SortBucketsOf(ranks, ends, values);
    }

    private static (double Least, double Greatest) Ends(ReadOnlySpan<double> values)
    {
        var (least, greatest) = (values[0], values[0]);
        foreach (var value in values)
        {
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }

        return (least, greatest);
    }

    /// <summary>Writes the values bucket by bucket; counts become the buckets' ends.</summary>
    private static void Scatter(ReadOnlySpan<double> from, ReadOnlySpan<byte> bucketOf, Span<int> ends, Span<double> to)
    {
        var next = 0;
        foreach (ref var end in ends)
            (end, next) = (next, next + end);
        for (var i = 0; i < to.Length; i++)
            to[ends[bucketOf[i]]++] = from[i];
    }

    private static void SortBucketsOf(ReadOnlySpan<int> ranks, ReadOnlySpan<int> ends, Span<double> values)
    {
        var (bucket, sorted) = (0, -1);
        foreach (var rank in ranks)
        {
            while (ends[bucket] <= rank)
                bucket++;
            if (bucket == sorted) continue;
            var start = bucket == 0 ? 0 : ends[bucket - 1];
            values[start..ends[bucket]].Sort();
            sorted = bucket;
        }
    }
}
