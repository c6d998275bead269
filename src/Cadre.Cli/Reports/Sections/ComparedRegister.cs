namespace Cadre.Cli.Reports.Sections;

/// <summary>Where the assumptions and the levers of two runs differ.</summary>
internal static class ComparedRegister
{
    public static void Add(ReportPage page, RunPair pair)
    {
        var rows = Differing(pair);
        page.Add(
            "register", "Assumptions and levers that differ",
            Html.Of($"<p class=\"says\">{Sentence(pair)}</p>\n"), rows.Count == 0 ? Html.None : TableOf(rows), Levers("A", pair.A), Levers("B", pair.B));
    }

    /// <summary>How many assumptions differ, in one sentence.</summary>
    public static string Sentence(RunPair pair)
    {
        var differing = Differing(pair).Count;
        var assumptions = differing == 0 ? "No assumption differs between the runs" : $"{Wording.Count(differing, "assumption")} {(differing == 1 ? "differs" : "differ")} between the runs";
        return $"{assumptions}; A pulls {Wording.Count(pair.A.About.Levers.Count, "lever")} and B {Wording.Count(pair.B.About.Levers.Count, "lever")}.";
    }

    private static List<(AboutAssumption Any, AboutAssumption? A, AboutAssumption? B)> Differing(RunPair pair)
    {
        var (a, b) = (pair.A.About.Register.ToDictionary(row => row.Id), pair.B.About.Register.ToDictionary(row => row.Id));
        return
        [
            .. a.Keys.Union(b.Keys).Select(id => (A: a.GetValueOrDefault(id), B: b.GetValueOrDefault(id)))
                .Where(row => (row.A?.Central, row.A?.Range, row.A?.Distribution, row.A?.Grade) != (row.B?.Central, row.B?.Range, row.B?.Distribution, row.B?.Grade))
                .Select(row => ((row.A ?? row.B)!, row.A, row.B)),
        ];
    }

    private static Html TableOf(List<(AboutAssumption Any, AboutAssumption? A, AboutAssumption? B)> rows)
    {
        ReportColumn Of(string run, Func<(AboutAssumption Any, AboutAssumption? A, AboutAssumption? B), AboutAssumption?> pick) =>
            ReportColumn.Figures(run, rows.Select(row => pick(row) is { } found ? ($"{found.Central}, grade {found.Grade}", found.Range) : ("none", "")));
        return new ReportTable(
            "Assumptions that differ", ReportColumn.Words("Assumption", rows.Select(row => row.Any.Name)), ReportColumn.Words("Applies to", rows.Select(row => row.Any.Scope)), Of("In A", row => row.A), Of("In B", row => row.B)).Show();
    }

    private static Html Levers(string run, ReportRun of) => of.About.Levers.Count == 0 ? Html.None : new ReportTable(
        $"The levers of run {run}",
        ReportColumn.Words("Lever", of.About.Levers.Select(lever => lever.Id)),
        ReportColumn.Words("What it does", of.About.Levers.Select(lever => lever.Words)),
        ReportColumn.Words("Grade and source", of.About.Levers.Select(lever => $"{lever.Grade}: {lever.Source}"))).Folded();
}
