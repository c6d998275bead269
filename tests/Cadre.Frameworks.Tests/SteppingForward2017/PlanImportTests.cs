using Cadre.Engine;
using Cadre.Engine.Fitting;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.SteppingForward2017;

/// <summary>The import of a plan on the real publication, and on one that is broken.</summary>
public sealed class PlanImportTests
{
    private const string Stock = "hchs-staff-nationality-by-org-2016-2018/derived/hchs_fte_by_org_staff_group_nationality_group_2017-09.csv";

    /// <summary>A framework's files, its scenarios among them, in a folder of the same name.</summary>
    internal static string CopyOf(TemporaryFolder temporary, string framework)
    {
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Path, Path.GetFileName(framework))).FullName;
        foreach (var file in Directory.GetFiles(framework, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(framework, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder;
    }

    private static string Copy(TemporaryFolder temporary)
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        return CopyOf(temporary, PlanTotalTests.Folder);
    }

    /// <summary>A data folder with the publication, changed.</summary>
    private static string Data(TemporaryFolder temporary, Func<string, string> change)
    {
        var data = Path.Combine(temporary.Path, "data");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(data, Stock))!);
        File.WriteAllText(Path.Combine(data, Stock), change(File.ReadAllText(Path.Combine(PublishedData.Folder, Stock))));
        return data;
    }

    [Fact]
    public void Import_TheSamePublication_GivesTheCommittedTablesByteForByte()
    {
        using var temporary = new TemporaryFolder();
        var folder = Copy(temporary);
        var report = Importer.Import(folder, PublishedData.Folder);
        Assert.Equal(
            ["need.csv", "need_trajectory.csv", "place_rates.csv", "planned_posts.csv", "scales.csv", "seasons.csv", "stock.csv", "supply.csv"],
            report.TablesWritten.Order(StringComparer.Ordinal));
        Assert.All(report.TablesWritten, table => Assert.Equal(File.ReadAllBytes(Path.Combine(PlanTotalTests.Folder, table)), File.ReadAllBytes(Path.Combine(folder, table))));
    }

    [Fact]
    public void Import_NoObservedMonth_MeetsTheYearOfEveryGroupAndRegion()
    {
        using var temporary = new TemporaryFolder();
        var report = Importer.Import(Copy(temporary), PublishedData.Folder);
        Assert.Equal([FitQuantity.LeavingRate, FitQuantity.JoinersInYearOne], report.Residuals.Select(row => row.Quantity).Distinct());
        Assert.All(report.Residuals, row => Assert.True(Math.Abs(row.Residual) <= 1e-8 * Math.Max(1, row.Target), $"{row.StaffGroup}, {row.Quantity}: {row.Residual:R}"));
        Assert.Equal(10062, report.Files[0].Rows);
    }

    [Fact]
    public void Import_BomCrLfThousandsOtherHeaderOrder_GiveTheSameStock()
    {
        using var temporary = new TemporaryFolder();
        var folder = Copy(temporary);
        var data = Data(temporary, text => "\uFEFF" + Regrouped(text).Replace("\n", "\r\n"));
        Importer.Import(folder, data);
        Assert.Equal(File.ReadAllText(Path.Combine(PlanTotalTests.Folder, "stock.csv")), File.ReadAllText(Path.Combine(folder, "stock.csv")));
    }

    /// <summary>Headers as a publisher writes them, FTE of a thousand and more with separators.</summary>
    private static string Regrouped(string text) => string.Join('\n', text.Replace("month,org_code,org_name,staff_group,nationality_group,fte", "Month,Org code,Org name,Staff group,Nationality,FTE").Split('\n').Select(line =>
    {
        var at = line.LastIndexOf(',');
        return at >= 0 && decimal.TryParse(line[(at + 1)..], out var fte) && fte >= 1000 ? $"{line[..at]},\"{fte:#,##0.#####}\"" : line;
    }));

    [Fact]
    public void Import_SuppressedCells_AreCountedAndCountAsNothing()
    {
        using var temporary = new TemporaryFolder();
        var folder = Copy(temporary);
        var data = Data(temporary, text => text + "2017-SEP,RAT,North East London NHS Foundation Trust,Midwives,EU,*\n");
        var report = Importer.Import(folder, data);
        Assert.Equal(1, report.Files[0].NotUsed["suppressed (*): counted as 0"]);
        Assert.Equal(File.ReadAllText(Path.Combine(PlanTotalTests.Folder, "stock.csv")), File.ReadAllText(Path.Combine(folder, "stock.csv")));
    }

    [Fact]
    public void Import_BrokenPublication_NamesEveryFaultAndChangesNothing()
    {
        using var temporary = new TemporaryFolder();
        var folder = Copy(temporary);
        var before = Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllText);
        var data = Data(temporary, text =>
        {
            var lines = text.Split('\n');
            lines[1] = "2017-SEP,00D,Durham,HCHS doctors,Unknown,-3";
            lines[2] = "2017-SEP,00J,North Durham,Wizards,Unknown,1";
            lines[3] = "2017-SEP,00J,North Durham,Managers,UK,12,34.5,6";
            lines[4] = "2017-SEP,00M,South Tees,Central functions,EU,\"12,34.5\"";
            lines[6] = lines[5];
            return string.Join('\n', lines.Where(line => !line.Contains(",TAF,", StringComparison.Ordinal)));
        });
        var error = Assert.Throws<FrameworkException>(() => Importer.Import(folder, data));
        Assert.Equal(
            [(0, "org_code", "no row of TAF in 2017-SEP"), (2, "fte", "\"-3\""), (3, "staff_group", "\"Wizards\""), (4, null, "8 cells"), (5, "fte", "\"12,34.5\""), (7, "nationality_group", "\"ROW\" again")],
            error.Problems.Select(problem => (problem.Line, problem.Column, problem.Found)));
        Assert.All(error.Problems, problem => Assert.Equal(Stock, problem.File));
        Assert.Equal(before, Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllText));
    }

    [Fact]
    public void Import_SourceLargerThanAllJoiners_NamesGroupAndSource()
    {
        using var temporary = new TemporaryFolder();
        var folder = Copy(temporary);
        Edit(folder, "intakes.csv", text => text.Replace(",3200,", ",32000,"));
        var error = Assert.Throws<ModelException>(() => Importer.Import(folder, PublishedData.Folder));
        Assert.Contains("nurses in London (Y56): JoinersInYearOne", error.Message);
        Assert.Contains("the inflow would be negative: the source nursing alone brings", error.Message);
    }

    [Theory]
    [InlineData("  fte_per_head: 0.911\n", "  fte_per_head: 1.5\n", "plan.fte_per_head")]
    [InlineData("consultants: 570,", "consultants: 580,", "plan.posts.staff_groups")]
    [InlineData("2020-04: 25 }", "2020-04: 20 }", "plan.posts.path")]
    [InlineData("service: talking_therapies\n      staff_group", "service: talking\n      staff_group", "plan.posts.outside.service")]
    [InlineData("plan:\n", "cluster: Mental Health\nmonth: { file: a.csv }\nplan:\n", "plan (without")]
    [InlineData("    estates:\n", "    estate:\n", "plan.staff_groups.estate")]
    [InlineData("2019-03: 280000, 2020-03: 280000,", "2019-03: 280000,", "plan.need.people")]
    public void Read_WrongSettings_AreProblemsOfTheFramework(string from, string to, string key)
    {
        using var temporary = new TemporaryFolder();
        var folder = CopyOf(temporary, PlanTotalTests.Folder);
        Edit(folder, "import.yaml", text => text.Replace(from, to));
        var error = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(folder));
        Assert.Contains(error.Problems, problem => problem.File == "import.yaml" && problem.Column!.StartsWith(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("whole: 182560", "whole: 170000", "plan.rest.whole")]
    [InlineData("part: 4186", "part: 41860", "plan.staff_groups.consultants.part")]
    [InlineData("crisis: { nurses: 4600,", "crisis: { nurses: 9000,", "plan.posts")]
    public void Import_TotalsThatDoNotFit_AreProblemsOfTheSettings(string from, string to, string key)
    {
        using var temporary = new TemporaryFolder();
        var folder = Copy(temporary);
        Edit(folder, "import.yaml", text => text.Replace(from, to));
        var problem = Assert.Single(Assert.Throws<FrameworkException>(() => Importer.Import(folder, PublishedData.Folder)).Problems);
        Assert.Equal(("import.yaml", key), (problem.File, problem.Column));
    }

    private static void Edit(string folder, string file, Func<string, string> change)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }
}
