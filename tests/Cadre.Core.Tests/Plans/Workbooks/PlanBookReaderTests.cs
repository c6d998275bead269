using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Plans.Workbooks;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Cadre.Core.Tests.Plans.Workbooks;

public sealed class PlanBookReaderTests
{
    private static readonly PlannedPlace Prefilled = BookCase.Prefilled(PlanCase.Small, "S3");

    [Fact]
    public void Read_EveryKindOfField_ComesBackAsTheWordsOfThePlan()
    {
        var groups = Prefilled.Basis.Model.StaffGroups;
        var row = 4 + Prefilled.Lines.Index().First(line => line.Item == PlanCase.Nurses).Index;
        var reading = Typed(
            ($"Posts!F{row}", "#12.300000000000001"), ($"Posts!G{row}", "1,234.5"), ($"Posts!D{row}", "new ward"),
            ("Levers!A5", "Leaving rate, per cent of staff a year"), ("Levers!B5", groups.First(group => group.Code == "nurses").Name), ("Levers!C5", "#-1.5"), ("Levers!D5", "2026-10"), ("Levers!E5", "#12"), ("Levers!G5", "rosters"),
            ("Actions!A4", "Hire"), ("Actions!B4", "Ann"), ("Actions!C4", "#46477"), ("Actions!D4", "Six more"),
            ("Partners!A4", "Council"), ("Partners!B4", "Rooms"), ("Narrative!A4", "In words."));
        Assert.Empty(reading.Faults.Select(fault => fault.Text));
        var (first, second) = (Prefilled.Basis.Quarters[1].Code, Prefilled.Basis.Quarters[2].Code);
        var posts = (PostsContent)reading.Changed[PlanCase.Nurses.Section];
        Assert.Equal([(first, 12.3m), (second, 1234.5m)], posts.Fte.Select(quarter => (quarter.Key, quarter.Value)));
        Assert.Equal("new ward", posts.Reason);
        Assert.Equal(["leaving_rate", "nurses", "-1.5", "2026-10", "12", "", "rosters"], ItemOf(reading, SectionName.Levers));
        Assert.Equal(["Hire", "Ann", "2027-03-31", "Six more"], ItemOf(reading, SectionName.Actions));
        Assert.Equal(["Council", "Rooms", ""], ItemOf(reading, SectionName.Partners));
        Assert.Equal(["In words."], ItemOf(reading, SectionName.Narrative));
        Assert.Equal(5, reading.Changed.Count);
        Assert.Empty(PlanBookReading.With(Prefilled, reading.Changed).Check());
    }

