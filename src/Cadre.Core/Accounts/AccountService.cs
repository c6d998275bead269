using System.Diagnostics.CodeAnalysis;
using Cadre.Core.Runs;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Microsoft.Extensions.Hosting;

namespace Cadre.Core.Accounts;

/// <summary>Opens accounts. The database holds no account: the central run is computed when it is asked for, and the last few are kept.</summary>
public sealed class AccountService(RunScenarios scenarios, IHostApplicationLifetime server) : IDisposable
{
    private readonly RecentTasks<(Guid Framework, string Scenario, int Months), RunResult> _recent = new(kept: 6, waiting: 8);

    /// <summary>The account of a place and staff group in a financial year; null where too many are waiting.</summary>
    /// <param name="framework">What was run.</param>
    /// <param name="run">The run.</param>
    /// <param name="choice">Whose account, and of which months.</param>
    /// <param name="cancellation">Stops waiting for it.</param>
    public async Task<PlaceAccount?> OpenAsync(Framework framework, Run run, AccountChoice choice, CancellationToken cancellation)
    {
        var scenario = await scenarios.OfAsync(run, framework, cancellation);
        return TryCentral(framework, run, scenario, out var central) ? PlaceAccount.Of(framework, scenario, await central.WaitAsync(cancellation), choice) : null;
    }

    /// <summary>The accounts of every financial year of a run; none where too many are waiting.</summary>
    /// <param name="framework">What was run.</param>
    /// <param name="run">The run.</param>
    /// <param name="place">Index of the place.</param>
    /// <param name="staffGroup">Index of the staff group.</param>
    /// <param name="service">Index of the service; null for all of them.</param>
    /// <param name="cancellation">Stops waiting for them.</param>
    public async Task<IReadOnlyList<YearAccount>> YearsAsync(Framework framework, Run run, int place, int staffGroup, int? service, CancellationToken cancellation)
    {
        if (!TryCentral(framework, run, await scenarios.OfAsync(run, framework, cancellation), out var central)) return [];
        var result = await central.WaitAsync(cancellation);
        return
        [
            .. AccountChoice.Years(framework.Model, run.Months).Select(year => new YearAccount(
                year.Year, year.First, year.Last, PlaceAccount.SumOf(framework.Model, result, new AccountChoice(place, staffGroup, service, year.First, year.Last)))),
        ];
    }

    private bool TryCentral(Framework framework, Run run, Scenario scenario, [NotNullWhen(true)] out Task<RunResult>? central)
    {
        // One future: what is told apart by source and cause is the central run's, which a run without futures does not keep.
        var options = new RunOptions { Months = run.Months, Futures = 1, Seed = (ulong)run.Seed, Scenario = scenario };
        return _recent.TryGet((run.FrameworkId, run.RoundId is null ? run.Scenario : $"{run.Id}", run.Months), () => NationalRun.Run(framework.Model, options, cancellation: server.ApplicationStopping), server.ApplicationStopping, out central);
    }

    /// <inheritdoc/>
    public void Dispose() => _recent.Dispose();
}
