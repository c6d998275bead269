using System.Globalization;
using Cadre.Core.Frameworks;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Frameworks.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Pages.Results;

/// <summary>All figures of a place as CSV, an observation a row.</summary>
internal static class PlaceTable
{
    public static void MapPlaceTable(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/runs/{run:guid}/places/{place}.csv",
        async (Guid run, string place, string? service, RunService runs, FrameworkService frameworks, ResultService results, HttpContext context, CancellationToken cancellation) =>
        {
            if (await runs.FindAsync(run, cancellation) is not { State: RunState.Done } found) return Microsoft.AspNetCore.Http.Results.NotFound();
            var model = (await frameworks.FindAsync(found.FrameworkId, cancellation))!.Model;
            if (model.Places.All(item => item.Code != place) || (!string.IsNullOrEmpty(service) && model.Services.All(item => item.Code != service))) return Microsoft.AspNetCore.Http.Results.NotFound();
            var lines = await results.ByStaffGroupAsync(run, place, service ?? "", cancellation);
            if (lines.Count == 0) return Microsoft.AspNetCore.Http.Results.NotFound();
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            Write(text, model, place, service ?? "", lines);
            return Microsoft.AspNetCore.Http.Results.File(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{place}.csv");
        });

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
        foreach (var column in (string[])["month", "place", "service", "staff_group", "measure", "central", "p5", "p50", "p95"])
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
}
