using Cadre.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Core.People;

/// <summary>The services that keep people, and the rules of passwords: the same in the server and at the command line.</summary>
public static class PeopleServices
{
    /// <summary>Adds them; the context, the database, frameworks and the clock are for the caller to add.</summary>
    public static IdentityBuilder AddPeople(this IServiceCollection services) => services.AddScoped<PeopleService>().AddScoped<PasswordService>().AddIdentityCore<Person>(identity =>
    {
        identity.Password.RequiredLength = 12;
        identity.Password.RequiredUniqueChars = 6;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.User.RequireUniqueEmail = true;
        // Addresses have signs that the usual list has not: o'neil@example.org.
        identity.User.AllowedUserNameCharacters = "";
    }).AddEntityFrameworkStores<CadreDb>().AddPasswordValidator<PersonPasswordValidator>();
}
