using Cadre.Cli.Comparisons;
using Cadre.Cli.Plans;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The levers of the scenario: what each does, from when, how good the evidence is, and what came of it.</summary>
internal static class LeverSheet
{
    public static BookSheet Of(Plan plan, ScenarioEntry scenario)
    {
        var model = plan.Result.Model;
        var titles = AssumptionSheet.TitlesOf(plan.Framework);
        var lasts = plan.Result.Levers.GroupBy(row => row.Lever.Id).ToDictionary(rows => rows.Key, rows => (Last: rows.Last(), Cost: rows.Sum(row => row.Cost)));
        LeverMonth? Last(LeverEntry entry) => entry.IsOn && lasts.TryGetValue(entry.Lever.Id, out var lever) ? lever.Last : null;
        return new BookTable<LeverEntry>(hasRange: false)
            .AddText("Lever", entry => entry.Lever.Id)
            .AddText("What it does", entry => LeverWords.Of(model, entry), 48)
            .AddText("In use", entry => entry.IsOn ? "yes" : "no")
            .Add(new BookColumn("From"), entry => BookCell.Of(entry.Lever.Start) with { IsLeft = true })
            .AddNumber("Cost of a year at whole size", entry => entry.Lever.CostPerYear > 0 ? entry.Lever.CostPerYear : null, BookFormat.Pounds)
            .AddNumber("Cost over the run", entry => entry.IsOn && lasts.TryGetValue(entry.Lever.Id, out var lever) && lever.Cost > 0 ? lever.Cost : null, BookFormat.Pounds)
            .AddNumber("Share of its size at the end", entry => Last(entry)?.Share, BookFormat.Share)
            .AddNumber("Works on, at the end", entry => Last(entry)?.WorksOn)
            .AddNumber("Of these held by a limit", entry => Last(entry)?.Held)
            .AddText("Grade", entry => entry.Grade.ToString())
            .AddText("Source", entry => titles.GetValueOrDefault(entry.Source, entry.Source), 40)
            .AddText("Reason", entry => entry.Reason, 48)
            .ToSheet(
                "Levers", $"Levers of the scenario {scenario.Scenario.Name}",
                ["“Works on” counts what the lever changes at the end of the run: cohorts, staff groups, sources of candidates and the like; levers.csv has every month. Where no cost stands none is known."],
                scenario.Levers);
    }
}
