using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>Shows a plan to a person: what comes out first, where it comes from last.</summary>
internal sealed class PlanScreen(IAnsiConsole console, Plan plan, RunManifest manifest, string folder)
{
    private const string Faint = "grey";
    private const int NarrowWindow = 100;
    private const string BeyondTheRun = "beyond the run";

    private readonly int _width = console.Profile.Width;
    private readonly int _futures = plan.Result.FuturesRun;

    /// <summary>Writes the whole plan.</summary>
    public void Show()
    {
        ShowHead();
        new TrendView(console, plan).Show();
        new YearTable(console, plan).Show();
        new PlanTables(console, plan).Show();
        new FlowTable(console, plan).Show();
        new EmployerTable(console, plan).Show();
        new ChanceTable(console, plan).Show();
        new NeedTable(console, plan).Show();
        new MoneyTable(console, plan.Result).Show();
        HeldLevers.Show(console, plan.Result);
        ShowTargets();
        new LeverTrialsView(console, plan).Show();
        if (plan.UnderDelivery is { } underDelivery) new UnderDeliveryView(console, plan, underDelivery).Show();
        ShowDrivers();
        ShowFoot();
    }

    private void ShowHead()
    {
        var framework = plan.Framework;
        var futures = manifest.Only is null ? Wording.Count(_futures, "future") : $"futures {manifest.Only} of {manifest.Futures}";
        console.WriteProse(framework.Title, "bold");
        console.WriteProse($"{framework.Name}, {Wording.Count(manifest.Months, "month")} from {Wording.Day(framework.Opening)}, {futures}, seed {manifest.Seed}; figures published by {Wording.Day(framework.AsOf)}", Faint);
        if (plan.Result.Options.Scenario is { } scenario && scenario.Name != Scenario.Baseline.Name)
        {
            console.WriteLine();
            console.WriteProse($"Scenario {scenario.Name}: {scenario.Title}", "bold");
            console.WriteProse(scenario.Text);
        }

        console.WriteLine();
        console.WriteProse(Headline.Of(plan), "bold");
        console.WriteLine();
        console.WriteProse($"{framework.Coverage} {PublishedPeople.Held(plan.PostsHeld, plan.People)}");
        console.WriteLine();
        console.WriteProse(Explanation(), Faint);
        console.WriteLine();
    }

    private string Explanation() =>
        _futures == 1
            ? "Each figure is the central run, with every assumption at its central value; one future gives no range."
            : $"Each figure is the central run, with every assumption at its central value. The range beside or under it holds nine in ten of {(_futures == manifest.Futures ? "the" : "these")} {Wording.Count(_futures, "future")}, "
                + "drawn over all assumptions at once (5th to 95th percentile). Futures are not centred on the central run. Staff, posts and vacancies are FTE, joiners and leavers heads." + AbovePosts();

    /// <summary>Why posts less staff are fewer than vacancies, where staff stand above their posts.</summary>
    private string AbovePosts()
    {
        var above = plan.Result.Central(new Line(plan.Result.Model.Nation, null, plan.Result.Model.Everybody), plan.Marches[^1], Measure.OverEstablishment);
        return above < 0.5 ? "" : $" In {Wording.Long(plan.Last)} {Figures.Amount(above)} FTE stand above the posts of their own place and staff group, so posts less staff are that much less than vacancies.";
    }

    private void ShowTargets()
    {
        var targets = plan.Result.Targets;
        if (targets.Count == 0) return;
        new TextTable(
            "Targets",
            new TextColumn("Target", [.. targets.Select(result => result.Target.Description)]) { Narrowest = 16 },
            new TextColumn("Wanted", [.. targets.Select(result => Wanted(result.Target))]),
            new TextColumn("Central", [.. targets.Select(result => Figure(result, result.Reached?.Summary.Central))]),
            new TextColumn("Range", [.. targets.Select(RangeOf)]) { Style = Faint },
            new TextColumn("Probability", [.. targets.Select(result => result.Reached is { } reached ? Figures.Probability(reached.Probability, _futures) : BeyondTheRun)]) { Style = "bold" })
            .Write(console);
        if (targets.Any(result => result.Reached is null))
        {
            console.WriteProse($"Beyond the run: it ends in {Wording.Long(plan.Result.Model.MonthAt(manifest.Months))}.", Faint);
            console.WriteLine();
        }
    }

    /// <summary>What a target asks for and when: in a narrow window one under the other, so that its name has room.</summary>
    private string Wanted(Target target) =>
        $"{(target.AtLeast ? "≥" : "≤")} {Figures.Exact(target.Measure, target.Value)}{(_width < NarrowWindow ? "\n" : ", ")}{Wording.Short(target.Month)}";

    private static string Figure(TargetResult result, double? value) => value is { } known ? Figures.Of(result.Target.Measure, known) : "";

    private string RangeOf(TargetResult result) => result.Reached is { Summary: var summary } && _futures > 1
        ? Figures.Between(summary.P5, summary.P95, value => Figures.Of(result.Target.Measure, value))
        : "";

    private void ShowDrivers()
    {
        if (plan.Explained is not { } explained || plan.Drivers.Count == 0) return;
        var rows = plan.Drivers.Where(row => row.Weight >= ChanceWeight).ToArray();
        if (rows.Length == 0)
        {
            console.WriteProse($"No assumption stands out for “{explained.Target.Description}” over {Wording.Count(_futures, "future")}: every weight may be chance (under {Figures.Percent(ChanceWeight)}).", Faint);
            console.WriteLine();
            return;
        }

        string[] sources = [.. rows.Select(row => row.Source).Distinct()];
        new TextTable(
            $"What moves “{explained.Target.Description}” most",
            new TextColumn("Assumption", [.. rows.Select(row => $"{Wording.Of(row.Assumption.Parameter)}, {row.Scope}")]) { Narrowest = 18 },
            new TextColumn("Central", [.. rows.Select(row => Figures.OfAssumption(row.Assumption).Central)]),
            new TextColumn("Low to high", [.. rows.Select(row => Figures.OfAssumption(row.Assumption).Range)]) { Style = Faint },
            new TextColumn("Weight", [.. rows.Select(row => Figures.Percent(row.Weight))]),
            new TextColumn("Grade", [.. rows.Select(row => row.Assumption.Grade.ToString())]),
            new TextColumn("Source", [.. rows.Select(row => $"[{Array.IndexOf(sources, row.Source) + 1}]")]))
            .Write(console);
        foreach (var (i, source) in sources.Index())
            console.WriteProse($"[{i + 1}] {source}");
        console.WriteProse(
            $"Weight: squared rank correlation with the target's measure over the futures; one under {Figures.Percent(ChanceWeight)} may be chance. "
            + Wording.Grades,
            Faint);
        console.WriteLine();
    }

    private double ChanceWeight => plan.ChanceWeight;

    private void ShowFoot()
    {
        console.WriteProse(plan.Framework.Licence);
        // The path stands on a line of its own, unbroken, so that it can be copied.
        console.Profile.Width = Math.Max(_width, folder.Length + 2);
        console.MarkupLineInterpolated($"Files: [bold]{folder}[/]");
        console.Profile.Width = _width;
    }
}
