using Cadre.Engine.Model;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>A publisher's file that is read into a framework, and how. What is given here comes before what the columns file says.</summary>
public sealed record PublicationOptions
{
    /// <summary>Path of the framework's folder.</summary>
    public required string Framework { get; init; }

    /// <summary>Path of the publication: CSV, or an .xlsx workbook.</summary>
    public required string Publication { get; init; }

    /// <summary>Path of the columns file; null where headers and names are the publisher's.</summary>
    public string? Columns { get; init; }

    /// <summary>Id of the item of evidence that the publication is; null for the columns file's, or else the format's own, which is added to evidence.csv.</summary>
    public string? Source { get; init; }

    /// <summary>How good the figures are; null for the columns file's, or else what the format says of them.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The day on which they became known; null for the columns file's, or else the framework's as-of day, the latest possible.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Whether place_rates.csv and adjustments.csv follow a stock with other cohorts: rows of those that are gone go, new ones get a row.</summary>
    public bool MatchPlaceRates { get; init; }
}
