namespace Cadre.Core.Auditing;

/// <summary>Who changed what. Entries are added, never changed.</summary>
public sealed class AuditEntry
{
    /// <summary>Unique, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>Who; null for Cadre itself.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>What happened, in the past tense: FrameworkImported.</summary>
    public required string What { get; init; }

    /// <summary>Kind and id of what it happened to: framework 0199...</summary>
    public required string Subject { get; init; }

    /// <summary>One sentence for a reader.</summary>
    public required string Detail { get; init; }
}
