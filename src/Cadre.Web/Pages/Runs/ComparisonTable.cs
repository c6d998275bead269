using Cadre.Core.Comparisons;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;
using Cadre.Frameworks.Writing.Workbooks;
using Cadre.Web.Pages.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Pages.Runs;

/// <summary>A comparison as CSV and as a workbook: every place and staff group, an observation a row.</summary>
internal static class ComparisonTable
{
    private static readonly string[] Figures =
        ["a_central", "a_p5", "a_p50", "a_p95", "b_central", "b_p5", "b_p50", "b_p95", "difference_central", "difference_p5", "difference_p50", "difference_p95"];

    public static void MapComparisonTable(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/runs/compare.csv", (Guid framework, Guid a, Guid b, RunService runs, FrameworkService frameworks, ComparisonService comparisons, CancellationToken cancellation) =>
            FileAsync(framework, a, b, runs, frameworks, comparisons, (_, sheet) => TableFile.Csv("comparison.csv", sheet), cancellation));
        routes.MapGet("/runs/compare.xlsx", (Guid framework, Guid a, Guid b, RunService runs, FrameworkService frameworks, ComparisonService comparisons, CancellationToken cancellation) =>
            FileAsync(framework, a, b, runs, frameworks, comparisons, (read, sheet) => TableFile.Xlsx("comparison.xlsx", sheet.Title, read, sheet), cancellation));
    }

    private static async Task<IResult> FileAsync(
        Guid framework, Guid a, Guid b, RunService runs, FrameworkService frameworks, ComparisonService comparisons, Func<Framework, BookSheet, IResult> file, CancellationToken cancellation)
    {
        if (await frameworks.FindAsync(framework, cancellation) is not { } read || await runs.FindAsync(a, cancellation) is not { } first || await runs.FindAsync(b, cancellation) is not { } second
            || first.FrameworkId != framework || ComparisonService.Refusal(first, second) is not null) return Microsoft.AspNetCore.Http.Results.NotFound();
        if (!comparisons.TryCompare(read, first, second, out var computed)) return Microsoft.AspNetCore.Http.Results.StatusCode(StatusCodes.Status429TooManyRequests);
        return file(read, SheetOf(read.Model, await computed.WaitAsync(cancellation), $"{first.Scenario} and {second.Scenario} compared, FTE"));
    }

    private static BookSheet SheetOf(NationalModel model, RunComparison comparison, string title)
    {
        var month = model.MonthAt(comparison.Month).ToString();
        return new BookSheet
        {
            Name = "Comparison", Title = title, FrozenColumns = 4,
            Columns = [new("month"), new("place"), new("staff_group"), new("measure"), .. Figures.Select(column => new BookColumn(column) { IsNumber = true })],
            Rows =
            [
                .. from place in model.Places.Index()
                   from staffGroup in model.StaffGroups.Index()
                   from compared in FiguresOf(comparison, place.Index, staffGroup.Index)
                   where compared.Figure is not null
                   let figure = compared.Figure!.Value
                   select new BookRow(
                   [
                       BookCell.Of(month), BookCell.Of(place.Item.Code), BookCell.Of(staffGroup.Item.Code), BookCell.Of(compared.Measure),
                       .. ((Summary[])[figure.A, figure.B, figure.Difference]).SelectMany(of => (double[])[of.Central, of.P5, of.P50, of.P95]).Select(value => BookCell.Of(value, BookFormat.Fine)),
                   ]),
            ],
        };
    }

    private static IEnumerable<(string Measure, ComparedFigure? Figure)> FiguresOf(RunComparison comparison, int place, int staffGroup) =>
    [
        .. RunComparison.Measures.Select(measure => (Codes.Of(measure), comparison.Of(place, staffGroup, measure))),
        .. PlaceTable.NeedMeasures.Select(need => (need.Code, comparison.Of(place, staffGroup, need.Measure))),
    ];
}
