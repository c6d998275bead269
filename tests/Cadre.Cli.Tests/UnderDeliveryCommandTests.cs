using System.Security.Cryptography;
using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary><c>cadre run --under-delivery</c>.</summary>
public class UnderDeliveryCommandTests
{
    private const string Stay = "stay";

    [Fact]
    public void Run_UnderDelivery_FileHoldsEveryCaseAndEqualsTheRunsThatItStandsFor()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        ScenarioFiles.Write(copy, "late", ScenarioFiles.Stay.Replace("start: 2026-04", "start: 2027-04"));
        ScenarioFiles.Write(copy, "half", ScenarioFiles.Stay.Replace("size: -20", "size: -10"));
        var set = Run(folder, copy, "set", "--scenario", Stay, "--under-delivery");
        var fte = set.Rows("under_delivery.csv").Where(row => row["measure"] == "fte" && row["target"].Length == 0).ToDictionary(row => (row["part"], row["lever"], row["delivered"]));

        Assert.Equal(
            [
                ("plan", "", "as_planned"), ("lever", "nurses", "not_at_all"), ("lever", "nurses", "half"), ("lever", "nurses", "year_late"),
                ("all_levers", "", "not_at_all"), ("all_levers", "", "half"), ("all_levers", "", "year_late"),
                ("funding", "", "low"), ("funding", "", "high"), ("international", "", "floor"),
            ],
            fte.Keys);
        foreach (var (scenario, delivered) in (ReadOnlySpan<(string, string)>)[("baseline", "not_at_all"), ("half", "half"), ("late", "year_late")])
        {
            var typed = Compared(folder, copy, scenario);
            foreach (var row in (Dictionary<string, string>[])[fte[("lever", "nurses", delivered)], fte[("all_levers", "", delivered)]])
            {
                Assert.Equal("2027-09", row["month"]);
                Assert.Equal((typed["b"], typed["difference"], typed["p5"], typed["p50"], typed["p95"]), (row["value"], row["difference"], row["p5"], row["p50"], row["p95"]));
            }
        }
    }

    [Fact]
    public void Run_UnderDelivery_TargetsNeedsAndTheRunItselfAreThere()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        var with = Run(folder, copy, "with", "--scenario", Stay, "--under-delivery", "--under-delivery-futures", "12");
        var without = Run(folder, copy, "without", "--scenario", Stay);
        var rows = with.Rows("under_delivery.csv").ToList();

        Assert.Equal(
            ["fte", "posts", "vacancies", "need", "gap_to_need", "heads", "vacancy_rate", "fte"], rows.Take(8).Select(row => row["measure"]));
        Assert.Equal(["", "", "", "", "", "nurses-2027", "vacancies-2027", "north-doctors-2029"], rows.Take(8).Select(row => row["target"]));
        foreach (var (planned, target) in rows.Skip(5).Take(3).Zip(with.Rows("targets.csv")))
            Assert.Equal((target["id"], target["month"], target["central"], target["probability"]), (planned["target"], planned["month"], planned["value"], planned["probability"]));
        Assert.All(rows.Where(row => row["target"] == "north-doctors-2029"), row => Assert.Equal(("", "", "", ""), (row["value"], row["difference"], row["p5"], row["probability"])));
        Assert.All(rows.Where(row => row["part"] == "funding" && row["measure"] == "need"), row => Assert.Equal("0", row["difference"]));
        string[] same = ["account.csv", "percentiles.csv", "targets.csv", "flows.csv", "needs.csv", "levers.csv", "cost.csv"];
        Assert.All(same, file => Assert.Equal(without.Bytes(file), with.Bytes(file)));

        byte[] bytes = [.. same.SelectMany(with.Bytes), .. with.Bytes("under_delivery.csv")];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), with.Manifest().GetProperty("results_digest").GetString());
        Assert.Equal(12, with.Manifest().GetProperty("under_delivery_futures").GetInt32());
        Assert.Equal(JsonValueKind.Null, without.Manifest().GetProperty("under_delivery_futures").ValueKind);
    }

    [Fact]
    public void Run_UnderDelivery_ScreenSaysTheWorstFirstAndSortsByLoss()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = "120" },
            ["run", ScenarioFiles.CopyTo(folder.Path), "--scenario", Stay, "--futures", "60", "--under-delivery", "--out", "out"]);

        Assert.Equal("", outcome.Error);
        Assert.Matches(
            "If (nurses is|growth of posts is|recruitment from abroad is) (not delivered|at its low end|at its floor), then [0-9.]+ fewer staff in September 2027 "
            + @"\(90% range of the difference -?[0-9.]+ to [-+]?[0-9.]+\); probability of “At least 1120 nurses in post” [0-9]+% → [0-9]+%\.", outcome.Prose);
        Assert.Contains("over the same 50 futures of both", outcome.Prose);
        Assert.Contains("Under-delivery has no case of demand (no growth of demand with a range).", outcome.Prose);
        var lines = outcome.Output.Split('\n').SkipWhile(line => !line.StartsWith("If the plan is not delivered:", StringComparison.Ordinal)).SkipWhile(line => !line.StartsWith('─')).Skip(1).TakeWhile(line => line.Length > 0).ToArray();
        // The plan has one lever, so that all levers are not shown beside it.
        Assert.Equal(6, lines.Length);
        Assert.DoesNotContain("all levers", outcome.Output);
        var losses = lines.Select(line => System.Text.RegularExpressions.Regex.Match(line, "([0-9.]+) (fewer|more)|as many")).Select(found =>
            found.Value == "as many" ? 0 : double.Parse(found.Groups[1].Value) * (found.Groups[2].Value == "fewer" ? 1 : -1)).ToArray();
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.True(losses[0] > 0 && losses[^1] < 0);
    }

    [Fact]
    public void Run_UnderDeliveryJson_HasThePlanThenTheCases()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "5", "--under-delivery", "--json", "--out", "out");

        using var plan = JsonDocument.Parse(outcome.Output);
        var set = plan.RootElement.GetProperty("under_delivery");
        var cases = set.GetProperty("cases").EnumerateArray().ToArray();
        Assert.Equal((5, "2027-09"), (set.GetProperty("futures").GetInt32(), set.GetProperty("month").GetString()));
        Assert.Equal("as_planned", cases[0].GetProperty("delivered").GetString());
        Assert.Equal(["funding", "funding", "international"], cases.Skip(1).Select(each => each.GetProperty("part").GetString()!).Order(StringComparer.Ordinal));
        var row = new ResultFiles(Path.Combine(folder.Path, "out")).Rows("under_delivery.csv").Single(row => (row["part"], row["delivered"], row["measure"], row["target"]) == ("funding", "low", "fte", ""));
        var low = cases.Single(each => each.GetProperty("delivered").GetString() == "low");
        Assert.Equal(ResultFiles.Number(row, "p5"), low.GetProperty("staff").GetProperty("difference").GetProperty("p5").GetDouble());
    }

    [Fact]
    public void Run_UnderDelivery_FolderIsAnotherOne()
    {
        using var folder = new TemporaryFolder();
        string Folder(params string[] options) => CadreProcess.Run(folder.Path, ["run", SmallFramework.Folder, "--futures", "6", "--months", "6", "--quiet", .. options]).Output.Trim();

        string[] folders = [Folder(), Folder("--under-delivery"), Folder("--under-delivery", "--under-delivery-futures", "3"), Folder("--under-delivery", "--under-delivery-futures", "6")];

        Assert.Equal(3, folders.Distinct().Count());
        Assert.Equal(folders[1], folders[3]);
        Assert.All(folders.Skip(1), written => Assert.True(File.Exists(Path.Combine(written, "under_delivery.csv"))));
    }

    [Theory]
    [InlineData("--under-delivery-futures: found \"13\", expected a whole number, 1 to 12, the futures of the run", "--under-delivery", "--under-delivery-futures", "13")]
    [InlineData("--under-delivery-futures: found \"0\", expected a whole number, 1 to 5, the futures of the run", "--under-delivery", "--under-delivery-futures", "0", "--only", "3-7")]
    [InlineData("--under-delivery-futures: found \"4\", expected --under-delivery beside it", "--under-delivery-futures", "4")]
    public void Run_WrongUnderDelivery_SaysWhatWasExpected(string problem, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, ["run", SmallFramework.Folder, "--futures", "12", .. options]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([problem, "1 problem; nothing was written."], outcome.ErrorLines);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_UnderDeliveryInterrupted_LeavesNothingAndExitsWith130()
    {
        using var folder = new TemporaryFolder();
        using var child = CadreProcess.Start(
            folder.Path, new Dictionary<string, string>(),
            ["run", SmallFramework.Folder, "--futures", "50000", "--only", "1-20000", "--months", "6", "--under-delivery", "--under-delivery-futures", "20000", "--out", "out"]);
        child.WaitUntilItHasWorked(TimeSpan.FromSeconds(4));
        child.Interrupt();
        var outcome = child.Wait();

        Assert.Equal(130, outcome.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static ResultFiles Run(TemporaryFolder folder, string framework, string name, params string[] options)
    {
        var outcome = CadreProcess.Run(folder.Path, ["run", framework, "--futures", "12", "--quiet", "--out", name, .. options]);
        Assert.Equal("", outcome.Error);
        return new ResultFiles(Path.Combine(folder.Path, name));
    }

    /// <summary>The nation's staff at the end of the run in a comparison of the plan with a scenario.</summary>
    private static Dictionary<string, string> Compared(TemporaryFolder folder, string framework, string scenario)
    {
        var outcome = CadreProcess.Run(folder.Path, "compare", framework, Stay, scenario, "--futures", "12", "--quiet", "--out", scenario);
        Assert.Equal("", outcome.Error);
        return new ResultFiles(Path.Combine(folder.Path, scenario)).Rows("compare.csv")
            .Single(row => (row["month"], row["place"], row["staff_group"], row["measure"]) == ("2027-09", "small", "all", "fte"));
    }
}