    [Fact]
    public void Read_WrongCells_AreAllListedWithTheirAddresses()
    {
        var reading = Typed(
            ("Posts!F4", "abc"), ("Posts!G4", "#-1"), ("Posts!H4", "#1.005"), ("Posts!I4", ""), ("Posts!F5", "=1+1"), ("Posts!F6", "#100001"),
            ("Levers!A4", "Something else"), ("Levers!C4", "much"), ("Risks!A4", "=A1"), ("Risks!B4", "#6"), ("Actions!C7", "tomorrow"), ("Levers!A60", "beyond"), ("Narrative!A5", "beyond"));
        string[] texts = [.. reading.Faults.Select(fault => fault.Text)];
        const string posts = "expected 0 to 100,000 FTE with at most two decimals";
        Assert.Contains($"Posts!F4: found \"abc\", {posts}", texts);
        Assert.Contains($"Posts!G4: found \"-1\", {posts}", texts);
        Assert.Contains($"Posts!H4: found \"1.005\", {posts}", texts);
        Assert.Contains($"Posts!I4: found nothing, {posts}", texts);
        Assert.Contains("Posts!F5: found a formula, expected what it comes to, typed as a value", texts);
        Assert.Contains($"Posts!F6: found \"100001\", {posts}", texts);
        Assert.Contains("Risks!A4: found a formula, expected what it comes to, typed as a value", texts);
        Assert.Contains("Risks!B4: found \"6\", expected a whole number from 1 to 5", texts);
        Assert.Contains(texts, text => text.StartsWith("Actions!C7: found \"tomorrow\", expected a day", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("Levers!A60: found \"beyond\", expected nothing", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("Narrative!A5: found \"beyond\", expected nothing", StringComparison.Ordinal));
        Assert.Contains(Typed(("Levers!A4", "Something else"), ("Levers!C4", "much")).Faults, fault => fault is { Cell: "A4", Found: "Something else", Expected: "one of the list" });
    }

    [Fact]
    public void Read_SharesOfServices_ComeBackAndMustAddToAHundred()
    {
        var reading = Typed(("Services!A4", "Nurses"), ("Services!B4", "Wards"), ("Services!D4", "#62.5"), ("Services!E4", "rota"), ("Services!A6", "Nurses"), ("Services!C6", "Street triage"), ("Services!D6", "37.5"), ("Services!E6", "rota"));
        Assert.Empty(reading.Faults.Select(fault => fault.Text));
        Assert.Equal([["nurses", "wards", "", "62.5", "rota"], ["nurses", "", "Street triage", "37.5", "rota"]], ((ItemsContent)reading.Changed[SectionName.Services]).Items.Select(item => item.Values.ToArray()));
        var wrong = Typed(("Services!A5", "Nurses"), ("Services!B5", "Wards"), ("Services!D5", "#62.5"), ("Services!E5", "rota"));
        Assert.Equal(["Services!D5: found \"62.5\", expected 100 per cent (Shares of Nurses together)"], wrong.Faults.Select(fault => fault.Text));
    }

    [Fact]
    public void Read_FormulaOverSeveralCells_IsRefusedInEachOfThem()
    {
        var bytes = BookCase.Change(BookCase.Write(Prefilled), book =>
        {
            var cell = BookCase.SheetOf(book, "Posts").Descendants<Cell>().First(cell => cell.CellReference == "F4");
            cell.InsertAt(new CellFormula("H4:I4") { FormulaType = CellFormulaValues.Array, Reference = "F4:G4" }, 0);
        });
        Assert.Equal(["F4", "G4"], BookCase.Read(bytes, Prefilled).Faults.Select(fault => fault.Cell));
    }

    [Fact]
    public void Read_ChangeWithoutAReason_AndReasonWithoutAChange_AreTold()
    {
        Assert.Equal(["Posts!D4: found nothing, expected why the posts differ from those that the plan was prefilled with"], Typed(("Posts!F4", "#1")).Faults.Select(fault => fault.Text));
        var idle = Typed(("Posts!D4", "no change"));
        Assert.Empty(idle.Changed);
        Assert.Contains("Posts!D4: the reason is not kept", Assert.Single(idle.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PostsPutBackToWhatWasPrefilled_EmptiesTheSection()
    {
        var began = BookCase.Full;
        var (i, line) = began.Lines.Index().First(line => line.Item == PlanCase.Nurses);
        var prefilled = began.PrefilledOf(line);
        var typed = Enumerable.Range(3, prefilled.Length - 3).Select(q => ($"Posts!{(char)('E' + q)}{4 + i}", $"#{prefilled[q]}")).ToArray();
        var reading = BookCase.Read(BookCase.Type(BookCase.Write(began), typed), began);
        Assert.True(Assert.Single(reading.Changed).Value.IsEmpty);
        Assert.False(PlanBookReading.With(began, reading.Changed).Sections.ContainsKey(line.Section));
    }

    [Fact]
    public void Read_RowsThatWereMovedOrHeadersThatWereChanged_AreToldAndNotGuessed()
    {
        var names = Prefilled.Lines.Select(line => Prefilled.Basis.Model.StaffGroups.First(group => group.Code == line.StaffGroup).Name).ToList();
        var moved = Typed(("Posts!B4", names[1]), ("Posts!B5", names[0]), ("Posts!F4", "#1"));
        Assert.Equal(["B4", "B5"], moved.Faults.Select(fault => fault.Cell));
        Assert.Contains("rows stay where they were made", moved.Faults[0].Text, StringComparison.Ordinal);
        Assert.Contains("columns stay as they were made", Assert.Single(Typed(("Posts!F3", "Quarter to Mar 1999")).Faults).Text, StringComparison.Ordinal);
        Assert.Contains("columns stay as they were made", Assert.Single(Typed(("Risks!B3", "Chance")).Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SheetsThatWereAddedDeletedOrMoved_AreTold()
    {
        var bytes = BookCase.Write(Prefilled);
        string Notice(Action<Sheets> change) => Assert.Single(BookCase.Read(BookCase.Change(bytes, book => change(book.WorkbookPart!.Workbook.Sheets!)), Prefilled).Notices);
        Assert.Contains("Check was deleted", Notice(sheets => sheets.Elements<Sheet>().Single(sheet => sheet.Name == "Check").Remove()), StringComparison.Ordinal);
        Assert.Contains("another order", Notice(sheets => sheets.InsertAt(sheets.Elements<Sheet>().Last().CloneNode(true), 0).NextSibling()!.Parent!.LastChild!.Remove()), StringComparison.Ordinal);
        var renamed = Assert.Throws<BookRefusedException>(() => BookCase.Read(BookCase.Change(bytes, book => book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == "Levers").Name = "Hebel"), Prefilled));
        Assert.Contains("lacks the sheet Levers and has Hebel", renamed.Message, StringComparison.Ordinal);
    }

    private static PlanBookReading Typed(params (string Cell, string Value)[] typed) => BookCase.Read(BookCase.Type(BookCase.Write(Prefilled), typed), Prefilled);

    private static IEnumerable<string> ItemOf(PlanBookReading reading, string section)
    {
        var item = Assert.Single(((ItemsContent)reading.Changed[section]).Items);
        return SectionDefinition.Of(section).Fields.Where(field => !field.IsOfMembers).Select(field => item[field.Name]);
    }
}
