namespace Cadre.Cli.Reports.Sections;

/// <summary>Licence, digests, and how the run is made again.</summary>
internal static class FootSection
{
    public static void Add(ReportPage page, params IReadOnlyList<ReportRun> runs)
    {
        var licences = runs.Select(run => run.About.Licence).Where(line => line.Length > 0).Distinct().Select(line => Html.Of($"<p>{line}</p>\n"));
        page.Add("about", "Licence, and how to repeat this", [.. licences, .. runs.Select((run, i) => About(run, runs.Count > 1 ? $"Run {(char)('A' + i)}" : ""))]);
    }

    private static Html About(ReportRun run, string heading)
    {
        var statement = run.Statement;
        (string, Html)[] lines =
        [
            ("Command that repeats the run", Html.Of($"<code>{run.About.Command}</code>")),
            ("Digest of the results", Html.Of($"<code>{statement.ResultsDigest}</code>")),
            ("Digest of the framework", Html.Of($"<code>{statement.FrameworkDigest}</code>")),
            ("Digest of the scenario", statement.ScenarioDigest is { } digest ? Html.Of($"<code>{digest}</code>") : Html.Text("none: the framework as it is")),
            ("Framework", Html.Text($"{statement.Framework}, figures published by {Wording.Day(run.About.AsOf)}")),
            ("Futures and seed", Html.Text($"{Wording.Count(statement.FuturesRun, "future")}{(statement.Only is { } only ? $" ({only} of {statement.Futures})" : "")}, seed {statement.Seed}")),
            ("Program", Html.Text($"Cadre {statement.EngineVersion}")),
        ];
        var title = heading.Length == 0 ? Html.None : Html.Of($"<h3>{heading}</h3>");
        return Html.Of($"{title}<dl>{Html.Join(lines.Select(line => Html.Of($"<div><dt>{line.Item1}</dt><dd>{line.Item2}</dd></div>")))}</dl>\n");
    }
}
