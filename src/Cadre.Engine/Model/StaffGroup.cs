namespace Cadre.Engine.Model;

/// <summary>A staff group. Groups form a tree under <c>all</c>; staff are held by its leaves.</summary>
public sealed record StaffGroup
{
    /// <summary>The code used in every file.</summary>
    public required string Code { get; init; }

    /// <summary>The published name.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the parent in <see cref="NationalModel.StaffGroups"/>; null for <c>all</c>.</summary>
    public required int? Parent { get; init; }

    /// <summary>
    /// The group's published age bands in ascending order, without gaps; empty for a group that only
    /// adds up others.
    /// </summary>
    public required IReadOnlyList<AgeBand> AgeBands { get; init; }

    /// <summary>Its bands of length of service in their order, the last one open; empty where it is not told apart (docs/method.md section 2.3).</summary>
    public IReadOnlyList<LengthOfServiceBand> LengthOfService { get; init; } = [];

    /// <summary>How its exits split by age; empty where the exits are not told apart (docs/method.md section 3.2).</summary>
    public IReadOnlyList<ExitShare> Exits { get; init; } = [];

    /// <summary>
    /// Factor on the leaving hazard that makes the first year reproduce the published rate (docs/method.md
    /// section 5.6). 1 where nothing was fitted.
    /// </summary>
    public double LeavingScale { get; init; } = 1;

    /// <summary>Share of a year's leaving in each calendar month, January first; twelve that sum to 1.</summary>
    public IReadOnlyList<double> LeavingSeason { get; init; } = [];

    /// <summary>Share of a year's arriving candidates in each calendar month, January first; twelve that sum to 1.</summary>
    public IReadOnlyList<double> ArrivalSeason { get; init; } = [];
}

/// <summary>What is published about one age band of a staff group (docs/method.md section 2.1).</summary>
public sealed record AgeBand
{
    /// <summary>First age of the band, in whole years.</summary>
    public required int From { get; init; }

    /// <summary>The age at which the band ends, itself not in it.</summary>
    public required int To { get; init; }

    /// <summary>Share of the group's heads, 0 to 1; the bands of a group sum to 1.</summary>
    public required double StockShare { get; init; }

    /// <summary>FTE per head, over 0 and up to 1.5.</summary>
    public required double FtePerHead { get; init; }

    /// <summary>Leavers per year over average staff, in FTE; only the ratios between bands are used.</summary>
    public required double LeavingRate { get; init; }

    /// <summary>Share of the group's joiners, 0 to 1; the bands of a group sum to 1.</summary>
    public required double JoinerShare { get; init; }
}
