using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.Json;
using Cadre.Benchmarks.Commands;
using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Bounds;

/// <summary>What a future costs where vectors are so wide.</summary>
/// <param name="Bits">Width of the widest vector that .NET uses, bits.</param>
/// <param name="ScalarMs">Processor time of a future with the scalar loop, milliseconds.</param>
/// <param name="VectorMs">The same eight at a time.</param>
internal sealed record VectorWidth(int Bits, double ScalarMs, double VectorMs)
{
    /// <summary>Name of the command of this program that measures it within a process of its own.</summary>
    public const string Command = "width";

    private const int ScalarFutures = 16;
    private const int VectorFutures = 64;
    private const int Rounds = 5;

    /// <summary>The switches of .NET that take wider vectors away, one after the other.</summary>
    private static readonly IReadOnlyDictionary<string, string>[] Switches =
    [
        new Dictionary<string, string>(),
        new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" },
        new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0", ["DOTNET_EnableAVX2"] = "0" },
    ];

    /// <summary>Width of the widest vector that .NET uses in this process, bits.</summary>
    public static int OfThisProcess => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Measures every width that the machine has, the widest first.</summary>
    public static IReadOnlyList<VectorWidth> Measure() =>
        [.. Switches.Select(switches => Read(ThisProgram.Start(Command, switches).Output)).DistinctBy(width => width.Bits)];

    /// <summary>Measures this process and writes it on standard output.</summary>
    public static void Write()
    {
        var (scalar, vector) = (England.Session(ScalarFutures, threads: 1), England.Session(VectorFutures, threads: 1));
        var taken = Timed.Least(Rounds, [() => scalar.RunByScalars(Scenario.Baseline), () => vector.RunByLanes(Scenario.Baseline)]);
        Console.Out.Write(JsonSerializer.Serialize(new VectorWidth(OfThisProcess, taken[0].CpuMs / ScalarFutures, taken[1].CpuMs / VectorFutures)));
    }

    private static VectorWidth Read(string output) =>
        JsonSerializer.Deserialize<VectorWidth>(output) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No figures: {output}"));
}
