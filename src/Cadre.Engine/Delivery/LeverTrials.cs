using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Delivery;

/// <summary>Which levers of a scenario a trial pulls.</summary>
public enum LeversPulled
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>One alone, with all whose ids begin in the same way.</summary>
    One,

    /// <summary>All of them.</summary>
    All,
}

/// <summary>What comes of the targets with some of a scenario's levers.</summary>
/// <param name="Pulled">Which levers.</param>
/// <param name="Lever">Of one lever, its id up to the first full stop; else null.</param>
/// <param name="Targets">The targets, in the framework's order.</param>
/// <param name="Added">
/// By target what the levers add to its measure: the trial's less that without levers, each future's difference taken before
/// percentiles. Null without levers, and for a target that the run does not reach.
/// </param>
public sealed record LeverTrial(LeversPulled Pulled, string? Lever, IReadOnlyList<TargetResult> Targets, IReadOnlyList<Summary?> Added);

/// <summary>
/// The targets without levers, with each lever of a scenario alone and with all of them, in the same futures (docs/method.md section 9).
/// </summary>
public static class LeverTrials
{
    /// <summary>Futures that all trials take besides those of the run without levers, for a progress bar; 0 where the run reaches no target.</summary>
    /// <param name="model">The model.</param>
    /// <param name="months">Months of the run.</param>
    /// <param name="scenario">The levers.</param>
    /// <param name="futures">Futures of the run.</param>
    public static int FuturesToRun(NationalModel model, int months, Scenario scenario, int futures) =>
        model.Targets.Any(target => target.Month.MonthsSince(model.MonthAt(0)) <= months) ? FuturesToRun(scenario, futures) : 0;

    /// <summary>Runs the trials.</summary>
    /// <param name="baseline">The run without levers.</param>
    /// <param name="scenario">The levers.</param>
    /// <param name="progress">Told as futures are done, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two blocks of futures.</param>
    /// <returns>No lever, then each lever in the order of the scenario, then all of them; nothing where the run reaches no target.</returns>
    /// <exception cref="ModelException">A trial cannot be run; the message says which.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static IReadOnlyList<LeverTrial> Of(RunResult baseline, Scenario scenario, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var names = NamesOf(scenario);
        // Months after the last target that the run reaches change no target.
        var months = baseline.Targets.Where(target => target.Reached is not null).Select(target => target.Target.Month.MonthsSince(baseline.Model.MonthAt(0))).DefaultIfEmpty(0).Max();
        if (months == 0) return [];
        var session = new NationalSession(baseline.Model, baseline.Options with { Months = months, Chance = false, Detail = false });
        return
        [
            new LeverTrial(LeversPulled.None, null, baseline.Targets, [.. baseline.Targets.Select(Summary? (_) => null)]),
            .. names.Select((name, i) => Run(i, LeversPulled.One, name, [.. scenario.Levers.Where(lever => DeliveryCase.LeverOf(lever.Id) == name)])),
            Run(names.Length, LeversPulled.All, null, scenario.Levers),
        ];

        LeverTrial Run(int index, LeversPulled pulled, string? name, IReadOnlyList<Lever> levers)
        {
            var (done, total) = (index * baseline.FuturesRun, FuturesToRun(scenario, baseline.FuturesRun));
            try
            {
                var result = session.Run(scenario with { Levers = levers }, one => progress?.Invoke(new RunProgress(done + one.Done, total)), cancellation);
                return new LeverTrial(pulled, name, result.Targets, [.. result.Targets.Select(target => Added(baseline, result, target.Target))]);
            }
            catch (ModelException wrong)
            {
                throw new ModelException($"{(name is null ? "All levers" : $"Lever {name} alone")}: {wrong.Message}");
            }
        }
    }

    private static int FuturesToRun(Scenario scenario, int futures) => (NamesOf(scenario).Length + 1) * futures;

    private static Summary? Added(RunResult baseline, RunResult trial, Target target) =>
        trial.Measured(target) is { } with && baseline.Measured(target) is { } without
            ? Summary.Of(with.Central - without.Central, [.. with.InFutures.Zip(without.InFutures, (one, other) => one - other)])
            : null;

    private static string[] NamesOf(Scenario scenario) => [.. scenario.Levers.Select(lever => DeliveryCase.LeverOf(lever.Id)).Distinct()];
}
