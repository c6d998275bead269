using Cadre.Core.People;

namespace Cadre.Web.Pages;

/// <summary>People in words.</summary>
internal static class PersonWords
{
    /// <summary>How a person stands, and the colour of it.</summary>
    public static (string Text, string Colour) Of(Person person) =>
        person.LockedUtc is not null ? ("Locked out", "red") : person.PasswordHash is null ? ("No password yet", "yellow") : person.IsDemonstration ? ("Demonstration", "grey") : ("Can sign in", "green");

    /// <summary>What an audit entry of a person says happened.</summary>
    public static string Of(string what) => what switch
    {
        "PersonAdded" => "Added",
        "PersonRenamed" => "Name changed",
        "PersonLocked" => "Locked out",
        "PersonUnlocked" => "Unlocked",
        "RoleGranted" => "Role given",
        "RoleTaken" => "Role taken",
        "PasswordLinkMade" => "Link made",
        "PasswordSet" => "Password set",
        _ => what,
    };
}
