using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>cost.csv rebuilt from account.csv and the framework's tables, as anybody with the files can; the screen and --json say the same.</summary>
public class CostFileTests
{
    private const double Tolerance = 1e-9;

    /// <summary>Pounds a year for an FTE, from pay.csv of the small framework.</summary>
    private static readonly Dictionary<string, double> PerFte = new()
    {
        ["nurses"] = (0.45 * 34000 * 1.35) + (0.35 * 43000 * 1.36) + (0.2 * 51000 * 1.365),
        ["doctors"] = (0.7 * 125000 * 1.38) + (0.3 * 80000 * 1.375),
        ["support"] = 26000 * 1.34,
    };

    /// <summary>The weights of the trusts in the two regions.</summary>
    private static readonly Dictionary<string, Dictionary<string, double>> Weights = new()
    {
        ["small"] = new() { ["T1"] = 1, ["T2"] = 1, ["T3"] = 1 },
        ["R1"] = new() { ["T1"] = 1, ["T2"] = 0.7 },
        ["R2"] = new() { ["T2"] = 0.3, ["T3"] = 1 },
    };

    [Fact]
    public void Cost_SmallFramework_IsThatOfItsAccount()
    {
        using var folder = new TemporaryFolder();
        var files = RunCommandTests.RunSmall(folder, "out", "--futures", "5");
        var costs = Costs(files.Rows("cost.csv"));
        var stock = new ResultFiles(SmallFramework.Folder).Rows("stock.csv").ToDictionary(row => (row["place"], row["staff_group"]), row => ResultFiles.Number(row, "fte"));
        var account = files.Rows("account.csv").ToLookup(row => (row["place"], row["staff_group"]), row => (Month: row["month"], Fte: ResultFiles.Number(row, "fte")));

        foreach (var (place, trusts) in Weights)
        {
            foreach (var (group, pounds) in PerFte)
            {
                var years = new Dictionary<string, double>();
                foreach (var (trust, weight) in trusts.Where(trust => stock.ContainsKey((trust.Key, group))))
                {
                    var before = stock[(trust, group)];
                    foreach (var (month, fte) in account[(trust, group)])
                    {
                        var year = YearOf(month);
                        years[year] = years.GetValueOrDefault(year) + (weight * (before + fte) / 2 * pounds / 12);
                        before = fte;
                    }
                }

                foreach (var (year, staff) in years)
                    Close(staff, costs[(year, place, group, "staff")].Central);
            }
        }
    }

    [Fact]
    public void Cost_Parts_AddUpToTheirTotals()
    {
        using var folder = new TemporaryFolder();
        var files = RunCommandTests.RunSmall(folder, "out", "--futures", "5");
        var costs = Costs(files.Rows("cost.csv"));

        // Three years; of the nation three leaves of four items and everybody's five, of two regions four lines of three.
        Assert.Equal(3 * ((3 * 4) + 5 + (2 * 4 * 3)), costs.Count);
        Assert.Equal([("2025/26", "6"), ("2026/27", "12"), ("2027/28", "6")], files.Rows("cost.csv").Select(row => (row["year"], row["months"])).Distinct());
        foreach (var ((year, place, group, item), (central, p5, p95)) in costs)
        {
            Assert.True(p5 <= p95);
            double Of(string place, string group, string item) => costs.GetValueOrDefault((year, place, group, item)).Central;
            if (item == "total") Close(Of(place, group, "staff") + Of(place, group, "cover") + Of(place, group, "training") + Of(place, group, "levers"), central);
            if (group == "all" && item is "staff" or "training") Close(PerFte.Keys.Sum(leaf => Of(place, leaf, item)), Of(place, "all", item));
            if (place == "small" && item == "staff") Close(Of("R1", group, item) + Of("R2", group, item), central);
        }

        // Filled places of 2026/27, and who starts to return: all that has a cost.
        Assert.True(costs[("2026/27", "small", "nurses", "training")].Central > 65000 * 50);
        Assert.Equal(0, costs[("2026/27", "small", "doctors", "training")].Central);
    }

