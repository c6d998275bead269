using System.Security.Claims;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Cadre.Web.Api;

/// <summary>What a key needs to be allowed to. Cookies count for nothing here, so that no other page of a browser can act through one.</summary>
internal static class ApiAccess
{
    /// <summary>Reading.</summary>
    public const string Read = "Api" + nameof(ApiScopes.Read);

    /// <summary>Changing plans.</summary>
    public const string Plan = "Api" + nameof(ApiScopes.Plan);

    /// <summary>Asking for runs.</summary>
    public const string Run = "Api" + nameof(ApiScopes.Run);

    /// <summary>Where the API begins.</summary>
    public const string Start = "/api";

    /// <summary>Whether a request is of the API.</summary>
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Start);

    /// <summary>Adds the policies.</summary>
    public static AuthorizationBuilder AddApi(this AuthorizationBuilder authorization) => authorization
        .AddPolicy(Read, policy => Scope(policy, ApiScopes.Read))
        .AddPolicy(Plan, policy => Scope(policy, ApiScopes.Plan))
        .AddPolicy(Run, policy => Scope(policy, ApiScopes.Run).RequireRole(nameof(Role.NationalModeller)));

    /// <summary>The person of a key.</summary>
    public static Guid PersonOf(ClaimsPrincipal user) => SignedIn.IdOf(user);

    private static AuthorizationPolicyBuilder Scope(AuthorizationPolicyBuilder policy, ApiScopes scope) =>
        policy.AddAuthenticationSchemes(ApiKeyHandler.Scheme).RequireAuthenticatedUser().RequireClaim(ApiKeyHandler.ScopeClaim, scope.ToString());
}
