using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>What one lever does by itself to the baseline's central run, up to a month (docs/method.md section 9).</summary>
/// <param name="Lever">The lever.</param>
/// <param name="ExtraFte">The FTE that it alone adds to the nation's staff at the end of the month; negative when it takes away.</param>
/// <param name="Cost">What it costs up to and with the month, pounds.</param>
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
        double Fte(Scenario scenario) => NationalRun.Central(prepared, month, scenario, cancellation).StaffFte(month);

        var baseline = Fte(Scenario.Baseline);
        return
        [
            .. levers.Select(lever => new LeverAlone(
                lever, Fte(Scenario.Baseline with { Name = lever.Id, Levers = [lever] }) - baseline, CostTo(model, lever, month))),
        ];
    }

    private static double CostTo(NationalModel model, Lever lever, int month) =>
        Enumerable.Range(1, month).Sum(number => lever.CostPerYear / 12 * lever.ShareAt(model.MonthAt(number)));
}
