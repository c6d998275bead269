using System.Security.Cryptography;
using System.Text;
using Cadre.Engine;
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
    public static string FolderName(Framework framework, ScenarioEntry scenario, RunOptions options)
    {
        var only = options.Only is { } range ? $"{range.First}-{range.Last}" : "all";
        var text = $"{framework.Digest}\n{ResultManifest.Engine}\n{options.Months}\n{options.Futures}\n{only}\n{options.Seed}\n{options.Detail}\n{options.Chance}\n{scenario.Digest}";
        var name = scenario.Digest.Length > 0 ? $"{framework.Name}-{scenario.Scenario.Name}" : framework.Name;
        return $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }

    /// <summary>Writes all files to <paramref name="folder"/>'s temporary place; the caller keeps or drops them.</summary>
    /// <param name="framework">What was run.</param>
    /// <param name="scenario">The scenario that was run of it.</param>
    /// <param name="result">What came out.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="clock">The clock that <paramref name="started"/> is from.</param>
    /// <param name="started">Timestamp of the start of the program.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>What run.json says.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static RunManifest Write(
        Framework framework, ScenarioEntry scenario, RunResult result, RunFolder folder, TimeProvider clock, long started, CancellationToken cancellation)
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
        tables.WritePlaces();

        var manifest = new RunManifest(framework, result.Options, scenario, Convert.ToHexStringLower(digest.GetHashAndReset()), clock, started);
        File.WriteAllText(Path.Combine(folder.TemporaryPath, FolderKind.Run.Manifest), manifest.ToJson());
        return manifest;
    }
}
