using System.Globalization;
using System.Text.RegularExpressions;
using Cadre.Frameworks.Fields;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.England2025;
using Cadre.Frameworks.Tests.Import;
using Cadre.Frameworks.Tests.SteppingForward2017;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Hostile;

/// <summary>Numbers that are none, or beyond all bounds, in every place that holds a number.</summary>
public sealed partial class HostileNumberTests
{
    /// <summary>No number by the rules of every file.</summary>
    private static readonly string[] NoNumbers =
        ["NaN", "Infinity", "-Infinity", "∞", ".inf", ".nan", "0x10", "0b1", "0o7", "1,000", "1_000", "1 000", "1:30", "٣", "１", "½", "1e", "1.", "--1", "1e308", "-1e308", "1e309", "1e999999999", "99999999999999999999"];

    public static TheoryData<string> Tables =>
        [.. FrameworkTables.All.Where(table => table.Columns.Any(column => TableFields.Find(table.File, column)?.Rule is FieldRule.Number or FieldRule.Whole)).Select(table => table.File)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Read_NoNumberInAnyColumnOfNumbers_IsToldWithLineAndColumn(string file)
    {
        var schema = FrameworkTables.All.Single(table => table.File == file);
        using var temporary = new TemporaryFolder();
        foreach (var column in schema.Columns.Where(column => TableFields.Find(file, column)?.Rule is FieldRule.Number or FieldRule.Whole))
        {
            var (source, row, cell) = Find(file, column);
            var copy = PlanImportTests.CopyOf(temporary, source);
            var lines = File.ReadAllLines(Path.Combine(copy, file));
            foreach (var value in NoNumbers)
            {
                File.WriteAllLines(Path.Combine(copy, file), [.. lines[..row], With(lines[row], cell, value), .. lines[(row + 1)..]]);
                var thrown = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy));
                Assert.True(
                    thrown.Problems.Any(problem => (problem.File, problem.Line, problem.Column) == (file, row + 1, column) && problem.Found == $"\"{value}\""),
                    $"{column}, {value}: {thrown.Message}");
            }

            foreach (var value in (string[])["1e-320", "-0", "1e9"])
            {
                File.WriteAllLines(Path.Combine(copy, file), [.. lines[..row], With(lines[row], cell, value), .. lines[(row + 1)..]]);
                AssertReadsFiniteOrRefuses(copy, file);
            }

            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void Read_NoNumberAfterAnyKeyOfAScenario_IsToldWithTheLine()
    {
        var framework = FrameworkReader.Read(EnglandRun.Folder);
        using var temporary = new TemporaryFolder();
        var tried = 0;
        foreach (var source in Directory.GetFiles(Path.Combine(EnglandRun.Folder, "scenarios")))
        {
            var path = Path.Combine(temporary.Path, Path.GetFileName(source));
            tried += AssertEachNumber(File.ReadAllLines(source), path, path, () => ScenarioReader.Read(path, framework));
        }

        Assert.True(tried > 100, $"Only {tried} numbers were tried.");
    }

    [Fact]
    public void Read_NoNumberAfterAKeyOfFrameworkYaml_IsToldWithTheLine()
    {
        using var nation = new HostileNation();
        var path = nation[FrameworkTables.HeaderFile];
        Assert.Equal(3 * NoNumbers.Length, AssertEachNumber(File.ReadAllLines(path), path, FrameworkTables.HeaderFile, () => FrameworkReader.Read(nation.Folder)));
    }

    [Theory]
    [InlineData("england-2025")]
    [InlineData("stepping-forward-2017")]
    public void Read_NoNumberAfterAKeyOfImportYaml_IsToldWithTheLine(string framework)
    {
        using var temporary = new TemporaryFolder();
        var path = Path.Combine(temporary.Path, FrameworkTables.ImportFile);
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "frameworks", framework, FrameworkTables.ImportFile));
        Assert.True(AssertEachNumber(lines, path, FrameworkTables.ImportFile, () => ImportSettings.Read(temporary.Path)) > 100);
    }

    [Fact]
    public void Publication_NumbersWhoseSumHasNoEnd_AreRefusedOneByOne()
    {
        using var nation = new HostileNation();
        var large = new string('9', 308);
        File.WriteAllLines(Path.Combine(nation.Around, "people.csv"), ["year,icb_name,population", .. Enumerable.Repeat($"2022,North,{large}", 3), "2022,South,10000000000"]);
        var settings = new ImportSettings { Population = new Publication { File = "people.csv", Period = "2022" } };
        var shown = large[..200];
        Assert.Equal(
            Enumerable.Range(2, 3).Select(line => $"people.csv, line {line}, column population: found \"{shown}… (308 letters)\", expected a number, 0 or more and up to 10000000000"),
            nation.Faults(() => PopulationFile.Read(nation.Around, settings)));
    }

    /// <summary>Found by fuzzing: a staff group by a name that no publication has, whose rates are nothing over nothing.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void ImportTable_FigureThatCannotBeWorkedOut_IsToldWithTableColumnAndRow(double scale)
    {
        using var folder = new TemporaryFolder();
        var edit = TableEdit.Read(folder.Path, FrameworkTables.Scales, "staff_group");
        Assert.Throws<FrameworkException>(() => edit.Put("nurses", scale, "none", "D", "2026-01-15", ""));
        var wrong = Assert.Throws<FrameworkException>(() => new ImportTable(FrameworkTables.Scales).Add("nurses", scale, "none", "D", "2026-01-15", ""));
        Assert.Equal("import.yaml: found nothing in the publications to work out leaving_scale of scales.csv from, row \"nurses\", expected names of staff groups and periods as the publications have them", wrong.Message);
    }

    [Fact]
    public void StaffList_NoNumberOfFte_IsCountedByReasonAndWritesNothing()
    {
        using var fixture = new StaffListFixture();
        foreach (var value in NoNumbers.Where(value => value != "1."))
        {
            var faults = fixture.Faults(() => fixture.Import([$"p1,T1,nurses,,30,2025-01-15,\"{value}\""]));
            Assert.Contains(faults, fault => fault.StartsWith("list, line 2, column fte: found ", StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// Puts values in the place of every number after a key, one at a time; each is to be told with its line and key. The first numbers have every value, others some.
    /// </summary>
    private static int AssertEachNumber(string[] lines, string path, string file, Action read)
    {
        const int withEvery = 4;
        const int oneIn = 12;
        var (tried, numbers) = (0, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (Match number in KeyWithNumber().Matches(lines[i].Split('#')[0]))
            {
                if (number.Groups["key"].Value == "period") continue;
                numbers++;
                foreach (var value in NoNumbers.Where((_, at) => numbers <= withEvery || (at + numbers) % oneIn == 0))
                {
                    var spoilt = lines[i].Remove(number.Groups["number"].Index, number.Groups["number"].Length).Insert(number.Groups["number"].Index, $"'{value}'");
                    File.WriteAllLines(path, [.. lines[..i], spoilt, .. lines[(i + 1)..]]);
                    var thrown = Assert.Throws<FrameworkException>(read);
                    Assert.True(thrown.Problems.Any(problem => problem.File == file && problem.Line == i + 1 && problem.Found.Contains(value, StringComparison.Ordinal) && problem.Column is not null), $"line {i + 1}: {spoilt}: {thrown.Message}");
                    tried++;
                }
            }
        }

        File.WriteAllLines(path, lines);
        read();
        return tried;
    }

    private static void AssertReadsFiniteOrRefuses(string folder, string file)
    {
        try
        {
            var model = FrameworkReader.Read(folder).Model;
            Assert.All(model.Cohorts, cohort => Assert.True(double.IsFinite(cohort.OpeningHeads.Value)));
        }
        catch (FrameworkException wrong)
        {
            Assert.All(wrong.Problems, problem => Assert.NotEmpty(problem.File));
            Assert.Contains(wrong.Problems, problem => problem.File == file || problem.Line > 0);
        }
    }

    /// <summary>A framework of the repository with a number in that column, or a blank cell where none has one: its folder, the line from 0 and the cell.</summary>
    private static (string Folder, int Row, int Cell) Find(string file, string column)
    {
        string[] folders =
        [
            .. Directory.GetDirectories(Path.Combine(Repository.Root, "frameworks", "examples")).Order(StringComparer.Ordinal), SmallFramework.Folder,
            Path.Combine(Repository.Root, "tests", "TestCommon", "every-way"), EnglandRun.Folder, PlanTotalTests.Folder,
        ];
        foreach (var (folder, mayBeBlank) in folders.Select(folder => (folder, false)).Concat(folders.Select(folder => (folder, true))).Where(pair => File.Exists(Path.Combine(pair.folder, file))))
        {
            var lines = File.ReadAllLines(Path.Combine(folder, file));
            var cell = Array.IndexOf(lines[0].Split(','), column);
            bool Holds(string text) => mayBeBlank ? text.Length == 0 : double.TryParse(text, CultureInfo.InvariantCulture, out _);
            var row = Array.FindIndex(lines, 1, line => !line.Contains('"') && Holds(line.Split(',')[cell]));
            if (row > 0) return (folder, row, cell);
        }

        throw new InvalidOperationException($"No framework of the repository has a number in {column} of {file}.");
    }

    private static string With(string line, int cell, string value)
    {
        var cells = line.Split(',');
        cells[cell] = value.Contains(',') ? $"\"{value}\"" : value;
        return string.Join(',', cells);
    }

    [GeneratedRegex(@"(?<key>[a-z_0-9-]+): (?<number>-?[0-9]+(\.[0-9]+)?)(?=\s*($|[,}]))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyWithNumber();
}
