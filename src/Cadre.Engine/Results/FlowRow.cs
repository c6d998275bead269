using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>The ways into and out of a workforce that flows.csv lists.</summary>
public enum Flow
{
    /// <summary>Hired, by source.</summary>
    Joiners,

    /// <summary>Left.</summary>
    Leavers,

    /// <summary>Came from elsewhere in the NHS, with a transferred service or from another staff group.</summary>
    MovesIn,

    /// <summary>Went elsewhere in the NHS, with a transferred service or to another staff group.</summary>
    MovesOut,

    /// <summary>Published differences that are neither, either sign.</summary>
    Adjustment,
}

/// <summary>What flows.csv tells apart within a flow; joiners are told apart by their source instead.</summary>
public enum FlowKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Leavers who retire.</summary>
    Retirement,

    /// <summary>Leavers who resign.</summary>
    Resignation,

    /// <summary>Leavers for another cause.</summary>
    Other,

    /// <summary>Moves between places of the framework.</summary>
    Within,

    /// <summary>Moves to a body that is not in the framework.</summary>
    Outside,

    /// <summary>Moves between staff groups and services.</summary>
    Conversion,

    /// <summary>Moves with a transferred service.</summary>
    Transfer,
}

/// <summary>A flow of a staff group in a place in one month of the central run.</summary>
/// <param name="Place">Index of the nation or a region.</param>
/// <param name="StaffGroup">Index of a leaf.</param>
/// <param name="Flow">Which flow.</param>
/// <param name="Source">For joiners the index of their source, null for "other"; null for every other flow.</param>
/// <param name="Kind">For leavers their cause, for moves which; none for every other flow, and where causes are not told apart.</param>
/// <param name="Amount">How many, not 0.</param>
public readonly record struct FlowRow(int Place, int StaffGroup, Flow Flow, int? Source, FlowKind Kind, Amount Amount);
