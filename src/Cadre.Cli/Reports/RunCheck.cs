namespace Cadre.Cli.Reports;

/// <summary>Whether the files of a run go together, before a page is made of them: a run that Cadre wrote does, one that was changed may not.</summary>
internal static class RunCheck
{
    private const string TrialsFile = "targets_by_lever.csv";

    /// <summary>Checks what about.json says by itself.</summary>
    /// <exception cref="FormatException">It lacks something; the message says what.</exception>
    public static void Of(RunAbout about)
    {
        Need(about.StaffGroups.Count > 0, "staff_groups without any", "everybody first");
        Need(about.Regions.Count > 0, "regions without any", "the nation first");
        Need(about.FlowYears.Count > 0, "flow_years without any", "the years of the run");
        IEnumerable<IEnumerable<object?>> lists = [about.StaffGroups, about.Regions, about.Services, about.Sources, about.FlowYears, about.Envelopes, about.WithoutTrainingCost, about.Levers, about.Register, about.Needs, about.Tried?.Levers ?? []];
        Need(lists.All(list => list.All(item => item is not null)), "null in a list", "an item");
        Need(about.Register.DistinctBy(row => row.Id).Count() == about.Register.Count, "a row of the register twice", "each once");
        Need(about.Register.All(row => row.Name.Length > 0), "a row of the register without a name", "the parameter's name");
    }

    /// <summary>Checks what the tables say against about.json.</summary>
    /// <exception cref="FormatException">They do not go together; the message says where.</exception>
    public static void Of(ReportRun run)
    {
        var (groups, services) = (run.About.StaffGroups.Select(row => row.Code).ToHashSet(), run.About.Services.Select(row => row.Code).ToHashSet());
        Need(run.Nation.Count > 0, $"percentiles.csv without {run.About.Regions[0].Code} in {run.About.FlowYears[^1].Month}", "the figures of the nation", "");
        Need(run.Needs.All(row => groups.Contains(row.StaffGroup)), "needs.csv with a staff group that about.json does not name", "its staff groups", "");
        foreach (var trials in run.Trials.Where(row => row.Figure is not null).GroupBy(row => row.Target))
        {
            Need(trials.Count(row => row.Levers == "none") == 1 && trials.Count(row => row.Levers == "all") == 1, $"{TrialsFile} with other than one row \"none\" and one \"all\" of {trials.Key}", "one of each", "");
            Need(trials.All(row => row.Levers == "none" || row.Added is not null), $"{TrialsFile} without what a lever adds to {trials.Key}", "the columns added, added_p5 and added_p95", "");
        }

        Need(run.Needs.All(row => services.Contains(row.Service)), "needs.csv with a service that about.json does not name", "its services", "");
    }

    private static void Need(bool holds, string found, string expected, string file = $"{RunAboutWriter.File}: ")
    {
        if (!holds) throw new FormatException($"{file}found {found}, expected {expected}; run it again with this version");
    }
}
