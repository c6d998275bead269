using Cadre.Core.Runs;

namespace Cadre.Core.Plans.Tracking;

/// <summary>The FTE of a plan's staff group in a national run, every month: <see cref="LineFigures"/> packed (docs/tracking.md).</summary>
public sealed class TrackedLine
{
    /// <summary>The national run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Code of the plan's place.</summary>
    public required string Place { get; init; }

    /// <summary>Code of the staff group, a leaf or one that adds up others.</summary>
    public required string StaffGroup { get; init; }

    /// <summary>The figures (<see cref="LineFigures.Pack"/>).</summary>
    public required byte[] Figures { get; init; }
}
