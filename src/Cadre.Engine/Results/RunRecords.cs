using System.Buffers;
using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>What a run keeps of its central run and of every future, read by line.</summary>
/// <param name="Plan">What is kept, and where.</param>
/// <param name="CentralRecord">The central run's record.</param>
/// <param name="Futures">The futures' records.</param>
internal sealed record RunRecords(RecordingPlan Plan, double[] CentralRecord, FutureRecords Futures)
{
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
        return Plan.Figures().AsParallel().AsOrdered().WithDegreeOfParallelism(workers)
            .Select(row => (row.Month, row.Line, Measures: Summarise(row.Figure)))
            .AsSequential().SelectMany(row => measures.Select((measure, m) => new SummaryRow(row.Month, row.Line, measure, row.Measures[m])));
    }

    /// <summary>Every measure of a line in a month over the futures, in the order of the enumeration.</summary>
    private Summary[] Summarise(RecordedFigure figure)
    {
        var count = Futures.Count;
        var buffer = ArrayPool<double>.Shared.Rent((RecordingPlan.Kept.Length + 1) * count);
        Futures.ReadAll(figure, buffer);
        Span<double> Of(int kept) => buffer.AsSpan(kept * count, count);
        var rates = Of(RecordingPlan.Kept.Length);
        var vacancies = Of(Array.IndexOf(RecordingPlan.Kept, Measure.Vacancies));
        var posts = Of(Array.IndexOf(RecordingPlan.Kept, Measure.Posts));
        for (var i = 0; i < count; i++)
            rates[i] = RecordingPlan.Rate(vacancies[i], posts[i]);
        var measures = Enum.GetValues<Measure>();
        var summaries = new Summary[measures.Length];
        for (var m = 0; m < measures.Length; m++)
        {
            var kept = Array.IndexOf(RecordingPlan.Kept, measures[m]);
            summaries[m] = Summary.Of(RecordingPlan.Read(CentralRecord, figure, measures[m]), Of(kept < 0 ? RecordingPlan.Kept.Length : kept));
        }

        ArrayPool<double>.Shared.Return(buffer);
        return summaries;
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
