namespace Cadre.Core.Runs;

/// <summary>All figures of one line of a run: <see cref="LineFigures"/> packed (docs/decisions/0011-lines-of-a-run.md).</summary>
public sealed class RunLine
{
    /// <summary>Whose.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Code of the place.</summary>
    public required string Place { get; init; }

    /// <summary>Code of the staff group.</summary>
    public required string StaffGroup { get; init; }

    /// <summary>Code of the service; empty for all of them.</summary>
    public required string Service { get; init; }

    /// <summary>Code of the employers' sector; empty for every one.</summary>
    public required string Sector { get; init; }

    /// <summary>The figures (<see cref="LineFigures.Pack"/>).</summary>
    public required byte[] Figures { get; init; }
}
