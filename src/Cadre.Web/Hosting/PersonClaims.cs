using System.Security.Claims;
using Cadre.Core.Data;
using Cadre.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cadre.Web.Hosting;

/// <summary>What a person's cookie says of them: name, and each role with the place that it is confined to.</summary>
internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options, CadreDb db) : UserClaimsPrincipalFactory<Person>(people, options)
{
    /// <summary>Type of a claim "LocalPlanner QOX": a role and its place.</summary>
    public const string RoleAtPlace = "cadre:role-at";

    /// <summary>Type of the claim that holds a person's name as others read it.</summary>
    public const string DisplayName = "cadre:name";

    /// <summary>Value of a claim of a role and its place.</summary>
    public static string At(Role role, string place) => $"{role} {place}";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.Name));
        foreach (var grant in await db.RoleGrants.Where(grant => grant.PersonId == user.Id).ToListAsync())
        {
            identity.AddClaim(new Claim(identity.RoleClaimType, grant.Role.ToString()));
            identity.AddClaim(new Claim(RoleAtPlace, At(grant.Role, grant.Place)));
        }

        return identity;
    }
}
