using System.Security.Claims;
using System.Text.Encodings.Web;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cadre.Web.Api;

/// <summary>Knows a person by the key of the header "Authorization: Bearer cadre_...". Roles are read with each request: who has none left has no key left either.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyService keys, ServeOptions serve)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public new const string Scheme = "ApiKey";

    /// <summary>Type of a claim that holds one scope of the key.</summary>
    public const string ScopeClaim = "cadre:scope";

    /// <summary>Type of the claim that holds the key's id.</summary>
    public const string KeyClaim = "cadre:key";

    private const string Start = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await keys.BearerAsync(header[Start.Length..].Trim(), Context.RequestAborted) is not { } bearer || (bearer.IsDemonstration && !serve.Demonstration)) return AuthenticateResult.Fail("The key is not known, was revoked, has expired, or its person is locked out or has no role any longer.");
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, $"{bearer.PersonId}"));
        identity.AddClaim(new Claim(KeyClaim, $"{bearer.KeyId}"));
        identity.AddClaims(Enum.GetValues<ApiScopes>().Where(scope => scope != ApiScopes.None && bearer.Scopes.HasFlag(scope)).Select(scope => new Claim(ScopeClaim, scope.ToString())));
        identity.AddClaims(bearer.Grants.Select(grant => grant.Role).Distinct().Select(role => new Claim(identity.RoleClaimType, role.ToString())));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.WriteAsync(Context, StatusCodes.Status401Unauthorized);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblem.WriteAsync(Context, StatusCodes.Status403Forbidden);
}
