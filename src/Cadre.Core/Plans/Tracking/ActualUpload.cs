using Cadre.Core.Auditing;

namespace Cadre.Core.Plans.Tracking;

/// <summary>A file of actual staff that somebody uploaded. What it holds is shown once it is applied.</summary>
public sealed class ActualUpload : IAudited
{
    /// <summary>How long an upload that nobody applies is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Unique, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose places and staff groups it is of.</summary>
    public required Guid FrameworkId { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of its bytes, in lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>What of it was left out and why, a line each.</summary>
    public required string LeftOut { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTime UploadedUtc { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Its number among those that were applied, from 1: of two that hold the same cell the later counts. Null until it is applied.</summary>
    public int? Number { get; set; }

    /// <summary>When it was applied.</summary>
    public DateTime? AppliedUtc { get; set; }

    /// <summary>Who applied it.</summary>
    public Guid? AppliedBy { get; set; }
}
