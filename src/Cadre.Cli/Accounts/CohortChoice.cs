using Cadre.Engine.Model;

namespace Cadre.Cli.Accounts;

/// <summary>Finds the cohort that a user means; says what there is when it is not there.</summary>
internal sealed class CohortChoice(NationalModel model)
{
    /// <summary>The cohort's index; null when there is none, with the reasons added to <paramref name="problems"/>.</summary>
    public int? Find(string place, string service, string group, List<string> problems)
    {
        var before = problems.Count;
        var cohorts = model.Cohorts.Index().ToArray();
        Require("--place", place, [.. cohorts.Select(cohort => PlaceOf(cohort.Item)).Distinct()], "a place that holds staff", problems);
        Require("--service", service, [.. cohorts.Select(cohort => ServiceOf(cohort.Item)).Distinct()], "a service", problems);
        Require("--group", group, [.. cohorts.Select(cohort => GroupOf(cohort.Item)).Distinct()], "a staff group that holds staff", problems);
        if (problems.Count > before) return null;

        var here = cohorts.Where(cohort => Same(PlaceOf(cohort.Item), place) && Same(ServiceOf(cohort.Item), service)).ToArray();
        foreach (var (index, cohort) in here)
        {
            if (Same(GroupOf(cohort), group)) return index;
        }

        problems.Add($"--group: found \"{group}\", which {place} does not have, expected one of {string.Join(", ", here.Select(cohort => GroupOf(cohort.Item)))}");
        return null;
    }

    private static void Require(string option, string found, string[] codes, string what, List<string> problems)
    {
        if (!codes.Any(code => Same(code, found)))
            problems.Add($"{option}: found \"{found}\", expected {what}: {string.Join(", ", codes)}");
    }

    private static bool Same(string code, string typed) => code.Equals(typed, StringComparison.OrdinalIgnoreCase);

    private string PlaceOf(Cohort cohort) => model.Places[cohort.Place].Code;

    private string ServiceOf(Cohort cohort) => model.Services[cohort.Service].Code;

    private string GroupOf(Cohort cohort) => model.StaffGroups[cohort.StaffGroup].Code;
}
