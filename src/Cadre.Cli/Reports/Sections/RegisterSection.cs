namespace Cadre.Cli.Reports.Sections;

/// <summary>What moves the explained target, and every assumption with grade, source and range.</summary>
internal static class RegisterSection
{
    private const int Shown = 8;

    public static void Add(ReportPage page, ReportRun run)
    {
        var drivers = Drivers(run);
        var key = $"Weight: squared rank correlation with the target's measure over the futures; under {Figures.Percent(run.About.ChanceWeight)} it may be chance (grey). {Wording.Grades}";
        page.Add(
            "register", "Assumptions",
            drivers.Length == 0
                ? Html.Of($"<p class=\"says\">{Sentence(run)}</p>\n<p class=\"note\">{Wording.Grades}</p>\n")
                : page.Chart("driver-chart", Sentence(run), key, ChartData.Bars("Weight, %", null, drivers.Select(row => ($"{row.Name}, {row.Scope}", row.Weight!.Value * 100, $"{Figures.Percent(row.Weight.Value)}, grade {row.Grade}")), weakBelow: run.About.ChanceWeight * 100)),
            Html.Of($"<p class=\"filter\" hidden><label for=\"register-filter\">Filter the assumptions</label> <input id=\"register-filter\" type=\"search\" autocomplete=\"off\"> <span id=\"register-count\" role=\"status\"></span></p>\n"),
            TableOf(run).Show());
    }

    /// <summary>What sways the explained target most, in one sentence.</summary>
    public static string Sentence(ReportRun run)
    {
        var grades = run.About.Register.GroupBy(row => row.Grade).OrderBy(rows => rows.Key, StringComparer.Ordinal).Select(rows => $"{rows.Count()} of grade {rows.Key}").ToArray();
        var counted = $"The run rests on {Wording.Count(run.About.Register.Count, "assumption")}{(grades.Length == 0 ? "" : $": {Wording.List(grades)}")}";
        if (run.Targets.FirstOrDefault(target => target.Id == run.About.Explained) is not { } target) return $"{counted}.";
        return Drivers(run).FirstOrDefault() is { } most && most.Weight >= run.About.ChanceWeight
            ? $"{counted}. “{target.Description}” is swayed most by {most.Name.ToLowerInvariant()}, {most.Scope} ({Figures.Percent(most.Weight.Value)})."
            : $"{counted}. None stands out for “{target.Description}”: every weight may be chance.";
    }

    private static AboutAssumption[] Drivers(ReportRun run) =>
        run.HasRange ? [.. run.About.Register.Where(row => row.Weight > 0).OrderByDescending(row => row.Weight).Take(Shown)] : [];

    private static ReportTable TableOf(ReportRun run)
    {
        var rows = run.About.Register;
        return new ReportTable(
            "Every assumption of this run, with its range, grade and source",
            ReportColumn.Words("Assumption", rows.Select(row => row.Name)),
            ReportColumn.Words("Applies to", rows.Select(row => row.Scope)),
            ReportColumn.Numbers("Central", rows.Select(row => row.Central)),
            ReportColumn.Numbers("Low to high", rows.Select(row => row.Range)),
            ReportColumn.Words("Drawn", rows.Select(row => row.Distribution)),
            ReportColumn.Words("Grade", rows.Select(row => row.Grade)),
            ReportColumn.Noted("Source", rows.Select(row => (row.Source, row.Note))))
        { Id = "register-table" };
    }
}
