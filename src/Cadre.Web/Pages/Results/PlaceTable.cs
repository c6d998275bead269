using System.Globalization;
using Cadre.Core.Frameworks;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;
using Cadre.Frameworks.Writing.Workbooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Pages.Results;

/// <summary>All figures of a place as CSV and as a workbook, an observation a row.</summary>
internal static class PlaceTable
{
    /// <summary>Need and the gap to it with their codes in tables.</summary>
    public static readonly IReadOnlyList<(NeedMeasure Measure, string Code)> NeedMeasures = [(NeedMeasure.Need, "need"), (NeedMeasure.GapToNeed, "gap_to_need")];

    public static void MapPlaceTable(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/runs/{run:guid}/places/{place}.csv",
            async (Guid run, string place, string? service, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation) =>
            {
                if (await FindAsync(run, place, service ?? "", runs, frameworks, results, cancellation) is not { } found) return Microsoft.AspNetCore.Http.Results.NotFound();
                using var text = new StringWriter(CultureInfo.InvariantCulture);
                WriteCsv(text, place, service ?? "", found.Rows);
                return Microsoft.AspNetCore.Http.Results.File(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{place}.csv");
            });
        routes.MapGet(
            "/runs/{run:guid}/places/{place}.xlsx",
            async (Guid run, string place, string? service, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation) =>
            {
                if (await FindAsync(run, place, service ?? "", runs, frameworks, results, cancellation) is not { } found) return Microsoft.AspNetCore.Http.Results.NotFound();
                return TableFile.Xlsx($"{place}.xlsx", $"Figures of {place}", found.Framework, SheetOf(place, service ?? "", found.Rows));
            });
    }

    /// <summary>The rows of a place, in order; null where there are none to be seen.</summary>
    private static async Task<(Framework Framework, Run Run, IReadOnlyList<Row> Rows)?> FindAsync(
        Guid run, string place, string service, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation)
    {
        if (await runs.FindAsync(run, cancellation) is not { State: RunState.Done } found) return null;
        var framework = (await frameworks.FindAsync(found.FrameworkId, cancellation))!;
        var model = framework.Model;
        if (model.Places.All(item => item.Code != place) || (service.Length > 0 && model.Services.All(item => item.Code != service))) return null;
        var lines = await results.ByStaffGroupAsync(run, place, service, cancellation);
        if (lines.Count == 0) return null;
        return (framework, found, RowsOf(model, lines));
    }

    /// <summary>Every figure by staff group, month and measure.</summary>
    public static IReadOnlyList<Row> RowsOf(NationalModel model, IReadOnlyDictionary<string, LineFigures> lines) =>
    [
        .. from line in lines.OrderBy(line => line.Key, StringComparer.Ordinal)
           from month in line.Value.Months
           from figure in FiguresOf(line.Value, month)
           let range = figure.Range
           where range is not null
           select new Row(model.MonthAt(month).ToString(), line.Key, figure.Measure, range.Value),
    ];

    /// <summary>The codes of the measures of a line, those of the run's tables, with their figures.</summary>
    private static IEnumerable<(string Measure, LineFigures.Range? Range)> FiguresOf(LineFigures line, int month) =>
    [
        .. Enum.GetValues<Measure>().Select(measure => (Codes.Of(measure), line.Of(month, measure))),
        .. NeedMeasures.Select(need => (need.Code, line.Of(month, need.Measure))),
    ];

    /// <summary>The same as CSV.</summary>
    public static void WriteCsv(TextWriter text, string place, string service, IReadOnlyList<Row> rows)
    {
        using var csv = CsvHelper.CsvWriter.Create(text);
        foreach (var column in Columns)
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var row in rows)
        {
            foreach (var code in (string[])[row.Month, place, service.Length > 0 ? service : "all", row.StaffGroup, row.Measure])
                csv.WriteField(code);
            foreach (var value in row.Values)
                csv.WriteField(value.ToString(CultureInfo.InvariantCulture));
            csv.EndRecord();
        }
    }

    private static BookSheet SheetOf(string place, string service, IReadOnlyList<Row> rows) => new()
    {
        FrozenColumns = 4, Name = "Figures", Title = $"{place}: central run, and 5th, 50th and 95th percentile of the futures",
        Columns = [.. Columns.Select((column, i) => new BookColumn(column) { IsNumber = i >= 5 })],
        Rows =
        [
            .. rows.Select(row => new BookRow(
            [
                BookCell.Of(row.Month), BookCell.Of(place), BookCell.Of(service.Length > 0 ? service : "all"), BookCell.Of(row.StaffGroup), BookCell.Of(row.Measure),
                .. row.Values.Select(value => BookCell.Of(value, BookFormat.Fine)),
            ])),
        ],
    };

    private static readonly string[] Columns = ["month", "place", "service", "staff_group", "measure", "central", "p5", "p50", "p95"];

    internal sealed record Row(string Month, string StaffGroup, string Measure, LineFigures.Range Figure)
    {
        public double[] Values => [Figure.Central, Figure.Low, Figure.Median, Figure.High];
    }
}
