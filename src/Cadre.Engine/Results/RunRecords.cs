using System.Buffers;
using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>What a run keeps of its central run and of every future, read by line.</summary>
/// <param name="Plan">What is kept, and where.</param>
/// <param name="CentralRecord">The central run's record.</param>
/// <param name="Futures">The futures' records.</param>
internal sealed record RunRecords(RecordingPlan Plan, double[] CentralRecord, FutureRecords Futures)
{
    /// <summary>Numbers that are read together before they are summarised: half a MiB, which stays in a processor's own cache.</summary>
    private const int NumbersReadTogether = 1 << 16;

    /// <summary>Numbers of a figure for each future: what is kept, and the rate that follows from it.</summary>
    private static readonly int NumbersOfFigure = RecordingPlan.Kept.Length + 1;

    /// <summary>A measure of a line in a month in the central run; null when it is not kept.</summary>
    public double? Central(Line line, int month, Measure measure) => Plan.Find(line, month) is { } figure ? RecordingPlan.Read(CentralRecord, figure, measure) : null;

    /// <summary>The same in every future; null when it is not kept.</summary>
    public double[]? InFutures(Line line, int month, Measure measure)
    {
        if (Plan.Find(line, month) is not { } figure) return null;
        var values = new double[Futures.Count];
        Futures.Read(figure, measure, values);
        return values;
    }

    /// <summary>The staff of a row of need in every future, FTE; null when they are not kept.</summary>
    public double[]? StaffInFutures(NeedSum need, int month)
    {
        if (Plan.FindStaff(need, month) is not { } figure) return null;
        var values = new double[Futures.Count];
        Futures.Read(figure, values);
        return values;
    }

    /// <summary>Every figure that is kept over the futures, in the order of percentiles.csv.</summary>
    public IEnumerable<SummaryRow> Summaries(int workers)
    {
        var measures = Enum.GetValues<Measure>();
        var together = Math.Max(1, NumbersReadTogether / (NumbersOfFigure * Futures.Count));
        return Plan.Figures().Chunk(together).AsParallel().AsOrdered().WithDegreeOfParallelism(workers)
            .Select(rows => (Rows: rows, Summaries: Summarise([.. rows.Select(row => row.Figure)])))
            .AsSequential()
            .SelectMany(chunk => chunk.Rows.SelectMany((row, i) => measures.Select((measure, m) => new SummaryRow(row.Month, row.Line, measure, chunk.Summaries[i][m]))));
    }

    /// <summary>By figure: every measure of its line and month over the futures, in the order of the enumeration.</summary>
    private Summary[][] Summarise(RecordedFigure[] figures)
    {
        var size = NumbersOfFigure * Futures.Count;
        var buffer = ArrayPool<double>.Shared.Rent(figures.Length * size);
        Futures.ReadAll(figures, buffer, size);
        Summary[][] summaries = [.. figures.Select((figure, i) => Summarise(figure, buffer.AsSpan(i * size, size)))];
        ArrayPool<double>.Shared.Return(buffer);
        return summaries;
    }

    /// <summary>The measures of one figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="values">Its values by kept measure and future, and room for one measure more.</param>
    private Summary[] Summarise(RecordedFigure figure, Span<double> values)
    {
        var count = Futures.Count;
        var rates = Of(RecordingPlan.Kept.Length, values);
        var vacancies = Of(Array.IndexOf(RecordingPlan.Kept, Measure.Vacancies), values);
        var posts = Of(Array.IndexOf(RecordingPlan.Kept, Measure.Posts), values);
        for (var i = 0; i < count; i++)
            rates[i] = RecordingPlan.Rate(vacancies[i], posts[i]);
        var measures = Enum.GetValues<Measure>();
        var summaries = new Summary[measures.Length];
        for (var m = 0; m < measures.Length; m++)
        {
            var kept = Array.IndexOf(RecordingPlan.Kept, measures[m]);
            summaries[m] = Summary.Of(RecordingPlan.Read(CentralRecord, figure, measures[m]), Of(kept < 0 ? RecordingPlan.Kept.Length : kept, values));
        }

        return summaries;

        Span<double> Of(int kept, Span<double> from) => from.Slice(kept * count, count);
    }

    /// <summary>A measure of a line in a month over the futures; null when it is not kept.</summary>
    public Summary? Summarise(Line line, int month, Measure measure)
    {
        if (Plan.Find(line, month) is not { } figure) return null;
        var buffer = ArrayPool<double>.Shared.Rent(Futures.Count);
        var values = buffer.AsSpan(0, Futures.Count);
        Futures.Read(figure, measure, values);
        var summary = Summary.Of(RecordingPlan.Read(CentralRecord, figure, measure), values);
        ArrayPool<double>.Shared.Return(buffer);
        return summary;
    }
}
