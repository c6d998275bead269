using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadre.Frameworks.Writing;

/// <summary>What <c>run.json</c> says about a run: what was run, with what, and the digest of what came out.</summary>
public sealed record RunManifest
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The framework's name.</summary>
    public required string Framework { get; init; }

    /// <summary>SHA-256 over the framework's files.</summary>
    public required string FrameworkDigest { get; init; }

    /// <summary>
    /// SHA-256 over the bytes of account.csv, percentiles.csv, targets.csv and, where it was written, futures.csv, one after the other.
    /// </summary>
    public required string ResultsDigest { get; init; }

    /// <summary>Seed of the design of futures.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Size of the design of futures.</summary>
    public required int Futures { get; init; }

    /// <summary>The futures that were run, <c>1-50</c>; null for all.</summary>
    public required string? Only { get; init; }

    /// <summary>Months of the run.</summary>
    public required int Months { get; init; }

    /// <summary>Whether futures.csv and quarters were written.</summary>
    public required bool Detail { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Worker threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Width of the widest vectors that this machine was allowed to use, bits; 0 for none. Results do not depend on it.</summary>
    public required int VectorBits { get; init; }

    /// <summary>Seconds from the start of the program to the end of writing.</summary>
    public required double Seconds { get; init; }

    /// <summary>The most memory that the program held, bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>When the files were finished, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The text of <c>run.json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";
}
