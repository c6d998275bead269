using System.Globalization;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Plans.Workbooks;
using Cadre.TestCommon;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Cadre.Core.Tests.Plans.Workbooks;

public sealed class PlanBookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Plans => ["small", "full", "england"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_SamePlan_GivesTheSameBytesButForTheTime()
    {
        Assert.Equal(BookCase.Write(BookCase.Full), BookCase.Write(BookCase.Full));
        Assert.NotEqual(BookCase.Write(BookCase.Full), PlanBook.Write(BookCase.Options(BookCase.Full, BookCase.Noon.AddMinutes(1))));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Write_Plan_IsAValidWorkbookThatIsLockedButForWhatIsTyped(string plan)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(BookCase.Write(PlaceOf(plan))), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var sheets = book.WorkbookPart!.Workbook.Descendants<Sheet>().ToList();
        Assert.Equal(["Read me", "Posts", "Prefilled", "Services", "Levers", "Assumptions", "Actions", "Partners", "Risks", "Narrative", "By service", "Check", "Lists", "Cadre"], sheets.Select(sheet => sheet.Name?.Value));
        Assert.Equal([SheetStateValues.Hidden, SheetStateValues.VeryHidden], sheets.TakeLast(2).Select(sheet => sheet.State!.Value));
        Assert.True(book.WorkbookPart.Workbook.WorkbookProtection!.LockStructure!.Value);
        Assert.Null(book.WorkbookPart.VbaProjectPart);
        Assert.Empty(book.WorkbookPart.ExternalWorkbookParts);
        foreach (var sheet in sheets)
        {
            var protection = BookCase.SheetOf(book, sheet.Name!).GetFirstChild<SheetProtection>()!;
            Assert.True(protection.Sheet!.Value);
            Assert.Null(protection.Password);
            Assert.Null(protection.HashValue);
        }
    }

    [Fact]
    public void Write_Plan_UnlocksPostsReasonsAndItemsAlone()
    {
        var place = BookCase.Full;
        using var book = SpreadsheetDocument.Open(new MemoryStream(BookCase.Write(place)), isEditable: false);
        CellFormat[] formats = [.. book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()];
        int Unlocked(string sheet) => BookCase.SheetOf(book, sheet).Descendants<Cell>().Count(cell => !formats[(int)cell.StyleIndex!.Value].Protection!.Locked!.Value);
        Assert.Equal(place.Lines.Count * place.Basis.Quarters.Count, Unlocked("Posts"));
        Assert.All(SectionDefinition.All, definition => Assert.Equal(
            definition.FieldsOf(place).Count() * (definition.MostItems == 1 ? 1 : 30 + place.ItemsOf(definition.Name).Count), Unlocked(char.ToUpperInvariant(definition.Name[0]) + definition.Name[1..])));
        Assert.All((string[])["Read me", "Prefilled", "By service", "Check", "Lists", "Cadre"], sheet => Assert.Equal(0, Unlocked(sheet)));
        var posts = BookCase.SheetOf(book, "Posts");
        Assert.Equal(PaneStateValues.Frozen, posts.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(place.Lines.Count, posts.WorksheetPart!.WorksheetCommentsPart!.Comments.CommentList!.Count());
        Assert.Contains("ROUND(F4,2)=F4", posts.Descendants<DataValidation>().First().Formula1!.Text, StringComparison.Ordinal);
        Assert.All(SectionDefinition.All, definition => Assert.All(BookCase.SheetOf(book, char.ToUpperInvariant(definition.Name[0]) + definition.Name[1..]).Descendants<DataValidation>(), rule => Assert.NotEqual("", rule.Prompt!.Value)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Read_AsItWasWritten_HasNoDifferences(string plan)
    {
        var place = PlaceOf(plan);
        var reading = BookCase.Read(BookCase.Write(place), place);
        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Changed);
        Assert.Empty(reading.Notices);
    }

    [Fact]
    public void Origin_ThereAndBack_IsTheSame()
    {
        var origin = PlanBookReader.OriginOf(BookCase.Open(BookCase.Write(BookCase.Full)), "plan.xlsx");
        Assert.Equal(PlanBookOrigin.Of(BookCase.Options(BookCase.Full)) with { Numbers = origin.Numbers }, origin);
        Assert.Equal(BookCase.Options(BookCase.Full).Numbers.ToString(), origin.Numbers.ToString());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Read_SavedByLibreOffice_HasNoDifferences(string plan)
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice is not on this machine");
        var place = PlaceOf(plan);
        var file = Path.Combine(_folder.Path, "plan.xlsx");
        File.WriteAllBytes(file, BookCase.Write(place));
        LibreOffice.Convert(file, "xlsx", Path.Combine(_folder.Path, "saved"));
        var saved = File.ReadAllBytes(Path.Combine(_folder.Path, "saved", "plan.xlsx"));
        var reading = BookCase.Read(saved, place);
        Assert.Empty(reading.Faults.Select(fault => fault.Text));
        Assert.Empty(reading.Changed.Select(section => section.Value.ToText()));
        using var book = SpreadsheetDocument.Open(new MemoryStream(saved), isEditable: false);
        Assert.All(book.WorkbookPart!.Workbook.Descendants<Sheet>(), sheet => Assert.True(BookCase.SheetOf(book, sheet.Name!).GetFirstChild<SheetProtection>()!.Sheet!.Value));
    }

    [Fact]
    public void Check_PostsChangedWithoutAReason_IsCountedByLibreOffice()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice is not on this machine");
        var place = BookCase.Full;
        var line = place.Lines.Index().First(line => line.Item != PlanCase.Nurses);
        var row = 4 + line.Index;
        var posts = place.PostsOf(line.Item);
        var file = Path.Combine(_folder.Path, "plan.xlsx");
        File.WriteAllBytes(file, BookCase.Type(BookCase.Write(place), ($"Posts!F{row}", $"#{posts[1] + 1.5m}"), ($"Posts!G{row}", $"#{posts[2] + 2}"), ("Risks!A9", "another risk")));
        var rows = RowsOf(LibreOffice.SheetsOf(file, Path.Combine(_folder.Path, "sheets"))["Check"]);

        var nursesChanged = place.Basis.Quarters.Count - 3;
        Assert.Equal("2", rows["Staff groups whose posts were changed"][0]);
        Assert.Equal($"{nursesChanged + 2}", rows["Quarters that were changed"][0]);
        Assert.Equal("1", rows["Rows with a change but no reason"][0]);
        Assert.Equal("2", rows["Risks: rows filled in"][0]);
        Assert.Equal("1", rows["Levers: rows filled in"][0]);
        var first = rows[$"Quarter to {Words.Wording.Short(place.Basis.Quarters[1].Ends)}"];
        Assert.Equal(place.Lines.Sum(each => place.PrefilledOf(each)[1]), decimal.Parse(first[0], CultureInfo.InvariantCulture));
        Assert.Equal(1.5m, decimal.Parse(first[2], CultureInfo.InvariantCulture));
        Assert.Equal("0", rows[$"Opening day {Words.Wording.Short(place.Basis.Quarters[0].Ends)}"][2].TrimEnd('0', '.') is "" ? "0" : "not 0");
    }

    private static PlannedPlace PlaceOf(string plan) => plan switch
    {
        "small" => BookCase.Prefilled(PlanCase.Small, "S3"),
        "full" => BookCase.Full,
        _ => BookCase.Prefilled(PlanCase.England, "QKK"),
    };

    /// <summary>The rows of a sheet by their first cell, of those whose cells hold no comma.</summary>
    private static Dictionary<string, string[]> RowsOf(string file) =>
        File.ReadLines(file).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).DistinctBy(cells => cells[0]).ToDictionary(cells => cells[0], cells => cells[1..]);
}
