using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>What a columns file says about a publication; without one, what is usual.</summary>
internal sealed class PublicationColumns
{
    /// <summary>
    /// The least width of a leaving rate's range, a factor up and down, where the columns file gives none: the importer's own rule, wide enough for the
    /// years that are not there (docs/publications.md, "Turnover").
    /// </summary>
    public const double UsualLeavingFactor = 1.15;

    /// <summary>The least width of a net change's range, percentage points up and down: the importer's own rule likewise.</summary>
    public const double UsualNetChangePoints = 1.5;

    private const string PairsExpected = "a text for each text, such as \"RV5*\": RV5";

    /// <summary>Path of the file as the user wrote it; null without one.</summary>
    public string? File { get; private init; }

    /// <summary>By header as formats have it, the header of the file.</summary>
    public IReadOnlyList<YamlPair> Headers { get; private set; } = [];

    public string Sheet { get; private set; } = "";

    public DayOrder? Dates { get; private set; }

    public YamlPair? Period { get; private set; }

    public YamlPair? Level { get; private set; }

    public IReadOnlyList<YamlPair> Organisations { get; private set; } = [];

    public IReadOnlyList<YamlPair> StaffGroups { get; private set; } = [];

    public YamlPair? DefaultService { get; private set; }

    public IReadOnlyList<AreaRule> Areas { get; private set; } = [];

    /// <summary>Whether a workforce by area of work splits the stock by its shares; its figures set it otherwise.</summary>
    public bool ByShares { get; private set; } = true;

    public IReadOnlyList<ActivityRule> Activities { get; private set; } = [];

    /// <summary>Percent.</summary>
    public double CategoryAllowance { get; private set; }

    /// <summary>FTE.</summary>
    public double IndividualAllowance { get; private set; }

    public double LeavingFactor { get; private set; } = UsualLeavingFactor;

    public double NetChangePoints { get; private set; } = UsualNetChangePoints;

    public YamlPair? Source { get; private set; }

    public Grade? Grade { get; private set; }

    public DateOnly? KnownOn { get; private set; }

    /// <summary>Line of <see cref="KnownOn"/>; 0 without it.</summary>
    public int KnownOnLine { get; private set; }

    /// <summary>Reads the file and reports its faults; without a path, what is usual.</summary>
    /// <exception cref="FrameworkException">It cannot be read: what else may be wrong follows from that.</exception>
    public static PublicationColumns Read(string? path, Problems problems)
    {
        var columns = new PublicationColumns { File = path };
        if (path is null)
            return columns;
        if (!System.IO.File.Exists(path))
            problems.Add(path, null, "no such file", "the columns file of a publication (docs/publications.md)");
        else if (BoundedFile.Read(path, path, problems) is { } bytes && YamlMapping.Read(bytes, path, problems) is { } yaml)
            columns.ReadKeys(yaml);
        problems.ThrowIfAny();
        return columns;
    }

    private void ReadKeys(YamlMapping yaml)
    {
        yaml.CheckKeys(PublicationFields.File);
        Headers = yaml.Pairs("columns", "a header for each header, such as FTE: Total FTE");
        Sheet = yaml.Has("sheet") ? yaml.Text("sheet") ?? "" : "";
        Dates = yaml.Has("dates") ? yaml.Word("dates", PublicationFields.DayOrders) : null;
        (Period, Level) = (Single(yaml, "period"), Single(yaml, "level"));
        Organisations = yaml.Pairs("organisations", PairsExpected);
        StaffGroups = yaml.Pairs("staff_groups", PairsExpected);
        DefaultService = Single(yaml, "default_service");
        Areas = [.. yaml.OptionalMappings("areas", "a list of areas of work").Select(AreaRule.Read)];
        ByShares = (yaml.Has("stock") ? yaml.Word("stock", PublicationFields.StockRules) : null) ?? ByShares;
        Activities = [.. yaml.OptionalMappings("activities", "a list of measures and activities").Select(ActivityRule.Read)];
        ReadFigures(yaml);
        Source = Single(yaml, "source");
        Grade = yaml.Has("grade") ? yaml.Word("grade", Words.Grades) : null;
        KnownOn = yaml.Date("known_on");
        KnownOnLine = KnownOn is null ? 0 : yaml.LineOf("known_on");
    }

