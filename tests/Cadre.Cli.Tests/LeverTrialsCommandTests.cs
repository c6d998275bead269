using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>A framework whose runs try the levers of one of its scenarios.</summary>
public class LeverTrialsCommandTests
{
    private const string Hiring = """

          - id: hiring
            parameter: months_to_fill
            effect: add
            size: -1
            start: 2026-01
            reason: test
            grade: D
            source: synthetic
        """;

    [Fact]
    public void Run_FrameworkThatNamesLevers_TriesEachAndAllBesideWhatWasExpected()
    {
        using var folder = new TemporaryFolder();
        var copy = Tried(folder.Path);
        var outcome = CadreProcess.Run(folder.Path, "run", copy, "--futures", "40", "--out", "tried");
        CadreProcess.Run(folder.Path, "run", copy, "--futures", "40", "--scenario", "stay", "--quiet", "--out", "alone");
        var rows = new ResultFiles(Path.Combine(folder.Path, "tried")).Rows("targets_by_lever.csv").Where(row => row["target"] == "nurses-2027").ToList();

        Assert.Equal("", outcome.Error);
        Assert.Equal([("none", ""), ("one", "nurses"), ("one", "hiring"), ("all", "")], rows.Select(row => (row["levers"], row["lever"])));
        var typed = new ResultFiles(Path.Combine(folder.Path, "alone")).Rows("targets.csv").First();
        Assert.Equal((typed["central"], typed["p5"], typed["p95"], typed["probability"]), (rows[1]["central"], rows[1]["p5"], rows[1]["p95"], rows[1]["probability"]));
        Assert.Equal(["1000 1200", " ", " ", "1200 1300"], rows.Select(row => $"{row["expected_low"]} {row["expected_high"]}"));
        Assert.Matches("nurses alone +[A-D] ", outcome.Output);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
        Assert.Contains("What was expected, written down on 19 January 2026 before anything was run", outcome.Prose);
        Assert.Matches("nurses-2027, no lever +1,000–1,200 .* within +within", outcome.Output);
        Assert.Matches("nurses-2027, all levers +1,200–1,300 .* below", outcome.Output);
    }

    [Fact]
    public void Run_LeversOfAnotherScenario_TriesNoneAndTellsNone()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", Tried(folder.Path), "--futures", "4", "--scenario", "stay", "--json", "--out", "out");

        using var plan = JsonDocument.Parse(outcome.Output);
        Assert.Equal(0, plan.RootElement.GetProperty("trials").GetArrayLength());
        Assert.False(File.Exists(Path.Combine(folder.Path, "out", "targets_by_lever.csv")));
    }

    [Fact]
    public void Run_FrameworkThatNamesLevers_ReportAndFileSayWhatEachAdds()
    {
        using var folder = new TemporaryFolder();
        CadreProcess.Run(folder.Path, "run", Tried(folder.Path), "--futures", "20", "--quiet", "--out", "tried");
        var rows = new ResultFiles(Path.Combine(folder.Path, "tried")).Rows("targets_by_lever.csv").Where(row => row["target"] == "nurses-2027").ToList();
        double Number(int row, string column) => ResultFiles.Number(rows[row], column);

        Assert.Equal("", rows[0]["added"]);
        Assert.Equal(Number(1, "central") - Number(0, "central"), Number(1, "added"), 1e-9);
        Assert.True(Number(1, "added_p5") <= Number(1, "added_p50") && Number(1, "added_p50") <= Number(1, "added_p95") && Number(1, "added_p5") > 0);
        var page = File.ReadAllText(Path.Combine(folder.Path, "tried", "report.html"));
        Assert.DoesNotContain("This run pulls no lever", page);
        Assert.Contains("data-chart=\"trial-nurses-2027-chart\"", page);
        Assert.Contains("What was expected, written down on 19 January 2026 before anything was run", page);
        Assert.Contains("--scenario plan --under-delivery", page);
    }

    [Fact]
    public void Run_EndsBeforeEveryTarget_TriesNothing()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", Tried(folder.Path), "--futures", "2", "--months", "2", "--quiet", "--out", "short");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.False(File.Exists(Path.Combine(folder.Path, "short", "targets_by_lever.csv")));
        Assert.Contains("This run pulls no lever", File.ReadAllText(Path.Combine(folder.Path, "short", "report.html")));
    }

    internal static string Tried(string folder)
    {
        var copy = ScenarioFiles.CopyTo(folder);
        ScenarioFiles.Write(copy, "plan", ScenarioFiles.Stay + Hiring);
        FaultyFile.Append(copy, "framework.yaml", "levers_of: plan");
        File.WriteAllText(
            Path.Combine(copy, "expectations.csv"),
            "target,levers,low,high,why,written_on\nnurses-2027,none,1000,1200,as before,2026-01-19\nnurses-2027,all,1200,1300,a guess,2026-01-19\n");
        return copy;
    }
}
