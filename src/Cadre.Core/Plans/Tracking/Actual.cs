namespace Cadre.Core.Plans.Tracking;

/// <summary>Staff that a trust had at the end of a month, as a file has them.</summary>
public sealed class Actual
{
    /// <summary>The upload that brought it.</summary>
    public required Guid UploadId { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Place { get; init; }

    /// <summary>Code of the staff group.</summary>
    public required string StaffGroup { get; init; }

    /// <summary>The month at whose end they were counted: 2025-10.</summary>
    public required string Month { get; init; }

    /// <summary>People.</summary>
    public required double Heads { get; init; }

    /// <summary>Full-time equivalents.</summary>
    public required double Fte { get; init; }
}