    [Fact]
    public void Run_FrameworkWithPay_ShowsMoneyBesideItsEnvelope()
    {
        using var folder = new TemporaryFolder();
        var screen = CadreProcess.Run(folder.Path, new Dictionary<string, string> { ["COLUMNS"] = "120" }, ["run", SmallFramework.Folder, "--futures", "5", "--out", "screen"]);
        Assert.Contains("Money, £m at 2025/26 prices, by financial year from April to March", screen.Prose);
        Assert.Matches(@"2025/26 +6 +5\d\.\d +\d\.\d +5\d\.\d +5\d\.\d–5\d\.\d +60\.0 +– +–\n", screen.Output);
        Assert.Matches(@"2026/27 +12 +1\d\d\.\d +\d\.\d +1\d\d\.\d +1\d\d\.\d–1\d\d\.\d +120\.0 +-\d\.\d +5 of 5\n", screen.Output);
        Assert.Contains("Training leaves out what the framework has no cost for: Doctors from abroad.", screen.Prose);

        var json = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "5", "--json", "--out", "json");
        using var plan = JsonDocument.Parse(json.Output);
        var money = plan.RootElement.GetProperty("money");
        Assert.Equal("2025/26", money.GetProperty("prices").GetString());
        Assert.Equal("2025/26", plan.RootElement.GetProperty("run").GetProperty("prices").GetString());
        var year = money.GetProperty("years")[1];
        var costs = Costs(new ResultFiles(Path.Combine(folder.Path, "json")).Rows("cost.csv"));
        var (central, p5, _) = costs[("2026/27", "small", "all", "total")];
        Assert.Equal((central, p5), (year.GetProperty("total").GetProperty("central").GetDouble(), year.GetProperty("total").GetProperty("p5").GetDouble()));
        Assert.Equal(120e6, year.GetProperty("envelope").GetDouble());
        Assert.Equal(central - 120e6, year.GetProperty("over").GetDouble());
        Assert.Equal(1, year.GetProperty("probability").GetDouble());
    }

    [Fact]
    public void Run_NarrowWindow_ShowsTheEnvelopeInATableOfItsOwn()
    {
        const int columns = 80;
        using var folder = new TemporaryFolder();
        var narrow = new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" };
        var example = Path.Combine(Repository.Root, "frameworks", "examples", "money-envelope");
        foreach (var outcome in (CadreProcess.Outcome[])
            [
                CadreProcess.Run(folder.Path, narrow, ["run", example, "--futures", "3", "--scenario", "retention", "--out", "run"]),
                CadreProcess.Run(folder.Path, narrow, ["compare", example, "baseline", "retention", "--futures", "3", "--out", "compare"]),
            ])
        {
            Assert.Equal(0, outcome.ExitCode);
            Assert.Contains("(continued)", outcome.Prose);
            Assert.All(outcome.Output.Split('\n'), line => Assert.True((line.Length <= columns || line.StartsWith("Files:", StringComparison.Ordinal)) && line == line.TrimEnd(), $"'{line}'"));
        }
    }

    [Fact]
    public void Run_TeamOfTen_IsShownInWholePounds()
    {
        Assert.Equal(("£", "512,346"), (MoneyUnit.For(9_999_999).Word, MoneyUnit.For(9_999_999).Amount(512_345.6)));
        Assert.Equal(("£m", "8,912.3"), (MoneyUnit.For(1e7).Word, MoneyUnit.For(8.9e9).Amount(8_912_345_678)));
        Assert.Equal(("+1.2", "-1.2", "0.0", "0"), (MoneyUnit.For(1e7).Change(1.2e6), MoneyUnit.For(1e7).Change(-1.2e6), MoneyUnit.For(1e7).Change(-4e4), MoneyUnit.For(1).Change(-0.4)));
    }

    [Fact]
    public void Run_FrameworkWithoutPay_SaysNothingOfMoney()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", Path.Combine(Repository.Root, "frameworks", "examples", "elasticity"), "--futures", "1", "--months", "6", "--out", "out");

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("Money", outcome.Output);
        Assert.False(File.Exists(Path.Combine(folder.Path, "out", "cost.csv")));
    }

    [Fact]
    public void Compare_FrameworkWithPay_ShowsAndWritesTheDifferenceInCost()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        var screen = CadreProcess.Run(folder.Path, new Dictionary<string, string> { ["COLUMNS"] = "140" }, ["compare", copy, "baseline", "stay", "--futures", "5", "--out", "out"]);
        Dictionary<(string, string, string, string), (double Central, double P5, double P95)> Run(string scenario)
        {
            CadreProcess.Run(folder.Path, "run", copy, "--futures", "5", "--quiet", "--scenario", scenario, "--out", scenario);
            return Costs(new ResultFiles(Path.Combine(folder.Path, scenario)).Rows("cost.csv"));
        }

        var (a, b) = (Run("baseline"), Run("stay"));
        var rows = new ResultFiles(Path.Combine(folder.Path, "out")).Rows("cost_difference.csv").ToList();

        Assert.Equal(a.Keys, rows.Select(KeyOf));
        Assert.All(rows, row => Assert.Equal((a[KeyOf(row)].Central, b[KeyOf(row)].Central), (ResultFiles.Number(row, "a"), ResultFiles.Number(row, "b"))));
        Assert.All(rows, row => Assert.Equal(ResultFiles.Number(row, "b") - ResultFiles.Number(row, "a"), ResultFiles.Number(row, "difference")));
        var levers = rows.Single(row => KeyOf(row) == ("2026/27", "small", "all", "levers"));
        Assert.Equal((120000.0, 120000.0, 120000.0), (ResultFiles.Number(levers, "difference"), ResultFiles.Number(levers, "p5"), ResultFiles.Number(levers, "p95")));
        // Staff who stay cost their pay.
        var staff = rows.Single(row => KeyOf(row) == ("2026/27", "small", "nurses", "staff"));
        Assert.True(ResultFiles.Number(staff, "p5") > 0 && ResultFiles.Number(staff, "p5") < ResultFiles.Number(staff, "p95"));
        Assert.Contains("Money, £m at 2025/26 prices, by financial year: all cost, and what makes the difference", screen.Prose);
        Assert.Matches(@"2026/27 +12 +1\d\d\.\d +1\d\d\.\d +\+\d\.\d \+\d\.\d to \+\d\.\d +\+\d\.\d +0\.0 +\+0\.1\n", screen.Output);
    }

    private static string YearOf(string month)
    {
        var (year, number) = (int.Parse(month[..4]), int.Parse(month[5..]));
        var start = number >= 4 ? year : year - 1;
        return $"{start}/{(start + 1) % 100:00}";
    }

    private static (string Year, string Place, string Group, string Item) KeyOf(Dictionary<string, string> row) => (row["year"], row["place"], row["staff_group"], row["item"]);

    private static Dictionary<(string Year, string Place, string Group, string Item), (double Central, double P5, double P95)> Costs(IEnumerable<Dictionary<string, string>> rows) =>
        rows.ToDictionary(KeyOf, row => (ResultFiles.Number(row, "central"), ResultFiles.Number(row, "p5"), ResultFiles.Number(row, "p95")));

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Tolerance * Math.Max(1, Math.Abs(expected)));
}
