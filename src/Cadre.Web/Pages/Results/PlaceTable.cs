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

    private static void Write(TextWriter text, NationalModel model, string place, string service, IReadOnlyDictionary<string, LineFigures> lines)
    {
        using var csv = CsvHelper.CsvWriter.Create(text);
        foreach (var column in (string[])["month", "place", "service", "staff_group", "measure", "central", "p5", "p50", "p95"])
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var (group, line) in lines.OrderBy(line => line.Key, StringComparer.Ordinal))
        {
            foreach (var month in line.Months)
            {
                foreach (var measure in Enum.GetValues<Measure>())
                {
                    if (line.Of(month, measure) is not { } figure) continue;
                    csv.WriteField(model.MonthAt(month).ToString());
                    csv.WriteField(place);
                    csv.WriteField(service.Length > 0 ? service : "all");
                    csv.WriteField(group);
                    csv.WriteField(Codes.Of(measure));
                    foreach (var value in (double[])[figure.Central, figure.Low, figure.Median, figure.High])
                        csv.WriteField(value.ToString(CultureInfo.InvariantCulture));
                    csv.EndRecord();
                }
            }
        }
    }
}
