namespace Cadre.Core.Plans.Mergers;

/// <summary>A place of a round that is split into shares.</summary>
public sealed record SplitOptions
{
    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Who carries it out.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The plan that is split.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Where its shares go: code and name of the place (a name may be empty where the place has a plan), and per cent.</summary>
    public required IReadOnlyList<(string Code, string Name, decimal Percent)> Shares { get; init; }

    /// <summary>Where that is known from.</summary>
    public required string Reason { get; init; }
}
