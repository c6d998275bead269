using System.Globalization;
using Cadre.Core.Plans;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages;

/// <summary>Addresses of the pages.</summary>
internal static class Links
{
    public const string Frameworks = "/";

    public const string NewFramework = "/frameworks/new";

    public static string Framework(Guid id) => $"/frameworks/{id}";

    public static string Assumptions(Guid framework) => $"/frameworks/{framework}/assumptions";

    public static string Register(Guid framework, string format) => $"/frameworks/{framework}/assumptions.{format}";

    public const string Keys = "/account/keys";

    public const string Password = "/account/password";

    public const string People = "/people";

    public const string NewPerson = "/people/new";

    public static string Person(Guid id) => $"/people/{id}";

    public static string PeopleList(string? search, string? role, string? sort, int number = 1) =>
        $"/people{Query(("search", search), ("role", role), ("sort", sort), ("number", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null))}";

    public static string SetPassword(string link) => $"/set-password/{link}";

    public const string Plans = "/plans";

    public static string Plan(Guid id) => $"/plans/{id}";

    public static string PlanPosts(Guid id) => $"/plans/{id}/posts";

    public static string PlanLine(Guid id, Core.Plans.PlanLine line) => $"/plans/{id}/posts/{Uri.EscapeDataString(line.Service)}/{Uri.EscapeDataString(line.StaffGroup)}";

    public static string PlanSection(Guid id, string section) => Core.Plans.SectionName.IsPosts(section) ? $"/plans/{id}/{section}" : $"/plans/{id}/sections/{section}";

    public static string PlanContributors(Guid id) => $"/plans/{id}/contributors";

    public static string PlanPreview(Guid id) => $"/plans/{id}/preview";

    public static string PlanSubmit(Guid id) => $"/plans/{id}/submit";

    public static string PlanReview(Guid id) => $"/plans/{id}/review";

    public static string PlanVersions(Guid id) => $"/plans/{id}/versions";

    public static string PlanVersions(Guid id, int a, int b) => $"/plans/{id}/versions?a={a}&b={b}";

    public static string PlanWorkbook(Guid id) => $"/plans/{id}/workbook";

    public static string PlanUpload(Guid id) => $"/plans/{id}/upload";

    public static string PlanUpload(Guid id, Guid upload) => $"/plans/{id}/upload/{upload}";

    public static string Actuals(Guid round) => $"/rounds/{round}/actuals";

    public static string Actuals(Guid round, Guid upload) => $"/rounds/{round}/actuals?upload={upload}";

    public static string PlanTracking(Guid id, string? staffGroup = null) => $"/plans/{id}/tracking{Query(("group", staffGroup))}";

    public static string Run(Guid id) => $"/runs/{id}";

    public static string RunOfPlan(Guid id, Guid plan) => $"/runs/{id}?plan={plan}";

    public static string Compare(Guid framework) => $"/runs/compare?framework={framework}";

    public static string Compare(Guid framework, Guid a, Guid b) => $"{Compare(framework)}&a={a}&b={b}";

    public static string ComparisonTable(Guid framework, Guid a, Guid b, string format = "csv") => $"/runs/compare.{format}?framework={framework}&a={a}&b={b}";

    public static string RunEvents(Guid id) => $"/runs/{id}/events";

    public static string Place(Guid run, string place, string? staffGroup = null, string? service = null) =>
        $"/runs/{run}/places/{Uri.EscapeDataString(place)}{Query(("group", staffGroup), ("service", service))}";

    public static string Account(Guid run, string place, string? staffGroup, string? service, FinancialYear year) =>
        $"/runs/{run}/places/{Uri.EscapeDataString(place)}/account{Query(("group", staffGroup), ("service", service), ("year", year.Start.ToString(CultureInfo.InvariantCulture)))}";

    public static string PlaceTable(Guid run, string place, string service, string kind = "csv") =>
        $"/runs/{run}/places/{Uri.EscapeDataString(place)}.{kind}{(service.Length > 0 ? $"?service={Uri.EscapeDataString(service)}" : "")}";

    public static string Round(Guid id, string? quarter = null, string? region = null, string? sort = null) =>
        $"/rounds/{id}{Query(("quarter", quarter), ("region", region), ("sort", sort))}";

    public static string RoundTable(Guid id, string table) => $"/rounds/{id}/{table}";

    public static string Supply(Guid round) => $"/rounds/{round}/supply";

    public static string SupplyTable(Guid round) => $"/rounds/{round}/supply.csv";

    public static string Allocation(Guid round) => $"/rounds/{round}/allocation";

    public static string Shares(Guid round, AllocationRule rule, string? sort = null) => $"/rounds/{round}/allocation{Query(("why", rule.ToString()), ("sort", sort))}#explained";

    public static string SharesTable(Guid round, AllocationRule rule) => $"/rounds/{round}/shares.csv?rule={rule}";

    public static string CloseRound(Guid round) => $"/rounds/{round}/close";

    public static string Mergers(Guid round) => $"/rounds/{round}/mergers";

    public static string MoveAPlace(Guid round, string? place = null) => $"/rounds/{round}/mergers/new{Query(("place", place))}";

    private static string Query(params (string Name, string? Value)[] all)
    {
        string[] parts = [.. all.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")];
        return parts.Length > 0 ? $"?{string.Join('&', parts)}" : "";
    }
}
