using Cadre.Core.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cadre.Web.Hosting;

/// <summary>Signs people in who are not locked out; those of the demonstration where there is one alone.</summary>
internal sealed class PersonSignIn(
    UserManager<Person> people, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Person> claims, IOptions<IdentityOptions> identity, ILogger<SignInManager<Person>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<Person> confirmation, ServeOptions serve)
    : SignInManager<Person>(people, context, claims, identity, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Person user) => user.LockedUtc is null && (!user.IsDemonstration || serve.Demonstration) && await base.CanSignInAsync(user);
}
