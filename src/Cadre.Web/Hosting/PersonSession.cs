using System.Data.Common;
using System.Security.Claims;
using Cadre.Core.Data;
using Cadre.Core.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Hosting;

/// <summary>
/// Looks at the person of a cookie with every request: whoever is locked out, or set another password elsewhere, is signed out at once, and roles are those of now.
/// </summary>
internal static class PersonSession
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        try
        {
            if (await PersonOfAsync(context, services) is not { } person)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return;
            }

            if (IsAsInCookie(person, context.Principal!)) return;
            context.ReplacePrincipal(await services.GetRequiredService<SignInManager<Person>>().CreateUserPrincipalAsync(person));
            context.ShouldRenew = true;
        }
        catch (Exception lost) when (IsOfDatabase(lost))
        {
            // Nobody is known while the database is away; the cookie stays, so that they need not sign in again.
            context.RejectPrincipal();
        }
    }

    /// <summary>Until when whoever is signed in stays so, if they open no page; null where nobody is.</summary>
    public static DateTime? EndOf(HttpContext context) => context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc?.UtcDateTime;

    private static async Task<Person?> PersonOfAsync(CookieValidatePrincipalContext context, IServiceProvider services)
    {
        if (!Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        var person = await services.GetRequiredService<CadreDb>().Users.AsNoTracking().Include(item => item.Grants).FirstOrDefaultAsync(item => item.Id == id, context.HttpContext.RequestAborted);
        var stamp = context.Principal.FindFirstValue(StampClaim);
        return person is { LockedUtc: null } && person.SecurityStamp == stamp && (!person.IsDemonstration || services.GetRequiredService<ServeOptions>().Demonstration) ? person : null;
    }

    private static bool IsAsInCookie(Person person, ClaimsPrincipal cookie) =>
        cookie.FindFirstValue(PersonClaims.DisplayName) == person.Name
        && cookie.FindAll(PersonClaims.RoleAtPlace).Select(claim => claim.Value).ToHashSet().SetEquals(person.Grants.Select(grant => PersonClaims.At(grant.Role, grant.Place)));

    private static bool IsOfDatabase(Exception? failure) => failure is not null && (failure is DbException || IsOfDatabase(failure.InnerException));
}
