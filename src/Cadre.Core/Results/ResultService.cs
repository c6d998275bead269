using Cadre.Core.Data;
using Cadre.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Results;

/// <summary>Reads what runs found.</summary>
public sealed class ResultService(CadreDb db)
{
    /// <summary>The figures of one line of a run; null where the run does not hold it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="place">Code of the place.</param>
    /// <param name="staffGroup">Code of the staff group.</param>
    /// <param name="service">Code of the service; empty for all of them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<LineFigures?> LineAsync(Guid run, string place, string staffGroup, string service, CancellationToken cancellation) =>
        await Lines(run).Where(line => line.Place == place && line.StaffGroup == staffGroup && line.Service == service).Select(line => line.Figures).FirstOrDefaultAsync(cancellation) is { } bytes
            ? LineFigures.Unpack(bytes)
            : null;

    /// <summary>The figures of a place by staff group.</summary>
    public async Task<IReadOnlyDictionary<string, LineFigures>> ByStaffGroupAsync(Guid run, string place, string service, CancellationToken cancellation)
    {
        var lines = await Lines(run).Where(line => line.Place == place && line.Service == service).Select(line => new { line.StaffGroup, line.Figures }).ToListAsync(cancellation);
        return lines.ToDictionary(line => line.StaffGroup, line => LineFigures.Unpack(line.Figures));
    }

    /// <summary>The figures of a staff group by place.</summary>
    public async Task<IReadOnlyDictionary<string, LineFigures>> ByPlaceAsync(Guid run, IReadOnlyCollection<string> places, string staffGroup, string service, CancellationToken cancellation)
    {
        var lines = await Lines(run).Where(line => places.Contains(line.Place) && line.StaffGroup == staffGroup && line.Service == service)
            .Select(line => new { line.Place, line.Figures }).ToListAsync(cancellation);
        return lines.ToDictionary(line => line.Place, line => LineFigures.Unpack(line.Figures));
    }

    /// <summary>The targets of a run, in the framework's order.</summary>
    public Task<List<RunTarget>> TargetsAsync(Guid run, CancellationToken cancellation) =>
        db.RunTargets.AsNoTracking().Where(target => target.RunId == run).OrderBy(target => target.Order).ToListAsync(cancellation);

    private IQueryable<RunLine> Lines(Guid run) => db.RunLines.AsNoTracking().Where(line => line.RunId == run && line.Sector == "");
}
