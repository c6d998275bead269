namespace Cadre.Engine.Model;

/// <summary>The staff of one place, service and staff group: the unit that the engine moves through time.</summary>
public sealed record Cohort
{
    /// <summary>Index in <see cref="NationalModel.Places"/>.</summary>
    public required int Place { get; init; }

    /// <summary>Index in <see cref="NationalModel.Services"/>.</summary>
    public required int Service { get; init; }

    /// <summary>Index in <see cref="NationalModel.StaffGroups"/>; a leaf.</summary>
    public required int StaffGroup { get; init; }

    /// <summary>Heads on the opening day.</summary>
    public required Headcount OpeningHeads { get; init; }

    /// <summary>FTE on the opening day.</summary>
    public required Fte OpeningFte { get; init; }

    /// <summary>
    /// Indexes in <see cref="NationalModel.Pools"/> of the candidates it recruits from, at least one: the pools of its staff group with a
    /// catchment on the way up from its place, the smallest first (docs/method.md section 3.3).
    /// </summary>
    public required IReadOnlyList<int> Pools { get; init; }

    /// <summary>Its leaving rate over its staff group's, over 0 (docs/method.md section 5.4).</summary>
    public required double LeavingMultiplier { get; init; }

    /// <summary>Joiners for the same wants over its pools', over 0 (docs/method.md section 5.5).</summary>
    public required double Attractiveness { get; init; }
}
