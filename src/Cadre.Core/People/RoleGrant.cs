using Cadre.Core.Auditing;

namespace Cadre.Core.People;

/// <summary>A role of a person.</summary>
public sealed class RoleGrant : IAudited
{
    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>Code of the place that it is confined to, with all within; empty for the whole nation.</summary>
    public required string Place { get; init; }
}
