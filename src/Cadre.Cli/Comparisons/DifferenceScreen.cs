using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;
using Spectre.Console;

namespace Cadre.Cli.Comparisons;

/// <summary>Shows a comparison to a person: what comes out first, what was changed last.</summary>
internal sealed class DifferenceScreen(IAnsiConsole console, Difference difference, CompareManifest manifest, string folder)
{
    private const string Faint = "grey";

    private readonly int _width = console.Profile.Width;
    private readonly string _a = difference.A.Scenario.Name;
    private readonly string _b = difference.B.Scenario.Name;

    /// <summary>Writes the whole comparison.</summary>
    public void Show()
    {
        ShowHead();
        new DifferenceTables(console, difference).Show();
        new NeedDifferenceTable(console, difference).Show();
        ShowTargets();
        ShowLevers();
        ShowChanges();
        ShowFoot();
    }

    private void ShowHead()
    {
        var framework = difference.Framework;
        console.WriteProse(framework.Title, "bold");
        console.WriteProse($"{framework.Name}, {Wording.Count(manifest.Months, "month")} from {Wording.Day(framework.Opening)}, {Wording.Count(difference.Futures, "future")}, seed {manifest.Seed}", Faint);
        console.WriteLine();
        console.WriteProse(DifferenceHeadline.Of(difference), "bold");
        console.WriteLine();
        ShowScenario("A", difference.A.Scenario);
        ShowScenario("B", difference.B.Scenario);
        console.WriteProse(Explanation(), Faint);
        console.WriteLine();
    }

    private void ShowScenario(string letter, Scenario scenario)
    {
        console.WriteProse($"{letter}: {scenario.Name} – {scenario.Title}", "bold");
        if (scenario.Text.Length > 0) console.WriteProse(scenario.Text);
        console.WriteLine();
    }

    private string Explanation() => difference.Futures == 1
        ? "Each figure is the central run; one future gives no range. Differences are B less A. Staff, posts and vacancies are FTE."
        : "Each figure is the central run. Differences are B less A. Both run in the same futures: a range beside or under a difference is that of the futures' "
            + "differences (5th to 95th percentile), beside or under A and B that of their own futures. Futures are not centred on the central run. Staff, posts and vacancies are FTE.";

    private void ShowTargets()
    {
        (TargetResult A, TargetResult B)[] targets = [.. difference.Comparison.A.Targets.Zip(difference.Comparison.B.Targets).Where(pair => pair.First.Reached is not null)];
        if (targets.Length == 0) return;
        string Central(TargetResult result) => Figures.Of(result.Target.Measure, result.Reached!.Summary.Central);
        string Probability(TargetResult result) => Figures.ShortProbability(result.Reached!.Probability, difference.Futures);
        new TextTable(
            $"Targets: central figure and probability P in {_a} (A) and {_b} (B), and the change of P in percentage points",
            new TextColumn("Target", [.. targets.Select(pair => pair.A.Target.Description)]) { Narrowest = 12 },
            new TextColumn("Wanted", [.. targets.Select(pair => $"{(pair.A.Target.AtLeast ? "≥" : "≤")} {Figures.Of(pair.A.Target.Measure, pair.A.Target.Value)}, {Wording.Short(pair.A.Target.Month)}")]),
            new TextColumn("A", [.. targets.Select(pair => Central(pair.A))]),
            new TextColumn("B", [.. targets.Select(pair => Central(pair.B))]),
            new TextColumn("P(A)", [.. targets.Select(pair => Probability(pair.A))]),
            new TextColumn("P(B)", [.. targets.Select(pair => Probability(pair.B))]) { Style = "bold" },
            new TextColumn("Change", [.. targets.Select(pair => Signed.Points(pair.B.Reached!.Probability - pair.A.Reached!.Probability))]))
            .Write(console);
    }

