namespace Cadre.Web.Pages;

/// <summary>Addresses of the pages.</summary>
internal static class Links
{
    public const string Frameworks = "/";

    public const string NewFramework = "/frameworks/new";

    public static string Framework(Guid id) => $"/frameworks/{id}";

    public static string Assumptions(Guid framework) => $"/frameworks/{framework}/assumptions";

    public static string Run(Guid id) => $"/runs/{id}";

    public static string RunEvents(Guid id) => $"/runs/{id}/events";

    public static string Place(Guid run, string place, string? staffGroup = null, string? service = null)
    {
        (string Name, string? Value)[] all = [("group", staffGroup), ("service", service)];
        string[] query = [.. all.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")];
        return $"/runs/{run}/places/{Uri.EscapeDataString(place)}{(query.Length > 0 ? $"?{string.Join('&', query)}" : "")}";
    }

    public static string PlaceTable(Guid run, string place, string service) =>
        $"/runs/{run}/places/{Uri.EscapeDataString(place)}.csv{(service.Length > 0 ? $"?service={Uri.EscapeDataString(service)}" : "")}";
}
