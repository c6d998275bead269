namespace Cadre.Core.Plans.Workbooks;

/// <summary>A workbook that somebody sent and has not applied yet. It is kept for an hour; nothing of the plan changes by it.</summary>
public sealed class PlanUpload
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Unique, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan that it is to change.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who sent it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Its name as it was sent.</summary>
    public required string Name { get; init; }

    /// <summary>What is in it.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTime SentUtc { get; init; }
}
