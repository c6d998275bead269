using System.Security.Claims;
using Cadre.Core.People;

namespace Cadre.Web.Hosting;

/// <summary>What people need to be allowed to; every other page needs a person who is signed in and no more.</summary>
public static class Access
{
    /// <summary>Asking for runs of a framework and stopping them.</summary>
    public const string RunFrameworks = nameof(RunFrameworks);

    /// <summary>Looking at a round of local plans as the nation sees it.</summary>
    public const string SeeRounds = nameof(SeeRounds);

    /// <summary>Allocating the posts of a round and merging its places.</summary>
    public const string KeepRounds = nameof(KeepRounds);

    /// <summary>Adding people, giving them roles, locking them out.</summary>
    public const string KeepPeople = nameof(KeepPeople);

    /// <summary>Whether somebody keeps people (<see cref="PeopleAccess"/> says which).</summary>
    public static bool IsPeopleKeeper(ClaimsPrincipal user) => IsModeller(user) || user.HasClaim(PersonClaims.RoleAtPlace, PersonClaims.At(Role.ProgrammeManager, ""));

    /// <summary>Whether somebody keeps frameworks, their rounds and their runs.</summary>
    public static bool IsModeller(ClaimsPrincipal user) => user.IsInRole(nameof(Role.NationalModeller));
}
