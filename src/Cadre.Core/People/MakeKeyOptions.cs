namespace Cadre.Core.People;

/// <summary>A key that is to be made.</summary>
public sealed record MakeKeyOptions
{
    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What they call it, 1 to <see cref="ApiKeyService.MostName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it may be used for; one or more.</summary>
    public required ApiScopes Scopes { get; init; }

    /// <summary>Days until it is refused, 1 to <see cref="ApiKeyService.MostDays"/>.</summary>
    public required int Days { get; init; }
}
