namespace Cadre.Core.People;

/// <summary>
/// What somebody may do with people. National modellers keep everybody. Programme managers of the whole nation keep those who do not keep people themselves: they
/// cannot make themselves, or anybody, a national modeller, nor take over the account of one by a link.
/// </summary>
/// <param name="Me">Who; null for whoever has the database at the command line, who may do all.</param>
/// <param name="Grants">Their roles.</param>
public sealed record PeopleAccess(Guid? Me, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>Whether they keep people.</summary>
    public bool MayKeep => Me is null || Grants.Any(Keeps);

    /// <summary>Whether they keep somebody with these roles.</summary>
    public bool MayKeepThose(IEnumerable<RoleGrant> theirs) => IsModeller || (MayKeep && !theirs.Any(Keeps));

    /// <summary>The roles that they may give.</summary>
    public IReadOnlyList<Role> Gives => [.. Enum.GetValues<Role>().Where(role => MayKeepThose([new RoleGrant { PersonId = default, Role = role, Place = "" }]))];

    private bool IsModeller => Me is null || Grants.Any(grant => grant.Role == Role.NationalModeller);

    /// <summary>Whether a role keeps people.</summary>
    public static bool Keeps(RoleGrant grant) => grant.Role == Role.NationalModeller || (grant.Role == Role.ProgrammeManager && grant.Place.Length == 0);
}
