namespace Cadre.Frameworks.Reading;

/// <summary>What was expected of a target before anything was run.</summary>
/// <param name="Target">Index of the target.</param>
/// <param name="WithLevers">Whether with all levers that are tried, or without any.</param>
/// <param name="Low">Low end of the expected range, in the unit of the target's measure (a vacancy rate as a share).</param>
/// <param name="High">High end.</param>
/// <param name="Why">Why.</param>
/// <param name="WrittenOn">The day on which it was written down.</param>
public sealed record Expectation(int Target, bool WithLevers, double Low, double High, string Why, DateOnly WrittenOn);
