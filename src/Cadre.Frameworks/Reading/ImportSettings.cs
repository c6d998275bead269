using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Cadre.Frameworks.Reading;

/// <summary>
/// What <c>import.yaml</c> says: which publications to read, what they call things, and how wide the imported
/// assumptions are. Every figure that an import needs and no publication gives stands there, none in the program.
/// </summary>
public sealed class ImportSettings
{
    /// <summary>The publication of staff, joiners and leavers by organisation in one month.</summary>
    public Publication Month { get; set => field = value ?? new(); } = new();

    /// <summary>The publication of stock, joiners and leavers by age band in twelve months.</summary>
    public Publication Year { get; set => field = value ?? new(); } = new();

    /// <summary>The publication of population by system.</summary>
    public Publication Population { get; set => field = value ?? new(); } = new();

    /// <summary>The cluster of organisations that the framework holds, as the month's publication writes it.</summary>
    public string Cluster { get; set => field = value ?? ""; } = "";

    /// <summary>Code and name of the nation.</summary>
    public NationNames Nation { get; set => field = value ?? new(); } = new();

    /// <summary>Note for a system in which no organisation of the cluster has its headquarters.</summary>
    public string NoteForSystemsWithoutStaff { get; set => field = value ?? ""; } = "";

    /// <summary>How wide the imported assumptions are.</summary>
    public ImportRanges Ranges { get; set => field = value ?? new(); } = new();

    /// <summary>By code of a leaf staff group: what the publications call it and whose ages it takes.</summary>
    public Dictionary<string, PublishedGroup> StaffGroups { get; set => field = value ?? []; } = [];

    /// <summary>Where the framework is made of one publication of staff and of a plan's totals; null where it is made of the three publications above.</summary>
    public PlanImportSettings? Plan { get; set; }

    /// <summary>Reads the settings of a framework's folder.</summary>
    /// <exception cref="FrameworkException">There are none, or they are wrong.</exception>
    public static ImportSettings Read(string folder)
    {
        var path = Path.Combine(folder, FrameworkTables.ImportFile);
        if (!File.Exists(path))
            throw new FrameworkException([new Problem(FrameworkTables.ImportFile, 0, null, "no such file", "a framework with an importer has one (docs/frameworks.md)")]);
        if (LinkedFile.FaultOf(path, folder) is { } link)
            throw new FrameworkException([new Problem(FrameworkTables.ImportFile, 0, null, link, "a file of the framework's own folder")]);
        var problems = new Problems();
        var settings = BoundedFile.Read(path, FrameworkTables.ImportFile, problems) is { } bytes && YamlMapping.Read(bytes, FrameworkTables.ImportFile, problems) is not null
            ? Parse(Encoding.UTF8.GetString(bytes), problems)
            : null;
        problems.ThrowIfAny();
        return settings!;
    }

    /// <summary>Reads the settings from the text of the file; null, with the faults reported, when they are wrong.</summary>
    internal static ImportSettings? Parse(string text, Problems problems)
    {
        try
        {
            var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().WithTypeConverter(new ImportNumbers()).Build();
            var settings = reader.Deserialize<ImportSettings?>(text) ?? new ImportSettings();
            var before = problems.Count;
            foreach (var key in settings.Missing())
                problems.Add(new Problem(FrameworkTables.ImportFile, 0, key, "nothing that fits", "a value (docs/frameworks.md)"));
            foreach (var (key, publication) in settings.Publications.Where(pair => pair.Publication.File.Length > 0 && RelativePath.IsFaulty(pair.Publication.File)))
                problems.Add(new Problem(FrameworkTables.ImportFile, 0, $"{key}.file", FoundText.Quoted(publication.File), RelativePath.Expected));
            return problems.Count == before ? settings : null;
        }
        catch (YamlException wrong)
        {
            problems.Add(FaultOf(wrong, text));
            return null;
        }
    }

    private static Problem FaultOf(YamlException wrong, string text)
    {
        var line = (int)wrong.Start.Line;
        for (Exception? inner = wrong; inner is not null; inner = inner.InnerException)
        {
            if (inner is ImportNumbers.FaultException number)
                return new Problem(FrameworkTables.ImportFile, (int)number.Start.Line, number.KeyIn(text), number.Message, number.Expected);
        }

        // YamlDotNet names an unknown key in quotes within a sentence about its own types.
        var said = wrong.InnerException?.Message ?? wrong.Message;
        var found = said.StartsWith("Property '", StringComparison.Ordinal) ? $"an unknown key \"{said.Split('\'')[1]}\"" : FoundText.Short(said.ReplaceLineEndings(" "));
        return new Problem(FrameworkTables.ImportFile, line, null, found, "the keys and values of docs/frameworks.md");
    }

