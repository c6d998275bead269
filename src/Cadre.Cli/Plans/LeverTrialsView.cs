using Cadre.Engine.Delivery;
using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>The targets without levers, with each alone and with all; then what was expected of them before anything was run.</summary>
internal sealed class LeverTrialsView(IAnsiConsole console, Plan plan)
{
    private const string Faint = "grey";

    private readonly IReadOnlyList<LeverTrial> _trials = plan.Trials;
    private readonly int[] _targets = [.. plan.Result.Targets.Index().Where(target => target.Item.Reached is not null).Select(target => target.Index)];

    /// <summary>Writes both tables; nothing where no levers were tried or the run ends before every target.</summary>
    public void Show()
    {
        if (_trials.Count == 0 || _targets.Length == 0) return;
        var levers = plan.Framework.LeversTried!.Scenario;
        new TextTable(
            $"Targets with the levers of “{levers.Title}”: probability, and the central figure beside it",
            [new TextColumn("Levers", [.. _trials.Select(Name)]) { Narrowest = 18 }, .. _targets.SelectMany(Columns)]).Write(console);
        console.WriteProse($"Each row is a run of its own in the same {Wording.Count(plan.Result.FuturesRun, "future")}. The levers are those of the scenario {levers.Name}; targets_by_lever.csv has the ranges.", Faint);
        console.WriteLine();
        ShowExpected();
    }

    private IEnumerable<TextColumn> Columns(int target)
    {
        yield return new TextColumn(plan.Result.Targets[target].Target.Id, [.. _trials.Select(trial => Figures.Probability(Of(trial, target).Probability, plan.Result.FuturesRun))]) { Style = "bold" };
        yield return new TextColumn("", [.. _trials.Select(trial => Figures.Of(plan.Result.Targets[target].Target.Measure, Of(trial, target).Summary.Central))]) { Gap = 1, Style = Faint };
    }

    private void ShowExpected()
    {
        (LeverTrial Trial, int Target)[] rows = [.. _targets.SelectMany(target => _trials.Where(trial => plan.Framework.ExpectationOf(target, trial.Pulled) is not null).Select(trial => (trial, target)))];
        if (rows.Length == 0) return;
        new TextTable(
            $"What was expected, written down on {Wording.Day(plan.Framework.Expectations.Max(expected => expected.WrittenOn))} before anything was run",
            new TextColumn("Target", [.. rows.Select(row => $"{plan.Result.Targets[row.Target].Target.Id}, {(row.Trial.Pulled == LeversPulled.None ? "no lever" : "all levers")}")]) { Narrowest = 18 },
            new TextColumn("Expected", [.. rows.Select(row => Expected(row.Trial, row.Target))]),
            new TextColumn("Central", [.. rows.Select(row => Figures.Of(plan.Result.Targets[row.Target].Target.Measure, Of(row.Trial, row.Target).Summary.Central))]) { Style = "bold" },
            new TextColumn("Range", [.. rows.Select(row => Between(row.Target, Of(row.Trial, row.Target).Summary.P5, Of(row.Trial, row.Target).Summary.P95))]) { Style = Faint },
            new TextColumn("Central is", [.. rows.Select(row => Verdict(row.Trial, row.Target))])).Write(console);
    }

    private string Expected(LeverTrial trial, int target) => plan.Framework.ExpectationOf(target, trial.Pulled) is { } expected ? Between(target, expected.Low, expected.High) : "";

    private string Between(int target, double low, double high) => Figures.Between(low, high, value => Figures.Of(plan.Result.Targets[target].Target.Measure, value));

    private string Verdict(LeverTrial trial, int target)
    {
        var (central, expected) = (Of(trial, target).Summary.Central, plan.Framework.ExpectationOf(target, trial.Pulled)!);
        return central < expected.Low ? "below" : central > expected.High ? "above" : "within";
    }

    private static TargetOutcome Of(LeverTrial trial, int target) => trial.Targets[target].Reached!;

    private static string Name(LeverTrial trial) => trial.Pulled switch
    {
        LeversPulled.None => "no lever",
        LeversPulled.All => "all levers",
        _ => $"{trial.Lever} alone",
    };
}
