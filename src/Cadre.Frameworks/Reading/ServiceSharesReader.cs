using System.Globalization;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads plan_services.csv and service_shares.csv, by which local plans split their posts; a run does not use them.</summary>
internal static class ServiceSharesReader
{
    /// <summary>The services and the shares, in the order of their files.</summary>
    public static (List<PlanServiceItem> Services, List<ServiceShare> Shares) Read(ReadContext context)
    {
        var services = ReadServices(context);
        return (services, ReadShares(context));
    }

    private static List<PlanServiceItem> ReadServices(ReadContext context)
    {
        var table = context.Table(FrameworkTables.PlanServices);
        var services = new List<PlanServiceItem>();
        var (lines, names) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        context.PlanServices.IsComplete = table.IsComplete;
        foreach (var row in table.Rows)
        {
            var code = row.Code("plan_service");
            var name = row.Text("name");
            var origin = Provenance.Read(row, context);
            context.PlanServices.IsComplete &= code is not null;
            if (name.Length > 0 && !names.TryAdd(name, row.Line)) row.Report("name", $"\"{name}\" a second time", $"a name of its own; line {names[name]} has it already");
            if (code is null) continue;
            if (!lines.TryAdd(code, row.Line))
            {
                row.Report("plan_service", $"\"{code}\" a second time", $"each code once; line {lines[code]} has it already");
                continue;
            }

            context.PlanServices.TryAdd(code);
            services.Add(new PlanServiceItem(code, name, origin.Source, origin.Grade));
        }

        return services;
    }

    private static List<ServiceShare> ReadShares(ReadContext context)
    {
        var table = context.Table(FrameworkTables.ServiceShares);
        var keys = new RowKeys(table);
        var shares = new List<(CsvRow Row, ServiceShare Share)>();
        var isComplete = table.IsComplete;
        foreach (var row in table.Rows)
        {
            var (place, group, service) = (row.Reference("place", context.Places), row.Reference("staff_group", context.StaffGroups), row.Reference("plan_service", context.PlanServices));
            var share = row.Number("share", Quantity.ShareOfPosts);
            var origin = Provenance.Read(row, context);
            isComplete &= !double.IsNaN(share);
            if (!keys.TryAdd(row, new RowKey(place, group, service), "plan_service", key => $"\"{context.PlanServices[key.Third]}\"")) isComplete = false;
            else if (!double.IsNaN(share)) shares.Add((row, new ServiceShare(context.Places[place], context.StaffGroups[group], context.PlanServices[service], (decimal)share, origin.Source, origin.Grade, origin.Note)));
        }

        if (isComplete) CheckSums(shares);
        return [.. shares.Select(item => item.Share)];
    }

    /// <summary>The shares of a place and staff group sum to 100, exactly: they are decimals.</summary>
    private static void CheckSums(List<(CsvRow Row, ServiceShare Share)> shares)
    {
        foreach (var group in shares.GroupBy(item => (item.Share.Place, item.Share.StaffGroup)))
        {
            var sum = group.Sum(item => item.Share.Percent);
            if (sum != 100) group.First().Row.Report("share", string.Create(CultureInfo.InvariantCulture, $"a sum of {sum} on {(group.Count() == 1 ? "line" : "lines")} {string.Join(", ", group.Select(item => item.Row.Line))}"), $"shares of {group.Key.StaffGroup} in {group.Key.Place} that sum to 100");
        }
    }
}
