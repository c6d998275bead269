using Cadre.Core.People;

namespace Cadre.Web.Hosting;

/// <summary>Roles in words.</summary>
internal static class RoleWords
{
    /// <param name="grant">The role and its place.</param>
    /// <param name="names">Names of places by their codes.</param>
    public static string Of(RoleGrant grant, IReadOnlyDictionary<string, string> names) =>
        grant.Place.Length == 0 ? Of(grant.Role) : $"{Of(grant.Role)}, {names.GetValueOrDefault(grant.Place, grant.Place)}";

    public static string Of(Role role) => role switch
    {
        Role.Reader => "Reader",
        Role.NationalModeller => "National modeller",
        Role.RegionalReviewer => "Regional reviewer",
        Role.LocalPlanner => "Local planner",
        Role.TrainingLead => "Training lead",
        Role.Librarian => "Librarian",
        Role.ProgrammeManager => "Programme manager",
        Role.Partner => "Partner",
    };
}
