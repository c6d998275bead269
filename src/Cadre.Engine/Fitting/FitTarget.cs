namespace Cadre.Engine.Fitting;

/// <summary>What the fit of one staff group must reproduce (docs/method.md section 5.6), in FTE.</summary>
public sealed record FitTarget
{
    /// <summary>Index of the staff group, a leaf.</summary>
    public required int StaffGroup { get; init; }

    /// <summary>Published regular leavers of month 1; null where no month was observed: leaving is then spread evenly over the year.</summary>
    public required double? LeaversInMonthOne { get; init; }

    /// <summary>Leavers per year over average staff.</summary>
    public required double LeavingRate { get; init; }

    /// <summary>
    /// Published regular joiners of month 1; null where no month was observed: arrivals are then spread evenly over the year, and
    /// each pool opens as it stays with constant arrivals.
    /// </summary>
    public required double? JoinersInMonthOne { get; init; }

    /// <summary>Joiners per year over average staff.</summary>
    public required double JoiningRate { get; init; }

    /// <summary>By index of a pool of this group: its share of the group's joiners; they sum to 1.</summary>
    public required IReadOnlyDictionary<int, double> PoolShares { get; init; }
}
