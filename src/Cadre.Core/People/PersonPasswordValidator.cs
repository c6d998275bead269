using Microsoft.AspNetCore.Identity;

namespace Cadre.Core.People;

/// <summary>Refuses passwords that whoever knows the person would try first, and the one of the demonstration, which everybody may know.</summary>
public sealed class PersonPasswordValidator : IPasswordValidator<Person>
{
    /// <summary>The password of the demonstration.</summary>
    public const string OfDemonstration = "Demonstration-2026";

    private const int Most = 200;

    /// <summary>Shorter parts of a name are in too many words.</summary>
    private const int Telling = 4;

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(WhatIsWrong(user, password ?? "") is { } wrong
        ? IdentityResult.Failed(new IdentityError { Code = "PersonPassword", Description = wrong })
        : IdentityResult.Success);

    private static string? WhatIsWrong(Person person, string password)
    {
        if (password.Length > Most) return $"Passwords must have at most {Most} characters.";
        if (!person.IsDemonstration && password.Contains(OfDemonstration, StringComparison.OrdinalIgnoreCase)) return "This is the password of the demonstration, which everybody may know.";
        string[] own = [.. (person.Email ?? "").Split('@')[0].Split('.'), .. person.Name.Split(' ')];
        return own.Any(part => part.Length >= Telling && password.Contains(part, StringComparison.OrdinalIgnoreCase)) ? "Passwords must not hold your name or the first part of your e-mail address." : null;
    }
}
