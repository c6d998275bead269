using System.Globalization;
using Cadre.Core.Comparisons;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;
using Cadre.Web.Pages.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Pages.Runs;

/// <summary>A comparison as CSV: every place and staff group, an observation a row.</summary>
internal static class ComparisonTable
{
    private static readonly string[] Header =
        ["month", "place", "staff_group", "measure", "a_central", "a_p5", "a_p50", "a_p95", "b_central", "b_p5", "b_p50", "b_p95", "difference_central", "difference_p5", "difference_p50", "difference_p95"];

    public static void MapComparisonTable(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/runs/compare.csv",
        async (Guid framework, Guid a, Guid b, RunService runs, FrameworkService frameworks, ComparisonService comparisons, CancellationToken cancellation) =>
        {
            if (await frameworks.FindAsync(framework, cancellation) is not { } read || await runs.FindAsync(a, cancellation) is not { } first || await runs.FindAsync(b, cancellation) is not { } second
                || first.FrameworkId != framework || ComparisonService.Refusal(first, second) is not null) return Microsoft.AspNetCore.Http.Results.NotFound();
            if (!comparisons.TryCompare(read, first, second, out var computed)) return Microsoft.AspNetCore.Http.Results.StatusCode(StatusCodes.Status429TooManyRequests);
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            Write(text, read.Model, await computed.WaitAsync(cancellation));
            return Microsoft.AspNetCore.Http.Results.File(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "comparison.csv");
        });

    private static void Write(TextWriter text, NationalModel model, RunComparison comparison)
    {
        using var csv = CsvHelper.CsvWriter.Create(text);
        foreach (var column in Header)
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var (p, place) in model.Places.Index())
        {
            foreach (var (g, group) in model.StaffGroups.Index())
            {
                foreach (var (measure, compared) in FiguresOf(comparison, p, g))
                {
                    if (compared is not { } figure) continue;
                    foreach (var field in (string[])[model.MonthAt(comparison.Month).ToString(), place.Code, group.Code, measure])
                        csv.WriteField(field);
                    foreach (var summary in (Summary[])[figure.A, figure.B, figure.Difference])
                    {
                        foreach (var value in (double[])[summary.Central, summary.P5, summary.P50, summary.P95])
                            csv.WriteField(value.ToString(CultureInfo.InvariantCulture));
                    }

                    csv.EndRecord();
                }
            }
        }
    }

    private static IEnumerable<(string Measure, ComparedFigure? Figure)> FiguresOf(RunComparison comparison, int place, int group) =>
    [
        .. RunComparison.Measures.Select(measure => (Codes.Of(measure), comparison.Of(place, group, measure))),
        .. PlaceTable.NeedMeasures.Select(need => (need.Code, comparison.Of(place, group, need.Measure))),
    ];
}
