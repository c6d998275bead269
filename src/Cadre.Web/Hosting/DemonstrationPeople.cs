using Cadre.Core.People;

namespace Cadre.Web.Hosting;

/// <summary>One person for each role, to try Cadre with on one's own machine. Their password is no secret.</summary>
internal static class DemonstrationPeople
{
    /// <summary>The password of them all.</summary>
    public const string Password = PersonPasswordValidator.OfDemonstration;

    /// <summary>Who they are.</summary>
    public static readonly IReadOnlyList<(string Name, string Email, Role Role, string Place)> All =
    [
        ("Nadia Modeller", "modeller@demonstration.invalid", Role.NationalModeller, ""),
        ("Ravi Reviewer", "reviewer@demonstration.invalid", Role.RegionalReviewer, "Y56"),
        ("Paula Planner", "planner@demonstration.invalid", Role.LocalPlanner, "QKK"),
        ("Tara Trainer", "training@demonstration.invalid", Role.TrainingLead, ""),
        ("Leo Librarian", "library@demonstration.invalid", Role.Librarian, ""),
        ("Mo Manager", "programme@demonstration.invalid", Role.ProgrammeManager, ""),
        ("Pat Partner", "partner@demonstration.invalid", Role.Partner, "QKK"),
        ("Rosa Reader", "reader@demonstration.invalid", Role.Reader, ""),
    ];
}
