using Cadre.Core.Plans;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Core.Runs;

/// <summary>What runs are of: a scenario of the framework, or the local plans that a national run was made with.</summary>
public sealed class RunScenarios(IServiceScopeFactory scopes)
{
    private const int Kept = 8;

    private readonly Lock _lock = new();

    /// <summary>Those of the last national runs that were asked for: what a run was made with never changes.</summary>
    private readonly List<(Guid Run, Scenario Scenario)> _recent = [];

    /// <summary>The scenario of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Scenario> OfAsync(Run run, Framework framework, CancellationToken cancellation)
    {
        if (run.RoundId is null) return framework.Scenarios.FirstOrDefault(entry => entry.Scenario.Name == run.Scenario)?.Scenario ?? Scenario.Baseline;
        lock (_lock)
        {
            if (_recent.Find(item => item.Run == run.Id).Scenario is { } known) return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var scenario = await scope.ServiceProvider.GetRequiredService<PlanReader>().ScenarioAsync(run, cancellation);
        lock (_lock)
        {
            if (_recent.TrueForAll(item => item.Run != run.Id)) _recent.Add((run.Id, scenario));
            if (_recent.Count > Kept) _recent.RemoveAt(0);
        }

        return scenario;
    }
}