    /// <summary>The publications, by the key that names them.</summary>
    internal IEnumerable<(string Key, Publication Publication)> Publications =>
        Plan is null ? [("month", Month), ("year", Year), ("population", Population)] : [("plan.stock", Plan.Stock)];

    /// <summary>The leaves that an import writes.</summary>
    internal IEnumerable<string> Leaves => Plan is null ? StaffGroups.Keys : Plan.StaffGroups.Keys;

    private IEnumerable<string> Missing()
    {
        foreach (var (name, publication) in Publications)
        {
            if (publication.File.Length == 0) yield return $"{name}.file";
            if (publication.Period.Length == 0) yield return $"{name}.period";
            if (publication.Source.Length == 0) yield return $"{name}.source";
            if (publication.KnownOn.Length == 0) yield return $"{name}.known_on";
        }

        foreach (var key in Plan is null ? MissingOfMonth() : Plan.Missing().Concat(BesidePlan()))
            yield return key;
    }

    /// <summary>Keys of the other kind of import, which do not stand beside a plan.</summary>
    private IEnumerable<string> BesidePlan()
    {
        if (Month.File.Length > 0 || Year.File.Length > 0 || Population.File.Length > 0 || StaffGroups.Count > 0)
            yield return "plan (without month, year, population and staff_groups beside it)";
    }

    private IEnumerable<string> MissingOfMonth()
    {
        if (Cluster.Length == 0) yield return "cluster";
        if (Nation.Code.Length == 0) yield return "nation.code";
        if (Ranges.LeavingPublished <= 1) yield return "ranges.leaving_published (over 1)";
        if (Ranges.LeavingPooled <= 1) yield return "ranges.leaving_pooled (over 1)";
        if (Ranges.NetChangePublished <= 0) yield return "ranges.net_change_published (over 0)";
        if (StaffGroups.Count == 0) yield return "staff_groups";
        foreach (var (code, group) in StaffGroups)
        {
            if (group is null)
            {
                yield return $"staff_groups.{code}";
                continue;
            }

            if (group.Published.Length == 0) yield return $"staff_groups.{code}.published";
            if (group.AgesLike is { } like && (!StaffGroups.ContainsKey(like) || like == code)) yield return $"staff_groups.{code}.ages_like (a staff group of this file; found {like})";
        }
    }
}

/// <summary>A publication.</summary>
public sealed class Publication
{
    /// <summary>Path under the data folder.</summary>
    public string File { get; set => field = value ?? ""; } = "";

    /// <summary>Of a workbook, the sheet to read; blank for its only one in sight.</summary>
    public string Sheet { get; set => field = value ?? ""; } = "";

    /// <summary>The period to use, as the file writes it.</summary>
    public string Period { get; set => field = value ?? ""; } = "";

    /// <summary>Id of the evidence item.</summary>
    public string Source { get; set => field = value ?? ""; } = "";

    /// <summary>Day on which it became public.</summary>
    public string KnownOn { get; set => field = value ?? ""; } = "";

    /// <summary>Note on that day.</summary>
    public string KnownOnNote { get; set => field = value ?? ""; } = "";
}

/// <summary>Code and name of the nation.</summary>
public sealed class NationNames
{
    /// <summary>The code.</summary>
    public string Code { get; set => field = value ?? ""; } = "";

    /// <summary>The name.</summary>
    public string Name { get; set => field = value ?? ""; } = "";
}

/// <summary>How wide the imported assumptions are.</summary>
public sealed class ImportRanges
{
    /// <summary>Leaving rate of a group with a 12-month figure: high over central, and central over low.</summary>
    public double LeavingPublished { get; set; }

    /// <summary>The same for a group that takes the pooled ratio.</summary>
    public double LeavingPooled { get; set; }

    /// <summary>Net change of a group with a 12-month figure: high less central, percent per year.</summary>
    public double NetChangePublished { get; set; }

    /// <summary>Why these widths.</summary>
    public string Note { get; set => field = value ?? ""; } = "";
}

/// <summary>A leaf staff group in the publications.</summary>
public sealed class PublishedGroup
{
    /// <summary>Its name in the publications.</summary>
    public string Published { get; set => field = value ?? ""; } = "";

    /// <summary>Age at which its first band begins.</summary>
    public int Youngest { get; set; } = 16;

    /// <summary>The group whose age bands it takes; null when its own are published.</summary>
    public string? AgesLike { get; set; }

    /// <summary>Shares of the stock, percent, that replace the borrowed ones, by a band's first age.</summary>
    public Dictionary<int, double> Reweight { get; set => field = value ?? []; } = [];

    /// <summary>Source of <see cref="Reweight"/>.</summary>
    public string ReweightSource { get; set => field = value ?? ""; } = "";

    /// <summary>False for staff of unknown classification, who keep their stock.</summary>
    public bool Fitted { get; set; } = true;
}
