namespace Cadre.Engine.Model;

/// <summary>The candidates for one staff group in one catchment (docs/method.md section 3.3).</summary>
public sealed record CandidatePool
{
    /// <summary>Index in <see cref="NationalModel.StaffGroups"/>; a leaf.</summary>
    public required int StaffGroup { get; init; }

    /// <summary>Index in <see cref="NationalModel.Places"/> of the catchment.</summary>
    public required int Catchment { get; init; }

    /// <summary>Candidates who arrive in a year when posts stand at their opening number, in heads.</summary>
    public required double InflowPerYear { get; init; }

    /// <summary>Candidates left over from the month before the first, in heads.</summary>
    public required double OpeningPool { get; init; }

    /// <summary>FTE hired from the pool's "other" candidates in the fitted year: its part of the J of docs/method.md section 6.</summary>
    public required double JoinersPerYear { get; init; }
}
