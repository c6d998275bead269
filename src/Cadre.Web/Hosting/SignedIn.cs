using System.Globalization;
using System.Security.Claims;

namespace Cadre.Web.Hosting;

/// <summary>Who is signed in.</summary>
internal static class SignedIn
{
    /// <summary>The id of the person whose cookie this is.</summary>
    public static Guid IdOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
}
