using Cadre.Core.Auditing;

namespace Cadre.Core.People;

/// <summary>A link by which a person sets their password once. The link itself is not kept.</summary>
public sealed class PasswordLink : IAudited
{
    /// <summary>Unique, in the order of time; it is part of the link.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of its secret part.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime MadeUtc { get; init; }

    /// <summary>From when on it is refused.</summary>
    public required DateTime ExpiresUtc { get; init; }

    /// <summary>Who made it; null for Cadre itself, at the command line.</summary>
    public required Guid? MadeBy { get; init; }

    /// <summary>When it was used, or another took its place; null before.</summary>
    public DateTime? UsedUtc { get; set; }
}
