using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>What one lever does by itself to the baseline's central run, up to a month (docs/method.md section 9).</summary>
/// <param name="Lever">The lever.</param>
/// <param name="ExtraFte">The FTE that it alone adds to the nation's staff at the end of the month; negative when it takes away.</param>
/// <param name="Cost">What it costs up to and with the month, pounds: its own cost and what it changes in training; negative when it saves training.</param>
public sealed record LeverAlone(Lever Lever, double ExtraFte, double Cost)
{
    /// <summary>Pounds for each extra FTE; null where it costs nothing or adds none.</summary>
    public double? CostPerExtraFte => Cost > 0 && ExtraFte > 0 ? Cost / ExtraFte : null;

    /// <summary>Runs each lever alone.</summary>
    /// <param name="model">The model.</param>
    /// <param name="levers">The levers.</param>
    /// <param name="month">Number of the month, 1 for the first.</param>
    /// <param name="cancellation">Stops between two levers.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static IReadOnlyList<LeverAlone> Of(NationalModel model, IEnumerable<Lever> levers, int month, CancellationToken cancellation = default)
    {
        var prepared = new PreparedModel(model);
        CentralRun Run(Scenario scenario) => NationalRun.Central(prepared, month, scenario, cancellation);

        var baseline = Run(Scenario.Baseline);
        return [.. levers.Select(Alone)];

        LeverAlone Alone(Lever lever)
        {
            var run = Run(Scenario.Baseline with { Name = lever.Id, Levers = [lever] });
            return new LeverAlone(lever, run.StaffFte(month) - baseline.StaffFte(month), CostTo(model, lever, month) + run.TrainingCost - baseline.TrainingCost);
        }
    }

    private static double CostTo(NationalModel model, Lever lever, int month) =>
        Enumerable.Range(1, month).Sum(number => lever.CostIn(model.MonthAt(number)));
}
