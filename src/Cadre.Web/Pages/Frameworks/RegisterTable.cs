using Cadre.Core.Frameworks;
using Cadre.Core.Words;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;
using Cadre.Frameworks.Writing.Workbooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Pages.Frameworks;

/// <summary>The register of a framework as CSV and as a workbook, a row for each assumption.</summary>
internal static class RegisterTable
{
    public static void MapRegisterTable(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/frameworks/{id:guid}/assumptions.csv", async (Guid id, FrameworkService frameworks, CancellationToken cancellation) =>
            await frameworks.FindAsync(id, cancellation) is { } framework ? TableFile.Csv("assumptions.csv", SheetOf(framework)) : Microsoft.AspNetCore.Http.Results.NotFound());
        routes.MapGet("/frameworks/{id:guid}/assumptions.xlsx", async (Guid id, FrameworkService frameworks, CancellationToken cancellation) =>
            await frameworks.FindAsync(id, cancellation) is { } framework ? TableFile.Xlsx("assumptions.xlsx", $"Assumptions of {framework.Name}", framework, SheetOf(framework)) : Microsoft.AspNetCore.Http.Results.NotFound());
    }

    private static BookSheet SheetOf(Framework framework)
    {
        var model = framework.Model;
        var titles = framework.Evidence.ToDictionary(item => item.Id, item => item.Title);
        var overriding = new OverridingRows(model, ScenarioEntry.Baseline);
        return new BookSheet
        {
            Name = "Assumptions", Title = $"Assumptions of {framework.Name}", Notes = [Wording.Grades], FrozenColumns = 2,
            Columns =
            [
                .. ((string[])["id", "assumption", "of", "place", "service", "staff_group", "supply", "unit"]).Select(column => new BookColumn(column)),
                .. ((string[])["low", "central", "high"]).Select(column => new BookColumn(column) { IsNumber = true }),
                .. ((string[])["grade", "source", "source_title", "known_on", "overridden_by", "note"]).Select(column => new BookColumn(column)),
            ],
            Rows =
            [
                .. from item in framework.Register.Index()
                   let entry = item.Item
                   let row = entry.Assumption
                   select new BookRow(
                   [
                       BookCell.Of(row.Id), BookCell.Of(Wording.Of(row.Parameter)), BookCell.Of(AssumptionWords.ScopeOf(model, row)),
                       BookCell.Of(row.Place is { } place ? model.Places[place].Code : ""), BookCell.Of(row.Service is { } service ? model.Services[service].Code : ""),
                       BookCell.Of(row.StaffGroup is { } staffGroup ? model.StaffGroups[staffGroup].Code : ""), BookCell.Of(row.Supply is { } supply ? Codes.OfSource(model, supply) : ""), BookCell.Of(entry.Unit),
                       BookCell.Of(entry.Low, BookFormat.Fine), BookCell.Of(entry.Central, BookFormat.Fine), BookCell.Of(entry.High, BookFormat.Fine),
                       BookCell.Of($"{row.Grade}"), BookCell.Of(row.Source), BookCell.Of(titles.GetValueOrDefault(row.Source, row.Source)), BookCell.Of($"{entry.KnownOn:yyyy-MM-dd}"),
                       BookCell.Of(string.Join(' ', overriding.Within(item.Index).Select(other => model.Assumptions[other].Id))), BookCell.Of(row.Note),
                   ]),
            ],
        };
    }
}
