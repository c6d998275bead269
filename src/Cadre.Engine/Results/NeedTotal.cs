namespace Cadre.Engine.Results;

/// <summary>Need of a place in one month of the central run added up over services, and over staff groups or of one; FTE.</summary>
/// <param name="Place">Index of a place with a need, or of one above it.</param>
/// <param name="StaffGroup">Index of a staff group; null for all that have a need.</param>
/// <param name="Need">What is needed.</param>
/// <param name="Posts">Posts of the cohorts that have a need.</param>
/// <param name="Staff">Staff in post of the same cohorts at the end of the month.</param>
public readonly record struct NeedTotal(int Place, int? StaffGroup, double Need, double Posts, double Staff)
{
    /// <summary>Need less staff; where one service has more staff than it needs, that counts against what others lack.</summary>
    public double Gap => Need - Staff;

    /// <summary>Need over the futures, added up within each.</summary>
    public required Summary NeedSummary { get; init; }

    /// <summary>Gap to need over the futures, added up within each; null where the run does not hold every part of it.</summary>
    public required Summary? GapSummary { get; init; }

    /// <summary>Adds rows up: for each place all of them, then for each of its staff groups those of the group.</summary>
    /// <param name="rows">The rows of a month.</param>
    internal static IReadOnlyList<NeedTotal> Of(IReadOnlyList<NeedInFutures> rows) =>
    [
        .. rows.GroupBy(row => row.Row.Place).SelectMany(place => place.GroupBy(row => row.Row.StaffGroup).Select(group => Sum(place.Key, group.Key, [.. group])).Prepend(Sum(place.Key, null, [.. place]))),
    ];

    /// <summary>The sum of some rows.</summary>
    internal static NeedTotal Sum(int place, int? staffGroup, NeedInFutures[] rows)
    {
        var total = new NeedTotal(place, staffGroup, rows.Sum(row => row.Row.Need), rows.Sum(row => row.Row.Posts), rows.Sum(row => row.Row.Staff)) { NeedSummary = default, GapSummary = null };
        return total with
        {
            NeedSummary = Summary.Of(total.Need, Added([.. rows.Select(row => row.Need)])),
            GapSummary = rows.All(row => row.Gap is not null) ? Summary.Of(total.Gap, Added([.. rows.Select(row => row.Gap!)])) : null,
        };
    }

    /// <summary>The sum within each future.</summary>
    private static double[] Added(double[][] values) => [.. Enumerable.Range(0, values[0].Length).Select(future => values.Sum(row => row[future]))];
}
