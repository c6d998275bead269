using Cadre.Core.Auditing;

namespace Cadre.Core.People;

/// <summary>A key by which a program acts for a person. The key itself is not kept.</summary>
public sealed class ApiKey : IAudited
{
    /// <summary>Unique, in the order of time; it is part of the key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What its person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its secret part.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may be used for.</summary>
    public required ApiScopes Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime CreatedUtc { get; init; }

    /// <summary>From when on it is refused.</summary>
    public required DateTime ExpiresUtc { get; init; }

    /// <summary>The day on which it was last used; null before. It is no change that somebody makes: no audit entry goes with it.</summary>
    public DateOnly? LastUsed { get; set; }

    /// <summary>When it was revoked; null where it was not.</summary>
    public DateTime? RevokedUtc { get; set; }
}
