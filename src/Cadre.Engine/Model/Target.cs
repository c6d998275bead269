namespace Cadre.Engine.Model;

/// <summary>Something a planner wants to be true in a month, whose probability every run reports.</summary>
public sealed record Target
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>The target in plain words.</summary>
    public required string Description { get; init; }

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Whether it counts how many more there are than on the opening day of the same future: of heads, FTE or posts.</summary>
    public bool SinceOpening { get; init; }

    /// <summary>Index of the place.</summary>
    public required int Place { get; init; }

    /// <summary>Index of the service; null for all.</summary>
    public required int? Service { get; init; }

    /// <summary>Index of the staff group.</summary>
    public required int StaffGroup { get; init; }

    /// <summary>The sector whose employers alone count, of the nation or a region; null for every employer.</summary>
    public EmployerSector? Sector { get; init; }

    /// <summary>When.</summary>
    public required CalendarMonth Month { get; init; }

    /// <summary>True when the measure must be at least <see cref="Value"/>, false when at most.</summary>
    public required bool AtLeast { get; init; }

    /// <summary>The number, in the measure's unit; of more than on the opening day of either sign.</summary>
    public required double Value { get; init; }

    /// <summary>Whether the target holds when the measure is <paramref name="measured"/>.</summary>
    public bool Holds(double measured) => AtLeast ? measured >= Value : measured <= Value;
}
