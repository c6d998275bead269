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
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Columns = ["month", "place", "service", "staff_group", "measure", "central", "p5", "p50", "p95"];

    public static void MapPlaceTable(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/runs/{run:guid}/places/{place}.csv",
            async (Guid run, string place, string? service, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation) =>
            {
                if (await FindAsync(run, place, service ?? "", runs, frameworks, results, cancellation) is not { } found) return Microsoft.AspNetCore.Http.Results.NotFound();
                using var text = new StringWriter(CultureInfo.InvariantCulture);
                Write(text, found.Framework.Model, place, service ?? "", found.Lines);
                return Microsoft.AspNetCore.Http.Results.File(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{place}.csv");
            });
        routes.MapGet(
            "/runs/{run:guid}/places/{place}.xlsx",
            async (Guid run, string place, string? service, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation) =>
            {
                if (await FindAsync(run, place, service ?? "", runs, frameworks, results, cancellation) is not { } found) return Microsoft.AspNetCore.Http.Results.NotFound();
                var framework = found.Framework;
                using var stream = new MemoryStream();
                WorkbookOutput.Write(
                    stream, [SheetOf(framework.Model, place, service ?? "", found.Lines)], new BookProperties($"Figures of {place}", framework.Title, "Cadre", framework.Licence, framework.AsOf, framework.Title));
                return Microsoft.AspNetCore.Http.Results.File(stream.ToArray(), Xlsx, $"{place}.xlsx");
            });
    }

    /// <summary>Every figure by staff group, month and measure.</summary>
    public static IEnumerable<(string StaffGroup, string Month, string Measure, LineFigures.Range Figure)> Rows(NationalModel model, IReadOnlyDictionary<string, LineFigures> lines) =>
        from line in lines.OrderBy(line => line.Key, StringComparer.Ordinal)
        from month in line.Value.Months
        from measure in Enum.GetValues<Measure>()
        let figure = line.Value.Of(month, measure)
        where figure is not null
        select (line.Key, model.MonthAt(month).ToString(), Codes.Of(measure), figure.Value);

    /// <summary>The same as CSV.</summary>
    public static void Write(TextWriter text, NationalModel model, string place, string service, IReadOnlyDictionary<string, LineFigures> lines)
    {
        using var csv = CsvHelper.CsvWriter.Create(text);
        foreach (var column in Columns)
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var (group, month, measure, figure) in Rows(model, lines))
        {
            foreach (var field in (string[])[month, place, service.Length > 0 ? service : "all", group, measure])
                csv.WriteField(field);
            foreach (var value in (double[])[figure.Central, figure.Low, figure.Median, figure.High])
                csv.WriteField(value.ToString(CultureInfo.InvariantCulture));
            csv.EndRecord();
        }
    }

    private static BookSheet SheetOf(NationalModel model, string place, string service, IReadOnlyDictionary<string, LineFigures> lines) => new()
    {
        FrozenColumns = 4,
        Name = "Figures",
        Title = $"{place}: central run, and 5th, 50th and 95th percentile of the futures",
        Columns = [.. Columns.Select((column, i) => new BookColumn(column) { IsNumber = i >= 5 })],
        Rows =
        [
            .. Rows(model, lines).Select(row => new BookRow(
            [
                BookCell.Of(row.Month), BookCell.Of(place), BookCell.Of(service.Length > 0 ? service : "all"), BookCell.Of(row.StaffGroup), BookCell.Of(row.Measure),
                .. ((double[])[row.Figure.Central, row.Figure.Low, row.Figure.Median, row.Figure.High]).Select(value => BookCell.Of(value, BookFormat.Fine)),
            ])),
        ],
    };

    /// <summary>The figures of a place by staff group; null where there are none to be seen.</summary>
    private static async Task<(Framework Framework, IReadOnlyDictionary<string, LineFigures> Lines)?> FindAsync(
        Guid run, string place, string service, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation)
    {
        if (await runs.FindAsync(run, cancellation) is not { State: RunState.Done } found) return null;
        var framework = (await frameworks.FindAsync(found.FrameworkId, cancellation))!;
        if (framework.Model.Places.All(item => item.Code != place) || (service.Length > 0 && framework.Model.Services.All(item => item.Code != service))) return null;
        var lines = await results.ByStaffGroupAsync(run, place, service, cancellation);
        return lines.Count > 0 ? (framework, lines) : null;
    }
}
