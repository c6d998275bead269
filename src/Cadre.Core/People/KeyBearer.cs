namespace Cadre.Core.People;

/// <summary>Who a key acts for, as things stand now.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="PersonId">Its person.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="Grants">The roles of its person, one or more.</param>
/// <param name="IsDemonstration">Whether its person is of the demonstration.</param>
public sealed record KeyBearer(Guid KeyId, Guid PersonId, ApiScopes Scopes, IReadOnlyList<RoleGrant> Grants, bool IsDemonstration);
