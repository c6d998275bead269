using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>
/// The publisher's turnover by organisation and staff group for one month ("Turnover benchmarking 2").
/// </summary>
internal sealed class TurnoverFile
{
    public const string AllStaffGroups = "All staff groups";
    private const string StartOfPeriod = "Denominator at start of period";

    private readonly Dictionary<(string Organisation, string Group), TurnoverCell> _cells = [];
    private readonly Dictionary<string, TurnoverCell> _country = [];

    private TurnoverFile() { }

    /// <summary>The cells of the cluster that the framework holds, in the order of the file.</summary>
    public IEnumerable<KeyValuePair<(string Organisation, string Group), TurnoverCell>> Cells => _cells;

    /// <summary>The organisations of the cluster.</summary>
    public Dictionary<string, Organisation> Organisations { get; } = [];

    /// <summary>Every system of the file, of whatever cluster, by code.</summary>
    public SortedDictionary<string, (string Name, string Region)> Systems { get; } = new(StringComparer.Ordinal);

    /// <summary>Every region of the file, by code.</summary>
    public SortedDictionary<string, string> Regions { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows that were read but not used, by reason.</summary>
    public SortedDictionary<string, int> NotUsed { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows of the file.</summary>
    public int RowCount { get; private set; }

    /// <summary>What a reader of the report should know about the file.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>The staff group over all organisations of the file.</summary>
    public TurnoverCell Country(string group) => _country.GetValueOrDefault(group) ?? new TurnoverCell();

    public static TurnoverFile Read(string dataFolder, ImportSettings settings)
    {
        var file = PublishedFile.Read(
            dataFolder, settings.Month, "PERIOD", "TYPE", "NHSE_REGION_CODE", "NHSE_REGION_NAME", "ICS_CODE", "ICS_NAME",
            "REPORTING_ORG_NAME", "REPORTING_ORG_CODE", "CLUSTER_GROUP", "STAFF_GROUP_1_NAME", "HC", "FTE");
        var known = settings.StaffGroups.Values.Select(group => group.Published).Append(AllStaffGroups).ToHashSet();
        var result = new TurnoverFile { RowCount = file.Rows.Count, Notes = file.Notes };
        var seen = new Dictionary<(string, string, string), int>();
        foreach (var row in file.Rows)
            result.Add(file, row, settings, known, seen);
        if (result.Organisations.Count == 0)
            file.Problems.Add(new Problem(settings.Month.File, 1, "CLUSTER_GROUP", $"no row of {settings.Cluster} in {settings.Month.Period}", "organisations of the cluster that import.yaml names"));
        return file.Problems.Count == 0 ? result : throw new FrameworkException(file.Problems);
    }

    private void Add(PublishedFile file, PublishedRow row, ImportSettings settings, HashSet<string> known, Dictionary<(string, string, string), int> seen)
    {
        var (type, group, code) = (file.Text(row, "TYPE"), file.Text(row, "STAFF_GROUP_1_NAME"), file.Text(row, "REPORTING_ORG_CODE"));
        if (file.Text(row, "PERIOD") != settings.Month.Period)
        {
            Skip($"another period than {settings.Month.Period}");
            return;
        }

        var (region, system) = (file.Text(row, "NHSE_REGION_CODE"), file.Text(row, "ICS_CODE"));
        Regions.TryAdd(region, file.Text(row, "NHSE_REGION_NAME"));
        Systems.TryAdd(system, (file.Text(row, "ICS_NAME"), region));
        if (!known.Contains(group))
        {
            Skip($"staff group \"{group}\" is not in import.yaml");
            return;
        }

        if (!seen.TryAdd((code, group, type), row.Line))
        {
            file.AddProblem(row, "TYPE", $"{code}, {group}, {type} again (first in line {seen[(code, group, type)]})", "one row for each organisation, staff group and type");
            return;
        }

        var (heads, fte) = (file.Required(row, "HC"), file.Required(row, "FTE"));
        if (!Put(_country, group, type, heads, fte))
        {
            file.AddProblem(row, "TYPE", $"\"{type}\"", "Denominator at start of period, Denominator at end of period, Joiners or Leavers");
            return;
        }

        if (file.Text(row, "CLUSTER_GROUP") != settings.Cluster)
        {
            Skip($"outside the cluster {settings.Cluster} (used for the country's monthly rates only)");
            return;
        }

        if (group == AllStaffGroups && type != StartOfPeriod) Skip($"{AllStaffGroups} but at the start (only the opening headcount is used)");
        Organisations.TryAdd(code, new Organisation(file.Text(row, "REPORTING_ORG_NAME"), system));
        Put(_cells, (code, group), type, heads, fte);
    }

    private static bool Put<TKey>(Dictionary<TKey, TurnoverCell> cells, TKey key, string type, double heads, double fte)
        where TKey : notnull
    {
        if (!cells.TryGetValue(key, out var cell)) cells.Add(key, cell = new TurnoverCell());
        var flow = new Flow(heads, fte);
        switch (type)
        {
            case StartOfPeriod: cell.Start += flow; break;
            case "Denominator at end of period": cell.End += flow; break;
            case "Joiners": cell.Joiners += flow; break;
            case "Leavers": cell.Leavers += flow; break;
            default: return false;
        }

        return true;
    }

    private void Skip(string reason) => NotUsed[reason] = NotUsed.GetValueOrDefault(reason) + 1;
}

/// <summary>An organisation and the system that it is published in.</summary>
internal sealed record Organisation(string Name, string System);

/// <summary>Heads and FTE of a published stock or flow.</summary>
internal readonly record struct Flow(double Heads, double Fte)
{
    public static Flow operator +(Flow left, Flow right) => new(left.Heads + right.Heads, left.Fte + right.Fte);

    public static Flow operator -(Flow left, Flow right) => new(left.Heads - right.Heads, left.Fte - right.Fte);

    public static Flow operator *(double factor, Flow flow) => new(factor * flow.Heads, factor * flow.Fte);
}

/// <summary>A staff group of an organisation, or of the country, in the published month.</summary>
internal sealed class TurnoverCell
{
    public Flow Start { get; set; }

    public Flow End { get; set; }

    public Flow Joiners { get; set; }

    public Flow Leavers { get; set; }

    public double AverageFte => (Start.Fte + End.Fte) / 2;
}
