using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>What a columns file says about a staff list; without one, what is usual.</summary>
internal sealed class StaffListColumns
{
    private const string PairsExpected = "a text for each text, such as RRP: G6V2S";

    private bool _isRead;

    /// <summary>Path of the file as the user wrote it; null without one.</summary>
    public string? File { get; private init; }

    /// <summary>By column, the header that the file names for it.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>What stands between cells; null to find out.</summary>
    public char? Separator { get; private set; }

    public char DecimalSign { get; private set; } = '.';

    public DayOrder Dates { get; private set; }

    public IReadOnlyList<YamlPair> Organisations { get; private set; } = [];

    public IReadOnlyList<YamlPair> StaffGroups { get; private set; } = [];

    public IReadOnlyList<YamlPair> Services { get; private set; } = [];

    /// <summary>Path, from the columns file's folder, of the occupation codes that the list has; null for the framework's or those that are built in.</summary>
    public YamlPair? OccupationCodes { get; private set; }

    public YamlPair? DefaultService { get; private set; }

    public DateOnly? On { get; private set; }

    /// <summary>Line of <see cref="On"/>; 0 without it.</summary>
    public int OnLine { get; private set; }

    public YamlPair? Source { get; private set; }

    public Grade? Grade { get; private set; }

    public DateOnly? KnownOn { get; private set; }

    /// <summary>Line of <see cref="KnownOn"/>; 0 without it.</summary>
    public int KnownOnLine { get; private set; }

    /// <summary>Reads the file and reports its faults; without a path, what is usual.</summary>
    /// <exception cref="FrameworkException">It cannot be read: what else may be wrong follows from that.</exception>
    public static StaffListColumns Read(string? path, Problems problems)
    {
        var columns = new StaffListColumns { File = path };
        if (path is null)
            return columns;
        if (!System.IO.File.Exists(path))
            problems.Add(path, null, Directory.Exists(path) ? "a folder" : "no such file", "the columns file of a staff list (docs/frameworks.md)");
        else if (BoundedFile.Read(path, path, problems) is { } bytes && YamlMapping.Read(bytes, path, problems) is { } yaml)
            columns.ReadKeys(yaml);
        if (!columns._isRead)
            problems.ThrowIfAny();
        return columns;
    }

    private void ReadKeys(YamlMapping yaml)
    {
        _isRead = true;
        yaml.CheckKeys(StaffListFields.ColumnsFile);
        if (yaml.Mapping("columns", "a header for each column") is { } headers)
            ReadHeaders(headers);
        Separator = yaml.Has("separator") ? yaml.Word("separator", StaffListFields.Separators) : null;
        DecimalSign = (yaml.Has("decimal") ? yaml.Word("decimal", StaffListFields.DecimalSigns) : null) ?? DecimalSign;
        Dates = (yaml.Has("dates") ? yaml.Word("dates", StaffListFields.DayOrders) : null) ?? Dates;
        Organisations = yaml.Pairs("organisations", PairsExpected);
        StaffGroups = yaml.Pairs("staff_groups", PairsExpected);
        Services = yaml.Pairs("services", PairsExpected);
        DefaultService = Single(yaml, "default_service");
        OccupationCodes = Single(yaml, "occupation_codes");
        On = yaml.Date("on");
        OnLine = On is null ? 0 : yaml.LineOf("on");
        Source = Single(yaml, "source");
        Grade = yaml.Has("grade") ? yaml.Word("grade", Words.Grades) : null;
        KnownOn = yaml.Date("known_on");
        KnownOnLine = KnownOn is null ? 0 : yaml.LineOf("known_on");
    }

    private void ReadHeaders(YamlMapping headers)
    {
        headers.CheckKeys(StaffListFields.Columns);
        foreach (var column in StaffListFields.Columns.Select(field => field.Name))
        {
            if (headers.Text(column) is { } header)
                Headers.Add(column, header);
        }

        ReportBoth(headers, "occupation_code", "staff_group");
        ReportBoth(headers, "age", "year_of_birth");
    }

    private static void ReportBoth(YamlMapping headers, string one, string other)
    {
        if (headers.Has(one) && headers.Has(other))
            headers.Report(other, $"{other} beside {one}", $"one of {one} and {other}", headers.LineOf(other));
    }

    private static YamlPair? Single(YamlMapping yaml, string key) => yaml.Text(key) is { } text ? new YamlPair(key, key, text, yaml.LineOf(key)) : null;
}
