using Cadre.Cli.Plans;
using Cadre.Cli.Reports.Sections;

namespace Cadre.Cli.Reports;

/// <summary>The report of one run: the answers first, then what they rest on.</summary>
internal static class RunReport
{
    /// <summary>The file's name in a run's folder.</summary>
    public const string File = "report.html";

    /// <summary>Writes the report of a run into a folder.</summary>
    public static void Write(ReportRun run, string folder) => System.IO.File.WriteAllText(Path.Combine(folder, File), Of(run));

    /// <summary>The page.</summary>
    public static string Of(ReportRun run)
    {
        var page = new ReportPage(run.About.Title, [$"{Wording.Capital(run.ScenarioName)}{(run.Statement.ScenarioDigest is null ? "" : $": {run.About.ScenarioTitle}")}; {Wording.Day(run.About.Opening)} to {Wording.Long(run.Last)}", run.AnswerMonth == run.Last ? "" : $"The four answers are of {Wording.Long(run.AnswerMonth)}, when the last target lies; charts and tables run on to {Wording.Long(run.Last)}."]);
        AddAnswers(page, run);
        AddCoverage(page, run);
        TargetSection.Add(page, run);
        TrendSection.Add(page, run);
        GapSection.Add(page, run);
        FlowSection.Add(page, run);
        ChanceSection.Add(page, run);
        LeverSection.Add(page, run);
        MoneySection.Add(page, run);
        RegisterSection.Add(page, run);
        FootSection.Add(page, run);
        return page.Show();
    }

    private static void AddAnswers(ReportPage page, ReportRun run)
    {
        var sentences = new HeadlineSentences(run);
        (string Question, (string Answer, string Because) Said)[] cards =
            [("Will we hit it?", sentences.WillWe()), ("Where not?", sentences.WhereNot()), ("Why?", sentences.Why()), ("How sure?", sentences.HowSure())];
        page.Add("answers", "The answers", Html.Of($"<div class=\"cards\">{Html.Join(cards.Select(card => Html.Of($"<div class=\"card\"><h3>{card.Question}</h3><p class=\"answer\">{card.Said.Answer}</p><p>{card.Said.Because}</p></div>")))}</div>\n"));
    }

    private static void AddCoverage(ReportPage page, ReportRun run)
    {
        var about = run.About;
        var held = PublishedPeople.Held(about.PostsHeld, about.PublishedHeadcount);
        var ranges = run.HasRange
            ? $"Each figure is the central run, with every assumption at its central value. The range under or beside it holds nine in ten of {Wording.Count(run.Statement.FuturesRun, "future")}, drawn over all assumptions at once; futures are not centred on the central run. Staff, posts and vacancies are FTE; joiners and leavers are heads."
            : "Each figure is the central run, with every assumption at its central value; one future gives no range.";
        page.Add("coverage", "What is counted", Html.Of($"<p>{about.Coverage} {held}</p>\n{(about.ScenarioText.Length > 0 ? Html.Of($"<p>{about.ScenarioText}</p>\n") : Html.None)}<p class=\"note\">{ranges}</p>\n"));
    }
}
