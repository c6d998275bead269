namespace Cadre.Web.Pages;

/// <summary>Addresses of the pages.</summary>
internal static class Links
{
    public const string Frameworks = "/";

    public static string Framework(Guid id) => $"/frameworks/{id}";

    public static string Assumptions(Guid framework) => $"/frameworks/{framework}/assumptions";

    public static string Run(Guid id) => $"/runs/{id}";

    public static string Place(Guid run, string place, string? staffGroup = null, string? service = null)
    {
        (string Name, string? Value)[] all = [("group", staffGroup), ("service", service)];
        string[] query = [.. all.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")];
        return $"/runs/{run}/places/{Uri.EscapeDataString(place)}{(query.Length > 0 ? $"?{string.Join('&', query)}" : "")}";
    }

    public static string PlaceTable(Guid run, string place, string service) =>
        $"/runs/{run}/places/{Uri.EscapeDataString(place)}.csv{(service.Length > 0 ? $"?service={Uri.EscapeDataString(service)}" : "")}";

    public static string Plan(Guid id) => $"/plans/{id}";

    public static string Round(Guid id, string? quarter = null, string? region = null, string? sort = null)
    {
        (string Name, string? Value)[] all = [("quarter", quarter), ("region", region), ("sort", sort)];
        string[] query = [.. all.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")];
        return $"/rounds/{id}{(query.Length > 0 ? $"?{string.Join('&', query)}" : "")}";
    }

    public static string RoundTable(Guid id, string table) => $"/rounds/{id}/{table}";

    public static string Supply(Guid round) => $"/rounds/{round}/supply";

    public static string SupplyTable(Guid round) => $"/rounds/{round}/supply.csv";

    public static string Allocation(Guid round) => $"/rounds/{round}/allocation";

    public static string Mergers(Guid round) => $"/rounds/{round}/mergers";
}
