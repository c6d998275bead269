using System.Runtime.InteropServices;
using Cadre.Core.Data;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;

namespace Cadre.Core.Runs;

/// <summary>Writes what a run found to the database.</summary>
internal static class RunFigures
{
    private const int RowsAtOnce = 500;

    /// <summary>Adds the lines and targets of a run to the transaction that is open.</summary>
    public static async Task SaveAsync(CadreDb db, Guid run, RunResult result, CancellationToken cancellation)
    {
        foreach (var rows in LinesOf(run, result).Chunk(RowsAtOnce))
        {
            db.RunLines.AddRange(rows);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        db.RunTargets.AddRange(result.Targets.Select((target, order) => TargetOf(run, order, target)));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private static IEnumerable<RunLine> LinesOf(Guid run, RunResult result)
    {
        var model = result.Model;
        var figures = new Dictionary<Line, LineFigures>();
        LineFigures Of(Line line) => CollectionsMarshal.GetValueRefOrAddDefault(figures, line, out _) ??= new LineFigures();
        foreach (var row in result.Summaries())
            Of(row.Line).Add(row.Month, row.Measure, RangeOf(row.Summary));
        foreach (var opening in result.OpeningLines())
            if (figures.TryGetValue(opening.Line, out var line)) AddOpening(line, opening);
        foreach (var (month, need) in NeedsOf(result))
        {
            var line = Of(need.Line);
            line.Add(month, NeedMeasure.Need, RangeOf(need.Total.NeedSummary));
            // Where a line is recorded its futures' staff are, and with them the range of the gap (docs/method.md section 10).
            line.Add(month, NeedMeasure.GapToNeed, RangeOf(need.Total.GapSummary!.Value));
        }

        return figures.Select(line => new RunLine
        {
            RunId = run,
            Place = model.Places[line.Key.Place].Code,
            StaffGroup = model.StaffGroups[line.Key.StaffGroup].Code,
            Service = line.Key.Service is { } service ? model.Services[service].Code : "",
            Sector = Codes.OfSector(line.Key.Sector),
            Figures = line.Value.Pack(),
        });
    }

    /// <summary>Docs/method.md section 3.1: the staff are published, the posts follow from each future's vacancy rate.</summary>
    private static void AddOpening(LineFigures line, OpeningLine opening)
    {
        line.Add(0, Measure.Heads, Known(opening.Heads));
        line.Add(0, Measure.Fte, Known(opening.Fte));
        line.Add(0, Measure.Posts, RangeOf(opening.Posts));
        line.Add(0, Measure.Vacancies, RangeOf(opening.Vacancies));
        line.Add(0, Measure.VacancyRate, RangeOf(opening.VacancyRate));
    }

    private static IEnumerable<(int Month, NeedLine Need)> NeedsOf(RunResult result) =>
        result.Model.Needs.Count == 0 ? [] : Enumerable.Range(1, result.Options.Months).SelectMany(month => result.NeedLines(month).Select(need => (month, need)));

    private static RunTarget TargetOf(Guid run, int order, TargetResult target) => new()
    {
        RunId = run,
        Order = order,
        Target = target.Target.Id,
        Probability = target.Reached?.Probability,
        Central = target.Reached?.Summary.Central,
        Low = target.Reached?.Summary.P5,
        High = target.Reached?.Summary.P95,
    };

    private static LineFigures.Range RangeOf(Summary summary) => new(summary.Central, summary.P5, summary.P50, summary.P95);

    private static LineFigures.Range Known(double value) => new(value, value, value, value);
}
