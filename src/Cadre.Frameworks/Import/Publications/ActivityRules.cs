using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>An activity of the columns file with the staff group and service that it names.</summary>
/// <param name="Rule">What the columns file says.</param>
/// <param name="Service">Index of the service.</param>
/// <param name="StaffGroup">Index of the leaf.</param>
internal sealed record ResolvedActivity(ActivityRule Rule, int Service, int StaffGroup);

/// <summary>Finds what the activities of a columns file name.</summary>
internal static class ActivityRules
{
    /// <summary>The activities; what they name that the framework does not have is reported, and so is a publication without any.</summary>
    public static List<ResolvedActivity> Resolve(PublicationWork work)
    {
        if (work.Columns.Activities.Count == 0)
        {
            const string expected = "activities: for each measure to be used its measure, activity, name, staff_group and hours (docs/publications.md, \"Activity\")";
            work.Problems.Add(work.Columns.File ?? "--columns", "activities", work.Columns.File is null ? "no columns file" : "none", expected);
        }

        var rules = new List<ResolvedActivity>();
        var seen = new HashSet<(string, int, int)>();
        foreach (var rule in work.Columns.Activities)
        {
            var group = rule.StaffGroup is { } pair ? work.Codes.Leaf(pair) : -1;
            var service = rule.Service is { } named ? work.Codes.Service(named) : work.Codes.DefaultService;
            if (rule.Service is null && service < 0 && work.Columns.DefaultService is null)
                Report(rule, "activities.service", "no service", "a service, or a default_service: the framework has several");
            else if (group >= 0 && service >= 0 && !seen.Add((rule.Code, service, group)))
                Report(rule, "activities.activity", $"\"{rule.Code}\" a second time", "each activity of a service and staff group once");
            else if (group >= 0 && service >= 0)
                rules.Add(new ResolvedActivity(rule, service, group));
        }

        work.File.ThrowIfAnyButShape();
        return rules;

        void Report(ActivityRule rule, string key, string found, string expected) =>
            work.Problems.Add(new Problem(work.Columns.File!, rule.Measure.Line, key, found, expected));
    }
}
