using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Kernel;
using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>
/// The records of all futures of a run, eight futures side by side, so that one figure of many futures is read from few places. Every future
/// is written by one thread.
/// </summary>
internal sealed class FutureRecords
{
    private readonly LaneMemory[] _blocks;

    /// <param name="count">Futures.</param>
    /// <param name="size">Length of a future's record.</param>
    public FutureRecords(int count, int size)
    {
        (Count, Size) = (count, size);
        _blocks = new LaneMemory[(count + Lane.Count - 1) / Lane.Count];
    }

    /// <summary>Futures.</summary>
    public int Count { get; }

    /// <summary>Length of a future's record.</summary>
    public int Size { get; }

    /// <summary>Blocks of up to eight futures.</summary>
    public int Blocks => _blocks.Length;

    /// <summary>The records of a block of futures, to be written; they are made at the first call.</summary>
    public LaneMemory Block(int block) => LazyInitializer.EnsureInitialized(ref _blocks[block], () => new LaneMemory(Size));

    /// <summary>Takes the record of one future.</summary>
    public void Store(int future, ReadOnlySpan<double> record)
    {
        var lanes = Block(future / Lane.Count).Doubles;
        for (var i = 0; i < record.Length; i++)
            lanes[(i * Lane.Count) + (future % Lane.Count)] = record[i];
    }

    /// <summary>A measure of a figure in every future, in their order.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="values">Takes as many values as there are futures.</param>
    public void Read(RecordedFigure figure, Measure measure, Span<double> values)
    {
        if (measure != Measure.VacancyRate)
        {
            Read(figure with { Offset = figure.Offset + Array.IndexOf(RecordingPlan.Kept, measure) }, values);
            return;
        }

        Read(figure, Measure.Vacancies, values);
        var posts = new double[Count];
        Read(figure, Measure.Posts, posts);
        for (var i = 0; i < values.Length; i++)
            values[i] = RecordingPlan.Rate(values[i], posts[i]);
    }

    /// <summary>
    /// Every measure that is kept of some lines and months in every future: of each figure those of the first measure, then those of the second, and
    /// so on. What figures have side by side in the records is read together: every block of futures lies in pages of its own.
    /// </summary>
    /// <param name="figures">The lines and months.</param>
    /// <param name="values">Takes for each figure <see cref="Count"/> values for each of <see cref="RecordingPlan.Kept"/>.</param>
    /// <param name="stride">How far a figure's values stand after those of the one before.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadAll(ReadOnlySpan<RecordedFigure> figures, Span<double> values, int stride)
    {
        Span<Lanes> sums = stackalloc Lanes[RecordingPlan.Kept.Length];
        for (var b = 0; b < _blocks.Length; b++)
        {
            var block = _blocks[b].Span;
            var first = b * Lane.Count;
            for (var f = 0; f < figures.Length; f++)
            {
                sums.Clear();
                foreach (var (at, weight) in figures[f].Terms)
                {
                    var kept = block.Slice(at + figures[f].Offset, sums.Length);
                    for (var k = 0; k < sums.Length; k++)
                        sums[k] += Lane.Of(weight) * kept[k];
                }

                for (var k = 0; k < sums.Length; k++)
                    Put(sums[k], values.Slice((f * stride) + (k * Count) + first, Math.Min(Lane.Count, Count - first)));
            }
        }
    }

    /// <summary>What stands at a figure's first place in every future.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(RecordedFigure figure, Span<double> values)
    {
        for (var b = 0; b < _blocks.Length; b++)
        {
            var block = _blocks[b].Span;
            var sum = Lanes.Zero;
            foreach (var (at, weight) in figure.Terms)
                sum += Lane.Of(weight) * block[at + figure.Offset];
            var first = b * Lane.Count;
            Put(sum, values.Slice(first, Math.Min(Lane.Count, Count - first)));
        }
    }

    /// <summary>The lanes of futures that there are.</summary>
    private static void Put(Lanes lanes, Span<double> values)
    {
        if (values.Length == Lane.Count)
        {
            lanes.CopyTo(values);
            return;
        }

        for (var lane = 0; lane < values.Length; lane++)
            values[lane] = lanes[lane];
    }
}
