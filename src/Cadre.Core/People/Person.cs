using Microsoft.AspNetCore.Identity;

namespace Cadre.Core.People;

/// <summary>Somebody who can sign in.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>Their name as others read it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether this is a demonstration person, whose password everybody may know.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>When somebody locked them out; null where nobody did. Wrong passwords lock for a quarter of an hour and are kept elsewhere.</summary>
    public DateTime? LockedUtc { get; set; }

    /// <summary>What they may do, and where.</summary>
    public List<RoleGrant> Grants { get; } = [];
}
