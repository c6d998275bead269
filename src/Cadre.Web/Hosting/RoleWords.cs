using Cadre.Core.People;

namespace Cadre.Web.Hosting;

/// <summary>Roles in words.</summary>
internal static class RoleWords
{
    public static string Of(RoleGrant grant) => grant.Place.Length == 0 ? Of(grant.Role) : $"{Of(grant.Role)} of {grant.Place}";

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
