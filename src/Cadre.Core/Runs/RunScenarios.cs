using Cadre.Core.Plans;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Core.Runs;

/// <summary>What runs are of: a scenario of the framework, or the local plans that a national run was made with.</summary>
public sealed class RunScenarios(IServiceScopeFactory scopes)
{
    /// <summary>The scenario of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Scenario> OfAsync(Run run, Framework framework, CancellationToken cancellation)
    {
        if (run.RoundId is null) return framework.Scenarios.FirstOrDefault(entry => entry.Scenario.Name == run.Scenario)?.Scenario ?? Scenario.Baseline;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanReader>().ScenarioAsync(run, cancellation);
    }
}
