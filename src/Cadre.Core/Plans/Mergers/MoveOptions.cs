namespace Cadre.Core.Plans.Mergers;

/// <summary>A trust that moves to another place of a round, or a place that moves to another region.</summary>
public sealed record MoveOptions
{
    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Who carries it out.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Code of the trust, or of the place whose plan it is.</summary>
    public required string Moves { get; init; }

    /// <summary>Code of the place or region that it moves to.</summary>
    public required string To { get; init; }

    /// <summary>Name of the place that it moves to; may be empty where that has a plan.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where that is known from.</summary>
    public required string Reason { get; init; }
}
