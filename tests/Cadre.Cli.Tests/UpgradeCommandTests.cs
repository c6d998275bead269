using System.Security.Cryptography;
using System.Text;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>From a folder of the first format to a run, as its owner goes.</summary>
public class UpgradeCommandTests
{
    private const string Refusal = "framework.yaml, line 2, key format: found \"1\", expected 2, the version of the format that this program reads; run: cadre upgrade ";

    private static readonly string[] Columns =
    [
        "month", "place", "service", "staff_group", "opening", "joiners", "moves_in", "leavers", "moves_out", "adjustment", "closing", "fte", "posts", "vacancies", "over_establishment",
    ];

    /// <summary>SHA-256 of account.csv as the program wrote it of this folder when it read format 1.</summary>
    [Theory]
    [InlineData("baseline", "d2aaf05ca2bac5329766681fe74ad5702fe440ac02d01c31402341ca43b28dda")]
    [InlineData("retention", "d38c9d619e9db1bfc991ea0940ad3c7c0a62df451c55e0b8194520c4efc5d74a")]
    public void Upgrade_FirstFormat_ChecksCleanAndRunsToTheSameAccount(string scenario, string digest)
    {
        using var folder = new TemporaryFolder();
        var copy = OldFramework.CopyTo(folder.Path);
        var check = CadreProcess.Run(folder.Path, "check", OldFramework.Name);
        Assert.Equal((2, ""), (check.ExitCode, check.Output));
        Assert.Equal([$"{Refusal}{OldFramework.Name}", "1 problem; nothing was written."], check.ErrorLines);

        var upgrade = CadreProcess.Run(folder.Path, "upgrade", OldFramework.Name);
        Assert.Equal((0, ""), (upgrade.ExitCode, upgrade.Error));
        Assert.Equal(
            """
            places.csv: new column sector: nhs_mental_health for trusts, blank for places above
            assumptions.csv: new columns correlation_group and correlation: blank
            assumptions_imported.csv: new columns correlation_group and correlation: blank
            framework.yaml: format: 2
            format-1 is in format 2 now; nothing else was changed. See what it holds: cadre check format-1

            """,
            upgrade.Output.ReplaceLineEndings());

        Assert.Equal(0, CadreProcess.Run(folder.Path, "check", OldFramework.Name).ExitCode);
        var run = CadreProcess.Run(folder.Path, "run", copy, "--scenario", scenario, "--futures", "40", "--quiet", "--out", "run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AccountOfThen(Path.Combine(folder.Path, "run", "account.csv"))))));
    }

    [Fact]
    public void Upgrade_PresentFormat_SaysSoAndExitsWithZero()
    {
        using var folder = new TemporaryFolder();
        SmallFramework.CopyTo(folder.Path);

        var outcome = CadreProcess.Run(folder.Path, "upgrade", SmallFramework.Name);

        Assert.Equal((0, "small-nation is in format 2 already; nothing was changed.\n", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
    }

    [Fact]
    public void Upgrade_LaterVersion_ExitsWithTwo()
    {
        using var folder = new TemporaryFolder();
        var copy = OldFramework.CopyTo(folder.Path);
        FaultyFile.Replace(copy, "framework.yaml", 2, "format: 1", "format: 7");

        var outcome = CadreProcess.Run(folder.Path, "upgrade", copy);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(["framework.yaml, line 2, key format: found \"7\", expected 1 to 2, the versions of the format that this program knows", "1 problem; nothing was written."], outcome.ErrorLines);
    }

    /// <summary>The account with the columns that it had then.</summary>
    private static string AccountOfThen(string path)
    {
        string[][] rows = [.. File.ReadLines(path).Select(line => line.Split(','))];
        int[] indexes = [.. Columns.Select(column => Array.IndexOf(rows[0], column))];
        return string.Concat(rows.Select(row => string.Join(',', indexes.Select(index => row[index])) + "\n"));
    }
}