    private void ShowLevers()
    {
        var rows = difference.Levers;
        if (rows.Count == 0) return;
        var model = difference.Comparison.Model;
        string[] sources = [.. rows.Select(row => row.Entry.Source).Distinct()];
        var hasCosts = rows.Any(row => row.Alone is { Cost: not 0 });
        List<TextColumn> columns = [new TextColumn("Lever", [.. rows.Select(row => row.Entry.Lever.Id)]) { Narrowest = 14 }];
        if (rows.Select(row => row.In).Distinct().Count() > 1 || rows.Any(row => !row.Entry.IsOn))
            columns.Add(new TextColumn("In", [.. rows.Select(row => row.Entry.IsOn ? row.In : $"{row.In}, off")]) { Narrowest = 8 });
        columns.Add(new TextColumn("What", [.. rows.Select(row => LeverWords.Of(model, row.Entry))]) { Narrowest = 14 });
        columns.Add(new TextColumn("Grade", [.. rows.Select(row => row.Entry.Grade.ToString())]));
        columns.Add(new TextColumn("Source", [.. rows.Select(row => $"[{Array.IndexOf(sources, row.Entry.Source) + 1}]")]));
        columns.Add(new TextColumn("FTE\nalone", [.. rows.Select(row => row.Alone is { } alone ? Signed.Amount(alone.ExtraFte) : "")]) { Style = "bold" });
        if (hasCosts) columns.Add(new TextColumn("Cost\nto then", [.. rows.Select(row => row.Alone is { Cost: not 0 } alone ? Figures.Pounds(alone.Cost) : "")]));
        if (hasCosts) columns.Add(new TextColumn("Cost per\nextra FTE", [.. rows.Select(row => row.Alone?.CostPerExtraFte is { } cost ? Figures.Pounds(cost) : "")]));
        new TextTable($"Levers, and what each does alone to the baseline's central run by {Wording.Long(difference.Last)}", columns).Write(console);
        HeldLevers.Show(console, difference.Comparison.A);
        HeldLevers.Show(console, difference.Comparison.B);
        ShowSources(sources);
        console.WriteProse(
            (hasCosts ? "Cost to then: the lever's own and the training that it brings; over the FTE that it alone adds it is the cost per extra FTE, of which training shows the staff only when it ends. " : "No lever has a cost, so there is no cost per extra FTE. ")
            + "Together, levers do more or less than the sum of each alone. " + Wording.LeverSizes + " "
            + Wording.Grades,
            Faint);
        console.WriteLine();
    }

    private void ShowSources(string[] sources)
    {
        var titles = difference.Framework.Evidence.ToDictionary(item => item.Id, item => item.Title);
        foreach (var (i, source) in sources.Index())
            console.WriteProse($"[{i + 1}] {titles.GetValueOrDefault(source, source)}");
    }

    private void ShowChanges()
    {
        var rows = difference.Changes;
        if (rows.Count == 0) return;
        string Text(Assumption row) => row.Distribution == DistributionFamily.Fixed || row.Low == row.High
            ? Figures.OfAssumption(row).Central
            : $"{Figures.OfAssumption(row).Central}\n{Figures.OfAssumption(row).Range}";
        string[] sources = [.. rows.Select(row => row.Is.Source).Distinct()];
        List<TextColumn> columns = [new TextColumn("Assumption", [.. rows.Select(row => row.Was.Id)]) { Narrowest = 14 }];
        if (rows.Select(row => row.In).Distinct().Count() > 1) columns.Add(new TextColumn("In", [.. rows.Select(row => row.In)]) { Narrowest = 8 });
        columns.AddRange(
        [
            new TextColumn("Was", [.. rows.Select(row => Text(row.Was))]),
            new TextColumn("Is", [.. rows.Select(row => Text(row.Is))]) { Style = "bold" },
            new TextColumn("Grade", [.. rows.Select(row => row.Is.Grade.ToString())]),
            new TextColumn("Source", [.. rows.Select(row => $"[{Array.IndexOf(sources, row.Is.Source) + 1}]")]),
            new TextColumn("Why", [.. rows.Select(row => row.Reason)]) { Narrowest = 20 },
        ]);
        new TextTable("Changed assumptions", columns).Write(console);
        ShowSources(sources);
        console.WriteLine();
    }

    private void ShowFoot()
    {
        console.WriteProse(difference.Framework.Licence);
        // The path stands on a line of its own, unbroken, so that it can be copied.
        console.Profile.Width = Math.Max(_width, folder.Length + 2);
        console.MarkupLineInterpolated($"Files: [bold]{folder}[/]");
        console.Profile.Width = _width;
    }
}
