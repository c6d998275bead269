namespace Cadre.Engine.Results;

/// <summary>Need of a staff group in a place and service in one month of the central run, beside its posts and staff; FTE.</summary>
/// <param name="Place">Index of a place with a need, or of one above it.</param>
/// <param name="Service">Index of the service.</param>
/// <param name="StaffGroup">Index of a leaf.</param>
/// <param name="Need">What is needed.</param>
/// <param name="Posts">Posts of the cohorts that have a need.</param>
/// <param name="Staff">Staff in post of the same cohorts at the end of the month.</param>
public readonly record struct NeedRow(int Place, int Service, int StaffGroup, double Need, double Posts, double Staff)
{
    /// <summary>Need less staff; below 0 where there are more staff than are needed.</summary>
    public double Gap => Need - Staff;

    /// <summary>Need over the futures, each with its own hours available and growth of demand.</summary>
    public required Summary NeedSummary { get; init; }

    /// <summary>Gap to need over the futures; null where the run does not hold the futures' staff of these cohorts in the month (docs/method.md section 10).</summary>
    public required Summary? GapSummary { get; init; }
}
