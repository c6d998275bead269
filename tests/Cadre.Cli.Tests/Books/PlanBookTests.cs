using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Cadre.TestCommon;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Cadre.Cli.Tests.Books;

/// <summary>plan.xlsx, read by the Open XML SDK and by LibreOffice.</summary>
public sealed class PlanBookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ResultFiles RunStay(string name)
    {
        var copy = ScenarioFiles.CopyTo(Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName);
        var output = Path.Combine(_folder.Path, name, "out");
        var run = CadreProcess.Run(_folder.Path, "run", copy, "--scenario", "stay", "--futures", "5", "--under-delivery", "--quiet", "--out", output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return new ResultFiles(output);
    }

    [Fact]
    public void Run_ScenarioWithLevers_WritesAValidWorkbookWithEverySheet()
    {
        using var book = SpreadsheetDocument.Open(Path.Combine(RunStay("a").Folder, "plan.xlsx"), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(
            ["Read me", "Targets", "Staff", "By staff group", "By place", "Flows", "Need", "Levers", "Under-delivery", "Money", "What matters", "Assumptions"],
            book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name?.Value));
        Assert.Empty(book.WorkbookPart.WorksheetParts.SelectMany(sheet => sheet.Worksheet.Descendants<CellFormula>()));
        foreach (var sheet in book.WorkbookPart.WorksheetParts)
        {
            Assert.Equal(OrientationValues.Landscape, sheet.Worksheet.Descendants<PageSetup>().Single().Orientation?.Value);
            Assert.Contains("Page &P of &N", sheet.Worksheet.Descendants<OddFooter>().Single().Text);
        }

        Assert.Equal(11, book.WorkbookPart.WorksheetParts.Count(sheet => sheet.Worksheet.Descendants<AutoFilter>().Any() && sheet.Worksheet.Descendants<Pane>().Any(pane => pane.State?.Value == PaneStateValues.Frozen)));
        Assert.Equal(11, book.WorkbookPart.Workbook.Descendants<DefinedName>().Count(name => name.Name?.Value == "_xlnm.Print_Titles"));
        Assert.Equal("Contains public sector information licensed under the Open Government Licence v3.0.", book.PackageProperties.Description);
    }

    [Fact]
    public void Run_Twice_WritesTheSameBytes() =>
        Assert.Equal(RunStay("a").Bytes("plan.xlsx"), RunStay("b").Bytes("plan.xlsx"));

    [Fact]
    public void Run_WorkbookInLibreOffice_HasTheFiguresOfTheCsvFiles()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice is not on this machine");
        var files = RunStay("a");
        var sheets = LibreOffice.SheetsOf(Path.Combine(files.Folder, "plan.xlsx"), Path.Combine(_folder.Path, "sheets"));

        double Percentile(string month, string place, string group, string measure, string column) => ResultFiles.Number(
            files.Rows("percentiles.csv").Single(row => row["month"] == month && row["place"] == place && row["service"] == "all" && row["staff_group"] == group && row["sector"].Length == 0 && row["measure"] == measure), column);

        var year = Row(sheets["Staff"], "Month", row => row["Month"] == "03/31/2027");
        Close(Percentile("2027-03", "small", "all", "fte", "central"), year["Staff, FTE"]);
        Close(Percentile("2027-03", "small", "all", "fte", "p5"), year["Staff: low"]);
        Close(Percentile("2027-03", "small", "all", "vacancy_rate", "p95"), year["Vacancy rate: high"]);

        var place = Row(sheets["By place"], "Place", row => row["Code"] == "T2");
        Close(Percentile("2027-03", "T2", "all", "posts", "central"), place["Posts Mar 2027, FTE"]);
        Close(Percentile("2027-03", "T2", "all", "vacancies", "p5"), place["Gap Mar 2027: low"]);
        Close(OpeningFte("T2"), place["Staff Sep 2025, FTE"]);

        var target = files.Rows("targets.csv").First(row => row["probability"].Length > 0);
        var shown = Row(sheets["Targets"], "Target", row => row["Target"] == target["description"]);
        Close(ResultFiles.Number(target, "probability"), shown["Probability"]);
        Close(ResultFiles.Number(target, "value"), shown["Value wanted"]);

        var cost = files.Rows("cost.csv").Single(row => (row["year"], row["place"], row["staff_group"], row["item"]) == ("2026/27", "small", "all", "total"));
        Close(ResultFiles.Number(cost, "central"), Row(sheets["Money"], "Financial year", row => row["Financial year"] == "2026/27")["All"]);

        var worst = files.Rows("under_delivery.csv").Where(row => row["measure"] == "fte" && row["target"].Length == 0).MinBy(row => ResultFiles.Number(row, "difference"))!;
        Close(ResultFiles.Number(worst, "difference"), RowsOf(sheets["Under-delivery"], "If").Skip(1).First()["Change in staff, FTE"]);
    }

    [Fact]
    public void Run_LeversTried_HaveTheirSheetWithTheFiguresOfTheFile()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice is not on this machine");
        var output = Path.Combine(_folder.Path, "out");
        var run = CadreProcess.Run(_folder.Path, "run", LeverTrialsCommandTests.Tried(_folder.Path), "--futures", "10", "--quiet", "--out", output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var book = Path.Combine(output, "plan.xlsx");
        using (var document = SpreadsheetDocument.Open(book, isEditable: false))
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var sheets = LibreOffice.SheetsOf(book, Path.Combine(_folder.Path, "sheets"));
        var files = new ResultFiles(output);

        var tried = files.Rows("targets_by_lever.csv").Single(row => row["target"] == "nurses-2027" && row["levers"] == "all");
        var description = files.Rows("targets.csv").Single(row => row["id"] == "nurses-2027")["description"];
        var shown = Row(sheets["Levers tried"], "Target", row => row["Target"] == description && row["Levers"] == "all levers");
        Close(ResultFiles.Number(tried, "probability"), shown["Probability"]);
        Close(ResultFiles.Number(tried, "added_p95"), shown["Levers change: high"]);
        Close(1300, shown["Expected to"]);

        using var about = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "about.json")));
        var chance = about.RootElement.GetProperty("chance_weight").GetDouble();
        var drivers = RowsOf(sheets["What matters"], "Target").Where(row => row["Target"].Length > 0).ToList();
        Assert.True(drivers.Select(row => row["Target"]).Distinct().Count() > 1, "One target alone.");
        Assert.All(drivers, row => Assert.Equal(double.Parse(row["Weight"].TrimEnd('%'), CultureInfo.InvariantCulture) / 100 < chance ? "yes" : "no", row["May be chance"]));
        Assert.Contains("people as published", File.ReadAllText(sheets["Read me"]));
    }

    [Fact]
    public void Run_Chance_HasASheetWithTheFiguresOfTheFile()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice is not on this machine");
        var output = Path.Combine(_folder.Path, "out");
        var team = Path.Combine(Repository.Root, "frameworks", "examples", "team-of-five");
        Assert.Equal(0, CadreProcess.Run(_folder.Path, "run", team, "--futures", "20", "--chance", "--quiet", "--out", output).ExitCode);
        var files = new ResultFiles(output);
        var (rows, place) = (files.Rows("chance.csv"), files.Rows("places.csv").First()["place"]);
        var last = rows.Select(row => row["month"]).Max();
        var luck = rows.Single(row => row["month"] == last && row["place"] == place && row["service"] == "all" && row["staff_group"] == "all" && row["sector"].Length == 0 && row["measure"] == "heads");

        var shown = RowsOf(LibreOffice.SheetsOf(Path.Combine(output, "plan.xlsx"), Path.Combine(_folder.Path, "sheets"))["Chance"], "Staff group").First();
        Close(ResultFiles.Number(luck, "mean"), shown["Luck alone, heads"]);
        Close(ResultFiles.Number(luck, "p5"), shown["Luck alone: low"]);
        Close(ResultFiles.Number(luck, "p95"), shown["Luck alone: high"]);
    }

    [Fact]
    public void Run_FlowSheet_JoinersAreTheSumOfTheirSources()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice is not on this machine");
        var sheets = LibreOffice.SheetsOf(Path.Combine(RunStay("a").Folder, "plan.xlsx"), Path.Combine(_folder.Path, "sheets"));
        var rows = RowsOf(sheets["Flows"], "Way in or out").ToList();
        var joiners = ResultFiles.Number(rows.Single(row => row["Way in or out"] == "Joiners"), "Year to Mar 2027");
        var sources = rows.Where(row => row["Way in or out"].StartsWith("Joiners: ", StringComparison.Ordinal)).Select(row => ResultFiles.Number(row, "Year to Mar 2027")).ToList();

        Assert.True(sources.Count > 1);
        Assert.Equal(joiners, sources.Sum(), joiners * 1e-9);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    public void Run_TextThatLooksLikeAFormula_StaysText(string text)
    {
        var copy = SmallFramework.CopyTo(_folder.Path);
        FaultyFile.Replace(copy, "targets.csv", 2, File.ReadAllLines(Path.Combine(copy, "targets.csv"))[1].Split(',')[1], text);
        var output = Path.Combine(_folder.Path, "out");
        Assert.Equal(0, CadreProcess.Run(_folder.Path, "run", copy, "--futures", "2", "--months", "24", "--quiet", "--out", output).ExitCode);

        using var book = SpreadsheetDocument.Open(Path.Combine(output, "plan.xlsx"), isEditable: false);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var cells = book.WorkbookPart.WorksheetParts.SelectMany(sheet => sheet.Worksheet.Descendants<Cell>()).Where(cell => cell.InnerText == text).ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Equal((CellValues.InlineString, true), (cell.DataType!.Value, formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value)));
    }

    [Fact]
    public void Run_Workbook_HoldsNoMacrosLinksOrTimesOfTheClock()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(RunStay("a").Folder, "plan.xlsx"));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("externalLink", StringComparison.OrdinalIgnoreCase));
        foreach (var relations in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(relations.Open());
            Assert.DoesNotContain("External", text.ReadToEnd());
        }
    }

    private static double OpeningFte(string place) =>
        new ResultFiles(SmallFramework.Folder).Rows("stock.csv").Where(row => row["place"] == place).Sum(row => ResultFiles.Number(row, "fte"));

    private static Dictionary<string, string> Row(string file, string firstColumn, Func<Dictionary<string, string>, bool> isMeant) => RowsOf(file, firstColumn).Single(isMeant);

    /// <summary>The rows under the header of a sheet, by the header's names.</summary>
    private static IEnumerable<Dictionary<string, string>> RowsOf(string file, string firstColumn)
    {
        var lines = CsvLines.Read(file);
        var header = lines.FindIndex(line => line[0] == firstColumn);
        return lines.Skip(header + 1).Select(line => lines[header].Zip(line).Where(cell => cell.First.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    /// <summary>LibreOffice writes fifteen digits, of a share as a percentage.</summary>
    private static void Close(double expected, string shown) =>
        Assert.Equal(expected, double.Parse(shown.TrimEnd('%'), CultureInfo.InvariantCulture) / (shown.EndsWith('%') ? 100 : 1), Math.Max(1, Math.Abs(expected)) * 1e-9);
}
