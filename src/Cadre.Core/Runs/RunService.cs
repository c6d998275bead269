using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Runs;

/// <summary>Asks for runs and looks at them.</summary>
public sealed class RunService(CadreDb db, FrameworkService frameworks, PlanReader plans, RunWorker worker, TimeProvider clock)
{
    /// <summary>Puts a run into the queue.</summary>
    /// <exception cref="ArgumentException">There is no such framework or scenario, or a number is out of its range.</exception>
    public async Task<Run> RequestAsync(RequestRunOptions options, CancellationToken cancellation)
    {
        var framework = await frameworks.FindAsync(options.FrameworkId, cancellation) ?? throw new ArgumentException($"There is no framework {options.FrameworkId}.", nameof(options));
        if (options.Scenario != RequestRunOptions.Baseline && framework.Scenarios.All(entry => entry.Scenario.Name != options.Scenario))
            throw new ArgumentException($"{framework.Name} has no scenario \"{options.Scenario}\".", nameof(options));
        if (options.Futures is < 1 or > RequestRunOptions.MostFutures)
            throw new ArgumentException($"{options.Futures} futures: expected 1 to {RequestRunOptions.MostFutures}.", nameof(options));
        var run = new Run
        {
            FrameworkId = options.FrameworkId,
            Scenario = options.Scenario,
            Futures = options.Futures,
            Seed = options.Seed,
            Months = framework.RunMonths,
            RequestedUtc = clock.GetUtcNow().UtcDateTime,
        };
        db.Runs.Add(run);
        db.Audit(new AuditEntry
        {
            AtUtc = run.RequestedUtc, PersonId = options.PersonId, What = "RunRequested", Subject = $"run {run.Id}", Detail = $"{framework.Name}, scenario {run.Scenario}, {run.Futures} futures, seed {run.Seed}",
        });
        await db.SaveChangesAsync(cancellation);
        worker.Wake();
        return run;
    }

    /// <summary>
    /// Adds a national run of a round to the transaction that is open: every plan that counts, and the allocation of the places that have none. Runs of the
    /// round that still wait are cancelled, since this one holds all that they would.
    /// </summary>
    /// <param name="roundId">The round.</param>
    /// <param name="person">Who asks; null for Cadre itself.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="futures">Futures; as many as the last national run's unless given.</param>
    internal async Task<Run> AddNationalAsync(Guid roundId, Guid? person, CancellationToken cancellation, int? futures = null)
    {
        var round = await db.PlanRounds.AsNoTracking().FirstAsync(item => item.Id == roundId, cancellation);
        var framework = await frameworks.FindAsync(round.FrameworkId, cancellation) ?? throw new InvalidOperationException("The round's framework is not there.");
        var counted = await plans.CountedAsync(roundId, cancellation);
        var rule = await db.PlanAllocations.Where(allocation => allocation.RoundId == roundId && allocation.Number == round.Allocation).Select(allocation => allocation.Rule).FirstAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var run = new Run
        {
            FrameworkId = round.FrameworkId,
            Scenario = counted.Count == 0 && rule == AllocationRule.Framework ? RequestRunOptions.Baseline : RequestRunOptions.LocalPlans,
            RoundId = roundId,
            Allocation = round.Allocation,
            Futures = futures ?? await db.Runs.Where(item => item.RoundId == roundId).OrderByDescending(item => item.RequestedUtc).Select(item => item.Futures).FirstAsync(cancellation),
            Seed = new RequestRunOptions { FrameworkId = round.FrameworkId, PersonId = person }.Seed,
            Months = framework.RunMonths,
            RequestedUtc = now,
        };
        await db.Runs.Where(item => item.RoundId == roundId && item.State == RunState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(item => item.State, RunState.Cancelled).SetProperty(item => item.FinishedUtc, now).SetProperty(item => item.Error, "A later national run was asked for before it began."), cancellation);
        db.Runs.Add(run);
        db.RunPlans.AddRange(counted.Values.Select(version => new RunPlan { RunId = run.Id, PlanId = version.PlanId, Number = version.Number }));
        // A part of a place that was split counts as allocated where its plan does not count: the parts beside it may.
        db.RunPlans.AddRange((await plans.PlansAsync(roundId, cancellation)).Where(plan => plan.State != PlanState.Superseded && !counted.ContainsKey(plan.Id) && plan.MemberCodes.Any(member => !PlanMember.Parse(member).IsWhole))
            .Select(plan => new RunPlan { RunId = run.Id, PlanId = plan.Id, Number = 0 }));
        db.Audit(new AuditEntry
        {
            AtUtc = now, PersonId = person, What = "NationalRunRequested", Subject = $"run {run.Id}", Detail = $"{framework.Name}, {counted.Count} plans, allocation {round.Allocation}, {run.Futures} futures, seed {run.Seed}",
        });
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    /// <summary>
    /// Locks a round for the transaction that is open, as its first statement: whoever else moves a plan of the round on waits until this is committed, and then
    /// counts it in the national run.
    /// </summary>
    internal Task LockRoundAsync(Guid roundId, CancellationToken cancellation) =>
        db.PlanRounds.Where(item => item.Id == roundId).ExecuteUpdateAsync(set => set.SetProperty(item => item.Allocation, item => item.Allocation), cancellation);

    /// <summary>Says that a run was put into the queue, once its transaction is committed.</summary>
    internal void Wake() => worker.Wake();

    /// <summary>A run; null where there is none.</summary>
    public Task<Run?> FindAsync(Guid id, CancellationToken cancellation) => db.Runs.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellation);

    /// <summary>The runs of a framework, the newest first.</summary>
    public Task<List<Run>> ListAsync(Guid framework, CancellationToken cancellation) =>
        db.Runs.AsNoTracking().Where(run => run.FrameworkId == framework).OrderByDescending(run => run.RequestedUtc).ToListAsync(cancellation);

    /// <summary>Stops a run that has not ended; one that has is left as it is.</summary>
    /// <returns>Whether it was stopped.</returns>
    public async Task<bool> CancelAsync(Guid id, Guid person, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var stopped = await db.Runs.Where(run => run.Id == id && (run.State == RunState.Queued || run.State == RunState.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Cancelled).SetProperty(run => run.FinishedUtc, now), cancellation);
        if (stopped == 0) return false;
        db.Audit(new AuditEntry { AtUtc = now, PersonId = person, What = "RunCancelled", Subject = $"run {id}", Detail = "stopped before it ended" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        worker.Stop(id);
        return true;
    }
}