    private void ReadFigures(YamlMapping yaml)
    {
        if (yaml.Mapping("allowances", "category and individual") is { } allowances)
        {
            allowances.CheckKeys(PublicationFields.Allowances);
            CategoryAllowance = allowances.Number("category", Quantity.CategoryAllowance) ?? 0;
            IndividualAllowance = allowances.Number("individual", Quantity.Fte) ?? 0;
        }

        if (yaml.Mapping("ranges", "leaving_factor and net_change_points") is not { } ranges)
            return;
        ranges.CheckKeys(PublicationFields.Ranges);
        LeavingFactor = ranges.Number("leaving_factor", PublicationFields.RangeFactor) ?? LeavingFactor;
        NetChangePoints = ranges.Number("net_change_points", PublicationFields.RangePoints) ?? NetChangePoints;
    }

    /// <summary>The text of a key with its place; null where it is not there.</summary>
    internal static YamlPair? Single(YamlMapping yaml, string key, string above = "") =>
        yaml.Text(key) is { } text ? new YamlPair(above + key, key, text, yaml.LineOf(key)) : null;
}

/// <summary>What a row by area of work must hold, by key of the columns file, and what it then counts as.</summary>
/// <param name="Conditions">Texts that the row must have.</param>
/// <param name="Service">The service; null for the default.</param>
/// <param name="StaffGroup">The staff group; null for that of the published one.</param>
/// <param name="Line">Its line in the columns file.</param>
internal sealed record AreaRule(IReadOnlyDictionary<string, string> Conditions, YamlPair? Service, YamlPair? StaffGroup, int Line)
{
    private const string Expected = "what the row has (care_setting, primary_area ...) and the service or staff_group, or both, that it counts in";

    public static AreaRule Read(YamlMapping yaml)
    {
        yaml.CheckKeys(PublicationFields.Area);
        var conditions = PublicationFields.Area.Select(field => field.Name).Where(name => name is not ("service" or "staff_group") && yaml.Has(name))
            .ToDictionary(name => name, name => yaml.Text(name) ?? "");
        var rule = new AreaRule(conditions, PublicationColumns.Single(yaml, "service", "areas."), PublicationColumns.Single(yaml, "staff_group", "areas."), yaml.Line);
        if (conditions.Count == 0 || rule is { Service: null, StaffGroup: null })
            yaml.Report("areas", "a rule that asks or says nothing", Expected);
        return rule;
    }
}

/// <summary>A published measure and the activity that it is.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Code">Code of the activity.</param>
/// <param name="Name">Its name.</param>
/// <param name="StaffGroup">The staff group.</param>
/// <param name="Service">The service; null for the default.</param>
/// <param name="Hours">Hours for a unit.</param>
/// <param name="HoursGrade">How good the hours are.</param>
/// <param name="Growth">Percent a year; null for the publication's.</param>
internal sealed record ActivityRule(YamlPair Measure, string Code, string Name, YamlPair? StaffGroup, YamlPair? Service, double Hours, Grade HoursGrade, double? Growth)
{
    public static ActivityRule Read(YamlMapping yaml)
    {
        yaml.CheckKeys(PublicationFields.Activity);
        return new ActivityRule(
            PublicationColumns.Single(yaml, "measure", "activities.") ?? new YamlPair("activities.measure", "measure", "", yaml.Line),
            yaml.Code("activity") ?? "",
            yaml.Text("name") ?? "",
            PublicationColumns.Single(yaml, "staff_group", "activities."),
            PublicationColumns.Single(yaml, "service", "activities."),
            yaml.Number("hours", Quantity.HoursPerUnit) ?? 0,
            (yaml.Has("grade") ? yaml.Word("grade", Words.Grades) : null) ?? Engine.Model.Grade.D,
            yaml.Has("growth") ? yaml.Number("growth", Quantity.VolumeGrowth) : null);
    }
}
