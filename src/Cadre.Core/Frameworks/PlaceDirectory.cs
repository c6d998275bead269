using Cadre.Core.Data;
using Cadre.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Frameworks;

/// <summary>The places that there are: those of the newest version of every framework, and those that others merged into.</summary>
public sealed class PlaceDirectory(CadreDb db, FrameworkService frameworks)
{
    /// <summary>The places, the nation first, then by level and name.</summary>
    public async Task<IReadOnlyList<KnownPlace>> ListAsync(CancellationToken cancellation)
    {
        var known = new Dictionary<string, KnownPlace>(StringComparer.Ordinal);
        foreach (var version in await frameworks.ListAsync(cancellation))
        {
            foreach (var place in (await frameworks.FindAsync(version.Id, cancellation))!.Model.Places)
                known.TryAdd(place.Code, new KnownPlace(place.Code, place.Name, place.Level));
        }

        foreach (var plan in await db.LocalPlans.AsNoTracking().Select(plan => new { plan.Place, plan.Name }).Distinct().ToListAsync(cancellation))
            known.TryAdd(plan.Place, new KnownPlace(plan.Place, plan.Name, PlaceLevel.System));
        return [.. known.Values.OrderBy(place => place.Level).ThenBy(place => place.Name, StringComparer.Ordinal)];
    }
}
