using Cadre.Core.Frameworks;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Frameworks and their registers of assumptions.</summary>
internal static class FrameworkApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/frameworks", async (FrameworkService frameworks, CancellationToken cancellation) =>
                Results.Ok((await frameworks.ListAsync(cancellation)).Select(version => new FrameworkJson(version.Id, version.Name, version.Title, version.Digest, version.ImportedUtc))))
            .Produces<IEnumerable<FrameworkJson>>()
            .Says(ApiAccess.Read, "The newest version of each framework");
        api.MapGet("/frameworks/{id:guid}", async (Guid id, FrameworkService frameworks, CancellationToken cancellation) =>
                await frameworks.FindAsync(id, cancellation) is { } framework ? Results.Ok(FrameworkDetailsJson.Of(id, framework)) : ApiProblem.NotFound())
            .Produces<FrameworkDetailsJson>()
            .Says(ApiAccess.Read, "A framework with the codes of its places, services, staff groups and scenarios", StatusCodes.Status404NotFound);
        api.MapGet("/frameworks/{id:guid}/assumptions", async (Guid id, FrameworkService frameworks, CancellationToken cancellation) =>
                await frameworks.FindAsync(id, cancellation) is { } framework ? Results.Ok(RegisterOf(framework)) : ApiProblem.NotFound())
            .Produces<IEnumerable<AssumptionJson>>()
            .Says(ApiAccess.Read, "The register of assumptions of a framework, a row each", StatusCodes.Status404NotFound);
    }

    private static IEnumerable<AssumptionJson> RegisterOf(Framework framework)
    {
        var titles = framework.Evidence.ToDictionary(item => item.Id, item => item.Title);
        return framework.Register.Select(entry => AssumptionJson.Of(framework.Model, entry, titles));
    }
}

/// <summary>A version of a framework.</summary>
/// <param name="Id">Its id; it never changes.</param>
/// <param name="Name">The framework's name.</param>
/// <param name="Title">One line for a reader.</param>
/// <param name="Digest">SHA-256 of its files.</param>
/// <param name="ImportedUtc">When it was imported.</param>
internal sealed record FrameworkJson(Guid Id, string Name, string Title, string Digest, DateTime ImportedUtc);

/// <summary>A framework and what its codes stand for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">One line for a reader.</param>
/// <param name="Opening">The day of the opening stock.</param>
/// <param name="Coverage">Who is counted and who is not.</param>
/// <param name="Licence">The line that goes with the figures.</param>
/// <param name="Nation">Code of the nation.</param>
/// <param name="Everybody">Code of the staff group that holds all others.</param>
/// <param name="Places">Its places.</param>
/// <param name="Services">Its services.</param>
/// <param name="StaffGroups">Its staff groups.</param>
/// <param name="Scenarios">Its scenarios.</param>
internal sealed record FrameworkDetailsJson(
    Guid Id, string Name, string Title, DateOnly Opening, string Coverage, string Licence, string Nation, string Everybody,
    IEnumerable<FrameworkPlaceJson> Places, IEnumerable<CodeJson> Services, IEnumerable<CodeJson> StaffGroups, IEnumerable<CodeJson> Scenarios)
{
    public static FrameworkDetailsJson Of(Guid id, Framework framework)
    {
        var model = framework.Model;
        return new FrameworkDetailsJson(
            id, framework.Name, framework.Title, framework.Opening, framework.Coverage, framework.Licence, model.Places[model.Nation].Code, model.StaffGroups[model.Everybody].Code,
            model.Places.Select(place => new FrameworkPlaceJson(place.Code, place.Name, place.Level, place.Parents.Select(parent => model.Places[parent.Place].Code))),
            model.Services.Select(service => new CodeJson(service.Code, service.Name)),
            model.StaffGroups.Select(group => new CodeJson(group.Code, group.Name)),
            framework.Scenarios.Select(entry => new CodeJson(entry.Scenario.Name, entry.Scenario.Title)));
    }
}

/// <summary>A place of a framework.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">What kind of place it is.</param>
/// <param name="Parents">Codes of the places that it is part of.</param>
internal sealed record FrameworkPlaceJson(string Code, string Name, PlaceLevel Level, IEnumerable<string> Parents);

/// <summary>A code and what it stands for.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The name for a reader.</param>
internal sealed record CodeJson(string Code, string Name);

/// <summary>A row of the register.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parameter">What is assumed.</param>
/// <param name="Place">Code of the place; null for everywhere.</param>
/// <param name="Service">Code of the service; null for every one.</param>
/// <param name="StaffGroup">Code of the staff group; null for every one.</param>
/// <param name="Supply">Code of the source of candidates; null where it is about none.</param>
/// <param name="Unit">The unit of the three figures.</param>
/// <param name="Low">The low end.</param>
/// <param name="Central">The central value.</param>
/// <param name="High">The high end.</param>
/// <param name="Distribution">How values between the ends are drawn.</param>
/// <param name="Grade">How good the evidence is, A to D.</param>
/// <param name="Source">Id of the evidence.</param>
/// <param name="SourceTitle">Title of the evidence.</param>
/// <param name="KnownOn">The day it became public.</param>
/// <param name="Review">The day by which somebody should look again; null where none is set.</param>
/// <param name="Note">What a reader should know about it.</param>
internal sealed record AssumptionJson(
    string Id, Parameter Parameter, string? Place, string? Service, string? StaffGroup, string? Supply, string Unit, double Low, double Central, double High,
    DistributionFamily Distribution, string Grade, string Source, string SourceTitle, DateOnly KnownOn, DateOnly? Review, string Note)
{
    public static AssumptionJson Of(NationalModel model, AssumptionEntry entry, Dictionary<string, string> titles)
    {
        var row = entry.Assumption;
        return new AssumptionJson(
            row.Id, row.Parameter, row.Place is { } place ? model.Places[place].Code : null, row.Service is { } service ? model.Services[service].Code : null,
            row.StaffGroup is { } group ? model.StaffGroups[group].Code : null, row.Supply is { } supply ? Codes.OfSource(model, supply) : null,
            entry.Unit, entry.Low, entry.Central, entry.High, row.Distribution, $"{row.Grade}", row.Source, titles.GetValueOrDefault(row.Source, row.Source), entry.KnownOn, entry.Review, row.Note);
    }
}
