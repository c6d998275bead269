using Cadre.Engine.Model;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>What a staff list is read into, and how. What is given here comes before what the columns file says.</summary>
public sealed record StaffListOptions
{
    /// <summary>The share of faulty rows up to which a list is taken unless told otherwise.</summary>
    public const double UsualTolerance = 0.01;

    /// <summary>Path of the framework's folder.</summary>
    public required string Framework { get; init; }

    /// <summary>Path of the list: CSV, or that compressed with gzip.</summary>
    public required string List { get; init; }

    /// <summary>Path of the columns file; null where the list has the usual headers.</summary>
    public string? Columns { get; init; }

    /// <summary>The day that the list describes; null for the columns file's, or else the framework's opening.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Id of the item of evidence that the list is; null for the columns file's, or else <c>none</c>.</summary>
    public string? Source { get; init; }

    /// <summary>How good it is; null for the columns file's, or else D.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The day on which it became known; null for the columns file's, or else the day that it describes.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Largest share of rows, 0 to 1, that may be faulty; rows of organisations that the framework does not hold do not count in it.</summary>
    public double Tolerance { get; init; } = UsualTolerance;

    /// <summary>
    /// Whether place_rates.csv is written too: without the rows of cohorts that are gone, and with a row for each new one, whose multiplier and
    /// attractiveness of 1 change nothing (grade D); and adjustments.csv without the rows of cohorts that are gone. Otherwise such rows are somebody's to change.
    /// </summary>
    public bool MatchPlaceRates { get; init; }
}
