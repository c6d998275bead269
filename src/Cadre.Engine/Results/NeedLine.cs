using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>Need of a line in one month of the central run; FTE (docs/method.md section 10).</summary>
/// <param name="Line">The line: as those of a run, without a sector.</param>
/// <param name="Total">Its needs added up within each future; <see cref="NeedTotal.StaffGroup"/> is the line's.</param>
public readonly record struct NeedLine(Line Line, NeedTotal Total)
{
    /// <summary>Adds rows up by line: each counts in its service and in all of them, in its staff group and in those above it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows of a month.</param>
    /// <param name="isWanted">Which lines are worked out.</param>
    internal static IEnumerable<NeedLine> Of(NationalModel model, IEnumerable<NeedInFutures> rows, Func<Line, bool> isWanted)
    {
        var lines = new Dictionary<Line, List<NeedInFutures>>();
        foreach (var row in rows)
        {
            int?[] services = model.Services.Count > 1 ? [null, row.Row.Service] : [null];
            foreach (var line in from service in services
                                 from @group in WayUp.FromStaffGroup(model.StaffGroups, row.Row.StaffGroup)
                                 select new Line(row.Row.Place, service, @group))
            {
                if (!isWanted(line)) continue;
                if (!lines.TryGetValue(line, out var list)) lines.Add(line, list = []);
                list.Add(row);
            }
        }

        return lines.Select(line => new NeedLine(line.Key, NeedTotal.Sum(line.Key.Place, line.Key.StaffGroup, [.. line.Value])));
    }
}
