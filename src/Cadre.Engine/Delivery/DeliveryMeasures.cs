using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Delivery;

/// <summary>Measures the runs of cases against the run of the plan, future by future.</summary>
internal sealed class DeliveryMeasures
{
    private readonly RunResult _plan;
    private readonly int _futures;
    private readonly int _month;
    private readonly Line _nation;
    private readonly (Values Need, Values Gap)? _needs;

    /// <param name="plan">The run of the plan.</param>
    /// <param name="futures">How many of its futures count, from its first.</param>
    public DeliveryMeasures(RunResult plan, int futures)
    {
        (_plan, _futures, _month) = (plan, futures, plan.Options.Months);
        _nation = new Line(plan.Model.Nation, null, plan.Model.Everybody);
        _needs = NeedsOf(plan);
    }

    /// <summary>What comes of a case.</summary>
    /// <param name="each">The case.</param>
    /// <param name="run">Its run, or the plan's own.</param>
    public DeliveryOutcome Of(DeliveryCase each, RunResult run)
    {
        var needs = NeedsOf(run);
        return new DeliveryOutcome(
            each,
            Figure(run, _nation, _month, Measure.Fte),
            Figure(run, _nation, _month, Measure.Posts),
            Figure(run, _nation, _month, Measure.Vacancies),
            needs is { } own ? Figure(own.Need, _needs!.Value.Need) : null,
            needs is { } both ? Figure(both.Gap, _needs!.Value.Gap) : null,
            [.. run.Targets.Select(result => Of(run, result))]);
    }

    private DeliveryTarget Of(RunResult run, TargetResult result)
    {
        var target = result.Target;
        if (result.Reached is null) return new DeliveryTarget(target, null, null);
        var (own, plan) = (run.Measured(target)!.Value, _plan.Measured(target)!.Value);
        var holds = own.InFutures.Take(_futures).Count(target.Holds);
        return new DeliveryTarget(target, Figure(new Values(own.Central, own.InFutures), new Values(plan.Central, plan.InFutures)), (double)holds / _futures);
    }

    private DeliveryFigure Figure(RunResult run, Line line, int month, Measure measure) =>
        Figure(ValuesOf(run, line, month, measure), ValuesOf(_plan, line, month, measure));

    private DeliveryFigure Figure(Values own, Values plan)
    {
        var central = own.Central - plan.Central;
        return own.InFutures is { } inCase && plan.InFutures is { } inPlan
            ? new DeliveryFigure(own.Central, central, Summary.Of(central, [.. inCase.Zip(inPlan, (one, other) => one - other).Take(_futures)]))
            : new DeliveryFigure(own.Central, central, null);
    }

    private static Values ValuesOf(RunResult run, Line line, int month, Measure measure) => new(run.Central(line, month, measure), run.InEveryFuture(line, month, measure));

    /// <summary>Need and gap of the nation over all services and staff groups in the last month; null where the model has no need.</summary>
    private (Values Need, Values Gap)? NeedsOf(RunResult run)
    {
        if (run.Model.Needs.Count == 0) return null;
        NeedInFutures[] rows = [.. run.NeedsInFutures(_month).Where(need => need.Row.Place == run.Model.Nation)];
        IReadOnlyList<double>? Sum(Func<NeedInFutures, double[]?> values) => rows.All(row => values(row) is not null)
            ? [.. Enumerable.Range(0, run.FuturesRun).Select(i => rows.Sum(row => values(row)![i]))]
            : null;
        return (
            new Values(rows.Sum(row => row.Row.Need), Sum(row => row.Need)),
            new Values(rows.Sum(row => row.Row.Gap), Sum(row => row.Gap)));
    }

    /// <param name="Central">The central run's value.</param>
    /// <param name="InFutures">The value in every future; null where it is not recorded.</param>
    private readonly record struct Values(double Central, IReadOnlyList<double>? InFutures);
}
