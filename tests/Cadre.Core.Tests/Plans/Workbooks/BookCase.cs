using System.IO.Compression;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Plans.Workbooks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Cadre.Core.Tests.Plans.Workbooks;

/// <summary>Workbooks of plans without a database, and changes made to them as somebody with a spreadsheet would.</summary>
internal static class BookCase
{
    public static readonly DateTime Noon = new(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Guid PlanId = new("0199aaaa-0000-7000-8000-000000000001");

    /// <summary>A plan with something in every section and every kind of field.</summary>
    public static PlannedPlace Full => PlanCase.Place(
        PlanCase.Small, "S3", PlanCase.More(PlanCase.Small, "S3", PlanCase.Nurses, 7.25m, 3), PlanCase.RetentionOfNurses("-1.5", "2026-10"), PlanCase.LeavingOfNurses("+10.5"),
        (SectionName.Services, new ItemsContent
        {
            Items =
            [
                new Dictionary<string, string> { ["staff_group"] = "nurses", ["service"] = "wards", ["other"] = "", ["share"] = "66.70", ["reason"] = "rota" },
                new Dictionary<string, string> { ["staff_group"] = "nurses", ["service"] = "", ["other"] = "Street triage", ["share"] = "33.3", ["reason"] = "rota" },
            ],
        }),
        PlanCase.Item(SectionName.Actions, ("action", "=2+2 is no formula\r\nbut two lines"), ("owner", " Ann "), ("due", "2027-03-31"), ("effect", "_x0041_ and <b> & \"quotes\" \U0001F600")),
        PlanCase.Item(SectionName.Partners, ("organisation", "County council"), ("contribution", "Six social workers"), ("fte", "1,234.50")),
        PlanCase.Item(SectionName.Risks, ("risk", "Nobody comes"), ("likelihood", "5"), ("impact", "1"), ("mitigation", "-"), ("owner", "2027")),
        PlanCase.Item(SectionName.Narrative, ("text", "One.\n\nTwo.")));

    public static PlannedPlace Prefilled(PlanBasis basis, string place) => PlanCase.Place(basis, place);

    public static PlanBookOptions Options(PlannedPlace place, DateTime? made = null)
    {
        var round = new PlanRound { Id = new Guid("0199aaaa-0000-7000-8000-000000000002"), FrameworkId = Guid.Empty, Name = place.Basis.Framework.Title, OpenedUtc = Noon, Allocation = 1 };
        return new PlanBookOptions
        {
            Plan = new LocalPlan { Id = PlanId, RoundId = round.Id, Place = place.Members[0], Name = "Southern Plain", Members = place.Members[0], Region = "R2" },
            Round = round, Place = place, Numbers = new SectionNumbers(place.Sections.Keys.Select(section => KeyValuePair.Create(section, 2))),
            Allocation = new AllocationSummary(1, AllocationRule.Framework, "The posts of the framework's central run", Noon, null), MadeUtc = made ?? Noon, By = "Paula Planner",
        };
    }

    public static byte[] Write(PlannedPlace place) => PlanBook.Write(Options(place));

    public static FormBook Open(byte[] bytes, string name = "plan.xlsx") => FormBook.Read(bytes, name, [.. PlanBookReader.Inputs, PlanBookLayout.Origin]);

    /// <summary>What a workbook makes of the plan that it began from.</summary>
    public static PlanBookReading Read(byte[] bytes, PlannedPlace began)
    {
        var book = Open(bytes);
        PlanBookReader.OriginOf(book, "plan.xlsx");
        return PlanBookReader.Read(book, began);
    }

    /// <summary>Types into cells: "Posts!F4" and a text, "=" and a formula, or "#" and a number as a file holds it.</summary>
    public static byte[] Type(byte[] bytes, params (string Cell, string Value)[] typed) => Change(bytes, book =>
    {
        // What was worked out before is to be worked out anew.
        foreach (var worked in book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()).ToList())
            worked.Parent!.RemoveAllChildren<CellValue>();
        foreach (var (at, value) in typed)
        {
            var cell = CellAt(book, at);
            cell.RemoveAllChildren();
            cell.DataType = null;
            if (value.StartsWith('=')) cell.Append(new CellFormula(value[1..]), new CellValue("1"));
            else if (value.StartsWith('#')) cell.Append(new CellValue(value[1..]));
            else if (value.Length > 0) (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(value)));
        }
    });

    public static byte[] Change(byte[] bytes, Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var book = SpreadsheetDocument.Open(stream, isEditable: true))
            change(book);
        return stream.ToArray();
    }

    /// <summary>Changes the workbook as a zip file.</summary>
    public static byte[] ChangeZip(byte[] bytes, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return stream.ToArray();
    }

    public static Worksheet SheetOf(SpreadsheetDocument book, string name) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!)).Worksheet;

    private static Cell CellAt(SpreadsheetDocument book, string at)
    {
        var (sheet, address) = (at[..at.IndexOf('!', StringComparison.Ordinal)], at[(at.IndexOf('!', StringComparison.Ordinal) + 1)..]);
        var data = SheetOf(book, sheet).GetFirstChild<SheetData>()!;
        var number = uint.Parse(address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), System.Globalization.CultureInfo.InvariantCulture);
        var row = data.Elements<Row>().FirstOrDefault(row => row.RowIndex?.Value == number) ?? data.AppendChild(new Row { RowIndex = number });
        return row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == address) ?? row.AppendChild(new Cell { CellReference = address });
    }
}
