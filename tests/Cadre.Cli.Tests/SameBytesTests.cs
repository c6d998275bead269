using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>The results do not depend on threads or on the width of the machine's vectors.</summary>
public class SameBytesTests
{
    private const string Futures = "24";

    [Fact]
    public void Run_ThreadsAndVectorWidths_SameBytes()
    {
        using var folder = new TemporaryFolder();
        var reference = Run(folder, "two", "2", []);
        ResultFiles[] others =
        [
            Run(folder, "one", "1", []),
            RunNarrow(folder, "no-512", 256, new() { ["DOTNET_EnableAVX512"] = "0", ["DOTNET_EnableAVX512F"] = "0" }),
            RunNarrow(folder, "no-256", 128, new() { ["DOTNET_EnableAVX2"] = "0" }),
            RunNarrow(folder, "none", 0, new() { ["DOTNET_EnableHWIntrinsic"] = "0" }),
        ];

        foreach (var other in others)
        {
            foreach (var file in (string[])["account.csv", "percentiles.csv", "targets.csv", "flows.csv", "cost.csv", "futures.csv"])
                Assert.True(reference.Bytes(file).AsSpan().SequenceEqual(other.Bytes(file)), $"{file} of {Path.GetFileName(other.Folder)} differs.");
        }
    }

    /// <summary>A run that must have seen no vectors wider than <paramref name="bits"/>.</summary>
    private static ResultFiles RunNarrow(TemporaryFolder folder, string name, int bits, Dictionary<string, string> variables)
    {
        var files = Run(folder, name, "2", variables);
        Assert.InRange(files.Manifest().GetProperty("vector_bits").GetInt32(), 0, bits);
        return files;
    }

    private static ResultFiles Run(TemporaryFolder folder, string name, string threads, Dictionary<string, string> variables)
    {
        variables["CADRE_HOME"] = Repository.Root;
        var outcome = CadreProcess.Run(
            folder.Path, variables, ["run", "england-2025", "--quiet", "--detail", "--futures", Futures, "--threads", threads, "--out", name]);
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        return new ResultFiles(Path.Combine(folder.Path, name));
    }
}
