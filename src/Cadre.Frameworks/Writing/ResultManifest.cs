using System.Diagnostics;
using System.Reflection;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cadre.Engine;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>What every manifest of results says: with what they were made, and the digest of what came out.</summary>
public abstract record ResultManifest
{
    private const int First = -1;
    private const int Last = 1;

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private protected ResultManifest(Framework framework, RunOptions options, string resultsDigest, TimeProvider clock, long started)
    {
        using var process = Process.GetCurrentProcess();
        (Framework, FrameworkDigest, ResultsDigest) = (framework.Name, framework.Digest, resultsDigest);
        (Seed, Futures, Months, Threads) = (options.Seed, options.Futures, options.Months, options.Threads);
        Seconds = Math.Round(clock.GetElapsedTime(started).TotalSeconds, 3);
        PeakMemoryBytes = process.PeakWorkingSet64;
        WrittenAt = clock.GetUtcNow();
    }

    /// <summary>Version of the engine that runs.</summary>
    public static string Engine { get; } =
        typeof(NationalRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The framework's name.</summary>
    [JsonPropertyOrder(First)]
    public string Framework { get; }

    /// <summary>SHA-256 over the framework's files.</summary>
    [JsonPropertyOrder(First)]
    public string FrameworkDigest { get; }

    /// <summary>SHA-256 over the bytes of the files of results, one after the other in the order of docs/frameworks.md.</summary>
    [JsonPropertyOrder(First)]
    public string ResultsDigest { get; }

    /// <summary>Seed of the design of futures.</summary>
    [JsonPropertyOrder(First)]
    public ulong Seed { get; }

    /// <summary>Size of the design of futures.</summary>
    [JsonPropertyOrder(First)]
    public int Futures { get; }

    /// <summary>Months of the run.</summary>
    [JsonPropertyOrder(First)]
    public int Months { get; }

    /// <summary>Version of the engine.</summary>
    [JsonPropertyOrder(Last)]
    public string EngineVersion => Engine;

    /// <summary>Worker threads.</summary>
    [JsonPropertyOrder(Last)]
    public int Threads { get; }

    /// <summary>Width of the widest vectors that this machine was allowed to use, bits; 0 for none. Results do not depend on it.</summary>
    [JsonPropertyOrder(Last)]
    public int VectorBits { get; } =
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    /// <summary>Seconds from the start of the program to the end of writing.</summary>
    [JsonPropertyOrder(Last)]
    public double Seconds { get; }

    /// <summary>The most memory that the program held, bytes.</summary>
    [JsonPropertyOrder(Last)]
    public long PeakMemoryBytes { get; }

    /// <summary>When the files were finished, UTC.</summary>
    [JsonPropertyOrder(Last)]
    public DateTimeOffset WrittenAt { get; }

    /// <summary>The text of the manifest's file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, GetType(), Format) + "\n";
}
