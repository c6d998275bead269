using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>The ways into and out of a workforce that flows.csv lists.</summary>
public enum Flow
{
    /// <summary>Hired, by source.</summary>
    Joiners,

    /// <summary>Left.</summary>
    Leavers,

    /// <summary>Came with a transferred service.</summary>
    MovesIn,

    /// <summary>Went with a transferred service.</summary>
    MovesOut,
}

/// <summary>A flow of a staff group in a place in one month of the central run.</summary>
/// <param name="Place">Index of the nation or a region.</param>
/// <param name="StaffGroup">Index of a leaf.</param>
/// <param name="Flow">Which flow.</param>
/// <param name="Source">For joiners the index of their source, null for "other"; null for every other flow.</param>
/// <param name="Amount">How many, over 0.</param>
public readonly record struct FlowRow(int Place, int StaffGroup, Flow Flow, int? Source, Amount Amount);
