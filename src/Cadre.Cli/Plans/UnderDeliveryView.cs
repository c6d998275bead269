using Cadre.Engine.Delivery;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>What happens when the plan is not delivered: one sentence and one table, the largest loss of staff first.</summary>
internal sealed class UnderDeliveryView(IAnsiConsole console, Plan plan, UnderDelivery set)
{
    private const string Faint = "grey";

    /// <summary>Fewer futures than these are counted, not turned into a percentage.</summary>
    private const int FewestForPercent = 20;

    private readonly string _month = Wording.Long(plan.Result.Model.MonthAt(set.Month));

    /// <summary>The cases, the largest loss first; where the plan has one lever, all levers are the same and are not shown again.</summary>
    private readonly IReadOnlyList<DeliveryOutcome> _rows =
        [.. set.ByLoss.Where(outcome => outcome.Case.Part != DeliveredPart.AllLevers || set.Outcomes.Where(other => other.Case.Part == DeliveredPart.Lever).DistinctBy(other => other.Case.Lever).Count() > 1)];

    /// <summary>Index of the first target that the run reaches; -1 where it reaches none.</summary>
    private readonly int _target = set.Plan.Targets.ToList().FindIndex(target => target.Probability is not null);

    /// <summary>Writes the set.</summary>
    public void Show()
    {
        if (_rows.Count > 0)
        {
            console.WriteProse(Headline(), "bold");
            console.WriteLine();
            var title = $"If the plan is not delivered: the nation in {_month} against {Figures.Amount(set.Plan.Staff.Central)} staff as planned, FTE";
            TextTable.WriteFirstThatFits(
                console,
                [Table(title, isBeside: true)], [Table(title, isBeside: false)]);
            ShowExplanation();
        }

        ShowLeftOut();
        console.WriteLine();
    }

    /// <summary>The worst case in one sentence.</summary>
    private string Headline()
    {
        var worst = _rows[0];
        if (worst.Staff.CentralDifference < 0 && Change(worst.Staff.CentralDifference) is { } change)
            return $"If {DeliveryWords.Clause(worst.Case, plan.Result.Options.Scenario)}, then {change} staff in {_month}{Range(worst.Staff, " (90% range of the difference ", ")")}{Probability(worst)}.";
        return $"No case takes staff away by {_month}.";
    }

    private string Probability(DeliveryOutcome outcome) =>
        _target < 0 ? "" : $"; probability of “{outcome.Targets[_target].Target.Description}” {ProbabilityOf(outcome)}";

    private TextTable Table(string title, bool isBeside)
    {
        string Name(DeliveryOutcome row) => DeliveryWords.Of(row.Case, plan.Result.Options.Scenario);
        string Staff(DeliveryOutcome row) => Change(row.Staff.CentralDifference) ?? "as many";
        List<TextColumn> columns = [new TextColumn("If", [.. _rows.Select(Name)]) { Narrowest = 22 }];
        if (isBeside || set.Futures == 1)
        {
            columns.Add(new TextColumn("then staff", [.. _rows.Select(Staff)]) { Style = "bold" });
            if (set.Futures > 1) columns.Add(new TextColumn("range", [.. _rows.Select(row => Range(row.Staff))]) { Gap = 1, Style = Faint });
        }
        else
        {
            columns.Add(new TextColumn("then staff", [.. _rows.Select(row => $"{Staff(row)}\n{Range(row.Staff)}".TrimEnd())]) { Style = "bold" });
        }

        columns.Add(new TextColumn("Posts", [.. _rows.Select(row => Signed.Amount(row.Posts.CentralDifference))]));
        columns.Add(new TextColumn("Vacant", [.. _rows.Select(row => Signed.Amount(row.Vacancies.CentralDifference))]));
        if (set.Plan.GapToNeed is not null)
            columns.Add(new TextColumn("Gap to\nneed", [.. _rows.Select(row => Signed.Amount(row.GapToNeed!.Value.CentralDifference))]));
        if (_target >= 0) columns.Add(new TextColumn("Target", [.. _rows.Select(ProbabilityOf)]));
        return new TextTable(title, columns);
    }

    private void ShowExplanation()
    {
        if (_target >= 0)
            console.WriteProse($"Target: probability of “{set.Plan.Targets[_target].Target.Description}”, as planned → then{(set.Plan.Targets.Count > 1 ? "; under_delivery.csv has the others" : "")}.", Faint);
        console.WriteProse(
            $"Each row is the plan with that one thing changed, central run; posts{(set.Plan.GapToNeed is null ? " and vacancies" : ", vacancies and gap to need")} are differences to the plan"
            + (set.Futures > 1 ? $". Ranges{(_target >= 0 ? " and probabilities" : "")} are over the same {Wording.Count(set.Futures, "future")} of both (5th to 95th percentile of the difference)." : "."),
            Faint);
    }

    private void ShowLeftOut()
    {
        var held = _rows.Select(row => row.Case.Part).Append(DeliveredPart.Plan).Append(DeliveredPart.AllLevers).ToHashSet();
        string[] none = [.. Enum.GetValues<DeliveredPart>().Where(part => !held.Contains(part)).Select(DeliveryWords.WhyNone)];
        if (none.Length > 0) console.WriteProse($"Under-delivery has no case of {Wording.List(none, "or")}.", Faint);
    }

    private static string? Change(double difference) => Figures.Amount(Math.Abs(difference)) is var amount && amount == "0" ? null : $"{amount} {(difference < 0 ? "fewer" : "more")}";

    private string Range(DeliveryFigure figure, string lead = "", string end = "") =>
        set.Futures > 1 && figure.Difference is { } difference && Signed.Range(difference) is { Length: > 0 } range ? lead + range + end : "";

    private string ProbabilityOf(DeliveryOutcome outcome) =>
        $"{Share(set.Plan.Targets[_target].Probability!.Value)} → {Share(outcome.Targets[_target].Probability!.Value)}{(set.Futures < FewestForPercent ? $" of {set.Futures}" : "")}";

    private string Share(double probability) => set.Futures < FewestForPercent ? Figures.Whole(probability * set.Futures) : Figures.Percent(probability);
}
