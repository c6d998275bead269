using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Delivery;

/// <summary>
/// What happens when a plan is not delivered: the scenario of a run with one thing at a time delivered otherwise, in the same futures
/// as the run, so that the differences hold no noise (docs/method.md section 9).
/// </summary>
public sealed class UnderDelivery
{
    /// <summary>Futures of a set unless more or fewer are asked for; those of the run where it has fewer.</summary>
    public const int UsualFutures = 50;

    private UnderDelivery(int month, int futures, IReadOnlyList<DeliveryOutcome> outcomes) => (Month, Futures, Outcomes) = (month, futures, outcomes);

    /// <summary>Number of the month that the figures are of: the run's last.</summary>
    public int Month { get; }

    /// <summary>Futures that each case was run in: the first of the run.</summary>
    public int Futures { get; }

    /// <summary>The plan, then the cases in the order of <see cref="DeliveryCase.Of"/>.</summary>
    public IReadOnlyList<DeliveryOutcome> Outcomes { get; }

    /// <summary>The plan itself.</summary>
    public DeliveryOutcome Plan => Outcomes[0];

    /// <summary>The cases, the one that loses most staff first; those that lose alike in the order of <see cref="Outcomes"/>.</summary>
    public IReadOnlyList<DeliveryOutcome> ByLoss => [.. Outcomes.Skip(1).OrderBy(outcome => outcome.Staff.CentralDifference)];

    /// <summary>Futures that all cases together take, for a progress bar.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scenario">The plan.</param>
    /// <param name="futures">Futures of each case.</param>
    public static int FuturesToRun(NationalModel model, Scenario scenario, int futures) => (DeliveryCase.Of(model, scenario).Count - 1) * futures;

    /// <summary>Runs the cases of a run's scenario.</summary>
    /// <param name="plan">The run of the plan itself.</param>
    /// <param name="futures">How many of its futures each case is run in, from its first; 1 up to those it has.</param>
    /// <param name="progress">Told as futures are done, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two blocks of futures.</param>
    /// <exception cref="ArgumentOutOfRangeException">The run has not so many futures.</exception>
    /// <exception cref="ModelException">A case cannot be run; the message says which.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static UnderDelivery Of(RunResult plan, int futures, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(futures, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(futures, plan.FuturesRun);
        var cases = DeliveryCase.Of(plan.Model, plan.Options.Scenario);
        var total = (cases.Count - 1) * futures;
        // What chance does to individuals is the plan's question, not that of the differences.
        var options = plan.Options with { Chance = false, Only = new FutureRange(plan.FirstFuture, plan.FirstFuture + futures - 1) };
        var session = new NationalSession(plan.Model, options);
        var measured = new DeliveryMeasures(plan, futures);
        return new UnderDelivery(
            plan.Options.Months, futures, [.. cases.Select((each, i) => measured.Of(each, each.Part == DeliveredPart.Plan ? plan : Run(each, (i - 1) * futures)))]);

        RunResult Run(DeliveryCase each, int done)
        {
            try
            {
                return session.Run(each.Scenario, one => progress?.Invoke(new RunProgress(done + one.Done, total)), cancellation);
            }
            catch (ModelException wrong)
            {
                throw new ModelException($"Under-delivery, {(each.Lever is { } lever ? $"lever {lever}" : each.Part)}, {each.Delivered}: {wrong.Message}");
            }
        }
    }
}
