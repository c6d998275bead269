using System.Globalization;
using System.Text;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing.Workbooks;
using Microsoft.AspNetCore.Http;

namespace Cadre.Web.Pages;

/// <summary>Tables of a page as files to download.</summary>
internal static class TableFile
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A sheet as CSV: its header and its rows.</summary>
    public static IResult Csv(string name, BookSheet sheet)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvHelper.CsvWriter.Create(text))
        {
            foreach (var row in sheet.Rows.Select(row => row.Cells.Select(TextOf)).Prepend(sheet.Columns.Select(column => column.Title)))
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        }

        return Microsoft.AspNetCore.Http.Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", name);
    }

    /// <summary>Sheets as a workbook that says which framework its figures are of, and under what licence.</summary>
    public static IResult Xlsx(string name, string title, Framework framework, params BookSheet[] sheets)
    {
        using var stream = new MemoryStream();
        WorkbookOutput.Write(stream, sheets, new BookProperties(title, framework.Title, "Cadre", framework.Licence, framework.AsOf, framework.Title));
        return Microsoft.AspNetCore.Http.Results.File(stream.ToArray(), XlsxType, name);
    }

    /// <summary>A cell of CSV; text that a spreadsheet would take for a formula is marked as text.</summary>
    private static string TextOf(BookCell cell) =>
        cell.Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : cell.Text is not { } text ? "" : text[0] is '\t' or '\r' || text.TrimStart() is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
}
