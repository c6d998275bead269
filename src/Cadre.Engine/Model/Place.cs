namespace Cadre.Engine.Model;

/// <summary>The levels of place, from the top of the tree to its leaves.</summary>
public enum PlaceLevel
{
    /// <summary>The whole country; exactly one place.</summary>
    Nation,

    /// <summary>An NHS England region.</summary>
    Region,

    /// <summary>An integrated care system (in older plans: an STP).</summary>
    System,

    /// <summary>An employing organisation.</summary>
    Trust,
}

/// <summary>A place of the framework.</summary>
public sealed record Place
{
    /// <summary>The published code (ODS code), or <c>england</c> for the nation.</summary>
    public required string Code { get; init; }

    /// <summary>The published name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands in the tree.</summary>
    public required PlaceLevel Level { get; init; }

    /// <summary>
    /// The places it is counted in, with the share of it that each takes. Empty for the nation; else
    /// the shares sum to 1. The first with the largest share is its main parent.
    /// </summary>
    public required IReadOnlyList<ParentShare> Parents { get; init; }

    /// <summary>The sector of an employer; null above employers.</summary>
    public EmployerSector? Sector { get; init; }

    /// <summary>People who live there, or null where none is published (a trust has no population).</summary>
    public double? Population { get; init; }

    /// <summary>Whether it is the nation or a region, for which a run keeps every month.</summary>
    public bool IsNationOrRegion => Level is PlaceLevel.Nation or PlaceLevel.Region;

    /// <summary>What a reader should know about it; empty when there is nothing.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A share of a place that is counted in a parent.</summary>
/// <param name="Place">Index of the parent in <see cref="NationalModel.Places"/>.</param>
/// <param name="Weight">Share, over 0 and up to 1.</param>
public readonly record struct ParentShare(int Place, double Weight);
