using Cadre.Engine;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>What <c>run.json</c> says about a run. The digest of results is over account.csv, percentiles.csv, targets.csv, flows.csv and, where they were written, needs.csv, levers.csv, chance.csv, cost.csv, futures.csv, under_delivery.csv and targets_by_lever.csv.</summary>
public sealed record RunManifest : ResultManifest
{
    internal RunManifest(Framework framework, RunOptions options, ScenarioEntry scenario, int? underDeliveryFutures, string resultsDigest, TimeProvider clock, long started)
        : base(framework, options, resultsDigest, clock, started)
    {
        Scenario = scenario.Scenario.Name;
        ScenarioDigest = scenario.Digest.Length > 0 ? scenario.Digest : null;
        Only = options.Only is { } only ? $"{only.First}-{only.Last}" : null;
        Detail = options.Detail;
        Prices = framework.Model.Money?.Prices.ToString();
        UnderDeliveryFutures = underDeliveryFutures;
    }

    /// <summary>The scenario's name; <c>baseline</c> for the framework as it is.</summary>
    public string Scenario { get; }

    /// <summary>SHA-256 over the scenario's file; null for the baseline.</summary>
    public string? ScenarioDigest { get; }

    /// <summary>The futures that were run, <c>1-50</c>; null for all.</summary>
    public string? Only { get; }

    /// <summary>The financial year in whose prices cost.csv is, <c>2025/26</c>; null where there is none.</summary>
    public string? Prices { get; }

    /// <summary>Whether futures.csv and quarters were written.</summary>
    public bool Detail { get; }

    /// <summary>Futures of each case of under_delivery.csv; null where it was not asked for.</summary>
    public int? UnderDeliveryFutures { get; }
}
