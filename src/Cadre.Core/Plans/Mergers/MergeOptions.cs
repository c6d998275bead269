namespace Cadre.Core.Plans.Mergers;

/// <summary>A merger of places of a round.</summary>
public sealed record MergeOptions
{
    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Who carries it out.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Code of the successor in the framework's table of successors.</summary>
    public required string Successor { get; init; }

    /// <summary>Codes of places whose successor the framework does not know and that are part of it too.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Where that is known from; needed where there are such places.</summary>
    public string Reason { get; init; } = "";
}
