using System.Globalization;
using System.Text.RegularExpressions;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>
/// The publisher's staff by organisation, staff group and nationality ("HCHS staff by nationality"), FTE, its nationalities added up.
/// </summary>
internal sealed partial class StaffByOrganisationFile
{
    private const string Suppressed = "*";

    private readonly Dictionary<(string Organisation, string Group), decimal> _fte = [];

    private StaffByOrganisationFile() { }

    /// <summary>Rows of the file.</summary>
    public int RowCount { get; private set; }

    /// <summary>Rows that were read but not used, by reason.</summary>
    public SortedDictionary<string, int> NotUsed { get; } = new(StringComparer.Ordinal);

    /// <summary>FTE of a staff group of an organisation; 0 where the file has none.</summary>
    public double Fte(string organisation, string group) => (double)_fte.GetValueOrDefault((organisation, group));

    /// <summary>Reads the rows of the organisations that a framework lists.</summary>
    /// <exception cref="FrameworkException">A row is wrong, a staff group is not in the settings, or an organisation has no row; all are named.</exception>
    public static StaffByOrganisationFile Read(string dataFolder, PlanImportSettings settings, IReadOnlyList<string> organisations)
    {
        var file = PublishedFile.Read(dataFolder, settings.Stock, "month", "org_code", "staff_group", "fte");
        var nationality = file.Has("nationality_group") ? "nationality_group" : "nationality";
        if (!file.Has(nationality))
            throw new FrameworkException([new Problem(settings.Stock.File, 1, "nationality", "no such column", "the columns month, org_code, staff_group, nationality, fte")]);
        var groups = settings.StaffGroups.Values.Select(group => group.Published).ToHashSet();
        var result = new StaffByOrganisationFile { RowCount = file.Rows.Count };
        var (listed, seen) = (organisations.ToHashSet(), new Dictionary<(string, string, string), int>());
        foreach (var row in file.Rows)
        {
            if (file.Text(row, "month") != settings.Stock.Period) result.Skip($"another month than {settings.Stock.Period}");
            else if (!seen.TryAdd((file.Text(row, "org_code"), file.Text(row, "staff_group"), file.Text(row, nationality)), row.Line))
                file.AddProblem(row, nationality, $"\"{file.Text(row, nationality)}\" again", "one row for each organisation, staff group and nationality");
            else result.Add(file, row, listed, groups);
        }

        foreach (var organisation in organisations.Where(organisation => result._fte.Keys.All(key => key.Organisation != organisation)))
            file.Problems.Add(new Problem(settings.Stock.File, 0, "org_code", $"no row of {organisation} in {settings.Stock.Period}", "every trust of places.csv whose sector is nhs_mental_health"));
        return file.Problems.Count == 0 ? result : throw new FrameworkException(file.Problems);
    }

    private void Add(PublishedFile file, PublishedRow row, HashSet<string> listed, HashSet<string> groups)
    {
        var (organisation, group, text) = (file.Text(row, "org_code"), file.Text(row, "staff_group"), file.Text(row, "fte"));
        if (text != Suppressed && !Number().IsMatch(text))
            file.AddProblem(row, "fte", text.Length == 0 ? "an empty cell" : $"\"{text}\"", "FTE, 0 or more, such as 1,234.5, or * where it is suppressed");
        else if (!groups.Contains(group))
            file.AddProblem(row, "staff_group", $"\"{group}\"", $"a staff group of {FrameworkTables.ImportFile}: {string.Join(", ", groups.Where(name => name.Length > 0))}");
        else if (!listed.Contains(organisation)) Skip("another organisation than the framework's");
        else if (text == Suppressed) Skip("suppressed (*): counted as 0");
        else _fte[(organisation, group)] = _fte.GetValueOrDefault((organisation, group)) + decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private void Skip(string reason) => NotUsed[reason] = NotUsed.GetValueOrDefault(reason) + 1;

    [GeneratedRegex(@"^([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,9})(\.[0-9]{1,12})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
