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
        var title = $"Targets with the levers of “{levers.Title}”: probability, and the central figure beside it";
        TextTable.WriteFirstThatFits(console, [.. Enumerable.Range(1, _targets.Length).Select(tables => Tables(title, tables))]);
        console.WriteProse($"Each row is a run of its own in the same {Wording.Count(plan.Result.FuturesRun, "future")}. The levers are those of the scenario {levers.Name}; targets_by_lever.csv has the ranges. {Wording.LeverSizes}", Faint);
        console.WriteLine();
        ShowExpected();
    }

    /// <summary>The targets in a number of tables one after the other.</summary>
    private TextTable[] Tables(string title, int tables)
    {
        TextColumn[] names =
        [
            new("Levers", [.. _trials.Select(Name)]) { Narrowest = 18 },
            new("Grade", [.. _trials.Select(GradeOf)]),
        ];
        return
        [
            .. _targets.Chunk((_targets.Length + tables - 1) / tables)
                .Select((targets, table) => new TextTable(table == 0 ? title : $"{title} (continued)", [.. names, .. targets.SelectMany(Columns)])),
        ];
    }

    /// <summary>The grades of a lever's rows in the scenario.</summary>
    private string GradeOf(LeverTrial trial) => trial.Pulled != LeversPulled.One ? "" : string.Join(
        ", ", plan.Framework.LeversTried!.Levers.Where(lever => lever.IsOn && lever.Lever.Id.Split('.')[0] == trial.Lever).Select(lever => $"{lever.Grade}").Distinct().Order(StringComparer.Ordinal));

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
            new TextColumn("Central\nis", [.. rows.Select(row => Verdict(row.Trial, row.Target, summary => (summary.Central, summary.Central)))]),
            new TextColumn("Range\nis", [.. rows.Select(row => plan.Result.FuturesRun > 1 ? Verdict(row.Trial, row.Target, summary => (summary.P5, summary.P95)).Split(' ')[0] : "")])).Write(console);
    }

    private string Expected(LeverTrial trial, int target) => plan.Framework.ExpectationOf(target, trial.Pulled) is { } expected ? Between(target, expected.Low, expected.High) : "";

    private string Between(int target, double low, double high) => Figures.Between(low, high, value => Figures.Of(plan.Result.Targets[target].Target.Measure, value));

    private string Verdict(LeverTrial trial, int target, Func<Summary, (double Low, double High)> ends)
    {
        var (found, expected) = (ends(Of(trial, target).Summary), plan.Framework.ExpectationOf(target, trial.Pulled)!);
        return Wording.Beside(found.Low, found.High, expected.Low, expected.High);
    }

    private static TargetOutcome Of(LeverTrial trial, int target) => trial.Targets[target].Reached!;

    private static string Name(LeverTrial trial) => trial.Pulled switch
    {
        LeversPulled.None => "no lever",
        LeversPulled.All => "all levers",
        _ => $"{trial.Lever} alone",
    };
}
