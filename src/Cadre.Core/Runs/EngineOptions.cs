using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Runs;

/// <summary>A run as the engine is asked for it.</summary>
internal static class EngineOptions
{
    /// <summary>What the engine is asked for; the same run asked for again gives the same figures.</summary>
    public static RunOptions Of(Run run, Framework framework) => new() { Months = run.Months, Futures = run.Futures, Seed = (ulong)run.Seed, Scenario = ScenarioOf(run, framework) };

    /// <summary>The scenario of a run; the baseline where it has none.</summary>
    public static Scenario ScenarioOf(Run run, Framework framework) => framework.Scenarios.FirstOrDefault(entry => entry.Scenario.Name == run.Scenario)?.Scenario ?? Scenario.Baseline;
}
