using System.Security.Cryptography;
using System.Text;
using Cadre.Engine;
using Cadre.Engine.Delivery;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>Writes the files of a run (docs/frameworks.md, "What a run writes").</summary>
public static class RunWriter
{
    /// <summary>
    /// The name of a run's folder: the framework's name, the scenario's unless it is the baseline, and the first twelve digits of
    /// a digest over everything that changes the results: the files of both, the engine's version and the options.
    /// </summary>
    /// <param name="framework">What is run.</param>
    /// <param name="scenario">The scenario that is run of it.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="underDeliveryFutures">Futures of each case of the under-delivery set; null where it is not asked for.</param>
    public static string FolderName(Framework framework, ScenarioEntry scenario, RunOptions options, int? underDeliveryFutures = null)
    {
        var only = options.Only is { } range ? $"{range.First}-{range.Last}" : "all";
        var text = $"{framework.Digest}\n{ResultManifest.Engine}\n{options.Months}\n{options.Futures}\n{only}\n{options.Seed}\n{options.Detail}\n{options.Chance}\n{scenario.Digest}";
        if (scenario.Digest.Length == 0 && framework.LeversTried is { } tried) text += $"\nlevers {tried.Digest}";
        if (underDeliveryFutures is { } cases) text += $"\nunder-delivery {cases}";
        var name = scenario.Digest.Length > 0 ? $"{framework.Name}-{scenario.Scenario.Name}" : framework.Name;
        return $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }

    /// <summary>Writes all files to <paramref name="folder"/>'s temporary place; the caller keeps or drops them.</summary>
    /// <param name="framework">What was run.</param>
    /// <param name="scenario">The scenario that was run of it.</param>
    /// <param name="result">What came out.</param>
    /// <param name="underDelivery">What comes when it is not delivered; null where that was not asked for.</param>
    /// <param name="trials">What comes of the targets with some levers; empty where none were tried.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="clock">The clock that <paramref name="started"/> is from.</param>
    /// <param name="started">Timestamp of the start of the program.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>What run.json says.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static RunManifest Write(
        Framework framework, ScenarioEntry scenario, RunResult result, UnderDelivery? underDelivery, IReadOnlyList<LeverTrial> trials, RunFolder folder, TimeProvider clock, long started,
        CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tables = new ResultTables(result, folder.TemporaryPath, cancellation);
        tables.WriteAccount(digest);
        tables.WritePercentiles(digest);
        tables.WriteTargets(digest);
        tables.WriteFlows(digest);
        if (result.Model.Needs.Count > 0) tables.WriteNeeds(digest);
        if (result.Levers.Count > 0) tables.WriteLevers(digest);
        if (result.Chance is { } chance) tables.WriteChance(chance, digest);
        if (result.Costs is { } costs) tables.WriteCosts(costs, digest);
        if (result.Options.Detail) tables.WriteFutures(digest);
        if (underDelivery is not null) new UnderDeliveryTable(result.Model, underDelivery).Write(folder.TemporaryPath, digest);
        if (trials.Count > 0) new LeverTrialsTable(framework, trials).Write(folder.TemporaryPath, digest);
        tables.WritePlaces();

        var manifest = new RunManifest(framework, result.Options, scenario, underDelivery?.Futures, Convert.ToHexStringLower(digest.GetHashAndReset()), clock, started);
        File.WriteAllText(Path.Combine(folder.TemporaryPath, FolderKind.Run.Manifest), manifest.ToJson());
        return manifest;
    }
}
