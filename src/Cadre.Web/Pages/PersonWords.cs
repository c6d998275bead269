using Cadre.Core.Auditing;
using Cadre.Core.People;
using Cadre.Web.Hosting;

namespace Cadre.Web.Pages;

/// <summary>People in words.</summary>
internal static class PersonWords
{
    /// <summary>How a person stands, and the colour of it.</summary>
    public static (string Text, string Colour) Of(Person person) =>
        person.LockedUtc is not null ? ("Locked out", "red") : person.PasswordHash is null ? ("No password yet", "yellow") : person.IsDemonstration ? ("Demonstration", "grey") : ("Can sign in", "green");

    /// <summary>What an audit entry of a person says beside that: a role in words, with the code of its place.</summary>
    public static string DetailOf(AuditEntry entry) =>
        entry.What is "RoleGranted" or "RoleTaken" && entry.Detail.Split(' ', 2) is [var name, .. var rest] && Enum.TryParse<Role>(name, out var role) ? string.Join(", ", rest.Prepend(RoleWords.Of(role))) : entry.Detail;

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
