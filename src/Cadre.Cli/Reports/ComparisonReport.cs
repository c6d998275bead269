using Cadre.Cli.Reports.Sections;

namespace Cadre.Cli.Reports;

/// <summary>The report that compares two runs: B less A, with the range of each run.</summary>
internal static class ComparisonReport
{
    /// <summary>The page.</summary>
    /// <param name="a">The run to start from.</param>
    /// <param name="b">The run to compare with it.</param>
    public static string Of(ReportRun a, ReportRun b)
    {
        var pair = new RunPair(a, b);
        var page = new ReportPage(
            a.About.Title == b.About.Title ? $"{a.About.Title}: two runs compared" : $"{a.About.Title} and {b.About.Title} compared", [$"Run A: {RunPair.NameOf(a)}. Run B: {RunPair.NameOf(b)}."]);
        AddAnswers(page, pair);
        page.Add("coverage", "What can be compared", pair.WhatCanBeCompared().Select(line => Html.Of($"<p>{line}</p>\n")));
        ComparedTargets.Add(page, pair);
        ComparedTrend.Add(page, pair);
        ComparedGap.Add(page, pair);
        ComparedFlows.Add(page, pair);
        ComparedMoney.Add(page, pair);
        ComparedRegister.Add(page, pair);
        FootSection.Add(page, a, b);
        return page.Show();
    }

    private static void AddAnswers(ReportPage page, RunPair pair)
    {
        (string Question, string Answer)[] cards =
            [("Are targets closer?", ComparedTargets.Sentence(pair)), ("More staff?", ComparedTrend.Sentence(pair)), ("A smaller gap?", ComparedGap.Sentence(pair)), ("What does it cost?", ComparedMoney.Sentence(pair))];
        page.Add("answers", "The answers", Html.Of($"<div class=\"cards\">{Html.Join(cards.Select(card => Html.Of($"<div class=\"card\"><h3>{card.Question}</h3><p class=\"answer\">{card.Answer}</p></div>")))}</div>\n"));
    }
}
