using System.Diagnostics;
using System.Reflection;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using Cadre.Engine;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>Writes the files of a run (docs/frameworks.md, "What a run writes").</summary>
public static class RunWriter
{
    /// <summary>Version of the engine that runs.</summary>
    public static string EngineVersion { get; } =
        typeof(NationalRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>
    /// The name of a run's folder: the framework's name and the first twelve digits of a digest over everything that changes
    /// the results: the framework's files, the engine's version and the options.
    /// </summary>
    public static string FolderName(Framework framework, RunOptions options)
    {
        var text = $"{framework.Digest}\n{EngineVersion}\n{options.Months}\n{options.Futures}\n{TextOf(options.Only) ?? "all"}\n{options.Seed}\n{options.Detail}\n";
        return $"{framework.Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }

    /// <summary>Writes all files to <paramref name="folder"/>'s temporary place; the caller keeps or drops them.</summary>
    /// <param name="framework">What was run.</param>
    /// <param name="result">What came out.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="clock">The clock that <paramref name="started"/> is from.</param>
    /// <param name="started">Timestamp of the start of the program.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>What run.json says.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static RunManifest Write(Framework framework, RunResult result, RunFolder folder, TimeProvider clock, long started, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tables = new ResultTables(result, folder.TemporaryPath, cancellation);
        tables.WriteAccount(digest);
        tables.WritePercentiles(digest);
        tables.WriteTargets(digest);
        if (result.Options.Detail) tables.WriteFutures(digest);
        tables.WritePlaces();

        using var process = Process.GetCurrentProcess();
        var manifest = new RunManifest
        {
            Framework = framework.Name,
            FrameworkDigest = framework.Digest,
            ResultsDigest = Convert.ToHexStringLower(digest.GetHashAndReset()),
            Seed = result.Options.Seed,
            Futures = result.Options.Futures,
            Only = TextOf(result.Options.Only),
            Months = result.Options.Months,
            Detail = result.Options.Detail,
            EngineVersion = EngineVersion,
            Threads = result.Options.Threads,
            VectorBits = VectorBits,
            Seconds = Math.Round(clock.GetElapsedTime(started).TotalSeconds, 3),
            PeakMemoryBytes = process.PeakWorkingSet64,
            WrittenAt = clock.GetUtcNow(),
        };
        File.WriteAllText(Path.Combine(folder.TemporaryPath, "run.json"), manifest.ToJson());
        return manifest;
    }

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    private static string? TextOf(FutureRange? only) => only is { } range ? $"{range.First}-{range.Last}" : null;
}
