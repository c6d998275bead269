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
        foreach (var row in result.Summaries())
        {
            if (!figures.TryGetValue(row.Line, out var line)) figures.Add(row.Line, line = new LineFigures());
            line.Add(row.Month, row.Measure, new LineFigures.Range(row.Summary.Central, row.Summary.P5, row.Summary.P50, row.Summary.P95));
        }

        foreach (var (line, opening) in OpeningStock.Of(model))
        {
            if (!figures.TryGetValue(line, out var held)) continue;
            held.Add(0, Measure.Heads, Known(opening.Heads));
            held.Add(0, Measure.Fte, Known(opening.Fte));
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

    private static LineFigures.Range Known(double value) => new(value, value, value, value);
}
