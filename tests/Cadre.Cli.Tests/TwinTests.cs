using System.Diagnostics;
using System.Text.RegularExpressions;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>
/// tests/twin/twin.py, written from the documents by somebody who has not read the engine, rebuilds account.csv.
/// </summary>
public sealed partial class TwinTests
{
    public static TheoryData<string> Frameworks =>
    [
        "frameworks/england-2025", "frameworks/stepping-forward-2017", "tests/TestCommon/small-nation", "tests/TestCommon/corner-cases", "tests/TestCommon/every-way",
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "frameworks", "examples")).Order(StringComparer.Ordinal).Select(folder => $"frameworks/examples/{Path.GetFileName(folder)}"),
    ];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Twin_EveryCellOfTheAccount_Agrees(string framework)
    {
        using var folder = new TemporaryFolder();
        var account = Account(folder, framework);
        var (exitCode, output) = Twin(framework, account);
        Assert.True(exitCode == 0, output);
        var rows = int.Parse(RowCount().Match(output).Groups["rows"].Value);
        Assert.Equal(File.ReadLines(account).Count() - 1, rows);
    }

    [Fact]
    public void Twin_OneCellChangedByAMillionth_Disagrees()
    {
        using var folder = new TemporaryFolder();
        var account = Account(folder, "tests/TestCommon/small-nation");
        var lines = File.ReadAllLines(account);
        var cells = lines[100].Split(',');
        cells[11] = (double.Parse(cells[11]) * 1.000001).ToString("R");
        lines[100] = string.Join(',', cells);
        File.WriteAllLines(account, lines);
        Assert.Equal(1, Twin("tests/TestCommon/small-nation", account).ExitCode);
    }

    [GeneratedRegex(@"twin: (?<rows>\d+) rows", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowCount();

    private static string Account(TemporaryFolder folder, string framework, params string[] options)
    {
        var outcome = CadreProcess.Run(folder.Path, ["run", Path.Combine(Repository.Root, framework), "--futures", "1", "--quiet", "--out", "run", .. options]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return Path.Combine(folder.Path, "run", "account.csv");
    }

    private static (int ExitCode, string Output) Twin(string framework, string account)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(Repository.Root, "tests", "twin", "twin.py"), Path.Combine(Repository.Root, framework), account])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var python = Process.Start(start)!;
        var output = python.StandardOutput.ReadToEndAsync();
        var error = python.StandardError.ReadToEndAsync();
        python.WaitForExit();
        return (python.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
