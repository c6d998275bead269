namespace Cadre.Core.People;

/// <summary>A person as somebody wants them to be.</summary>
public sealed record PersonOptions
{
    /// <summary>Who wants it; null for Cadre itself, at the command line.</summary>
    public required Guid? By { get; init; }

    /// <summary>Their name as others read it, 1 to <see cref="PeopleService.MostName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>Their e-mail address, by which they sign in; it stays as it is once they are added.</summary>
    public required string Email { get; init; }

    /// <summary>What they may do, and the code of the place that it is confined to; empty for the whole nation.</summary>
    public required IReadOnlyList<(Role Role, string Place)> Roles { get; init; }
}
