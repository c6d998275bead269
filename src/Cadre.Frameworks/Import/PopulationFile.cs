using System.Globalization;
using System.Text.RegularExpressions;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>Population by system, age band and sex; the import adds up sexes, and ages too.</summary>
internal sealed partial class PopulationFile
{
    private const string AgeBand = "age_band";
    private const string NamePrefix = "NHS ";
    private const string NameSuffix = " Integrated Care Board";

    private PopulationFile() { }

    /// <summary>People by the system's name, without what surrounds it in the publication.</summary>
    public SortedDictionary<string, double> PeopleByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>People by the system's name and age: the first age of a band and that before which it ends, null for no end. Empty where the file has no ages.</summary>
    public Dictionary<string, SortedDictionary<int, (int? To, double People)>> AgesByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SortedDictionary<string, int> NotUsed { get; } = new(StringComparer.Ordinal);

    public int RowCount { get; private set; }

    /// <summary>What a reader of the report should know about the file.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    public static PopulationFile Read(string dataFolder, ImportSettings settings)
    {
        var file = PublishedFile.Read(dataFolder, settings.Population, "year", "icb_name", "population");
        var result = new PopulationFile { RowCount = file.Rows.Count, Notes = file.Notes };
        foreach (var row in file.Rows)
        {
            if (file.Text(row, "year") != settings.Population.Period)
            {
                var reason = $"another year than {settings.Population.Period}";
                result.NotUsed[reason] = result.NotUsed.GetValueOrDefault(reason) + 1;
                continue;
            }

            var name = Bare(file.Text(row, "icb_name"));
            var people = file.Required(row, "population");
            result.PeopleByName[name] = result.PeopleByName.GetValueOrDefault(name) + people;
            if (file.Has(AgeBand)) result.AddAges(file, row, name, people);
        }

        return file.Problems.Count == 0 ? result : throw new FrameworkException(file.Problems);
    }

    private void AddAges(PublishedFile file, PublishedRow row, string name, double people)
    {
        var text = file.Text(row, AgeBand);
        var band = Band().Match(text);
        if (!band.Success)
        {
            file.AddProblem(row, AgeBand, FoundText.Quoted(text), "ages written like 25-34 or 85+");
            return;
        }

        if (!AgesByName.TryGetValue(name, out var ages)) AgesByName.Add(name, ages = []);
        var from = int.Parse(band.Groups["from"].ValueSpan, CultureInfo.InvariantCulture);
        int? to = band.Groups["last"].Success ? int.Parse(band.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) + 1 : null;
        if (ages.TryGetValue(from, out var other) && other.To != to)
            file.AddProblem(row, AgeBand, FoundText.Quoted(text), $"ages like those of other rows from {from}, which end {(other.To is { } end ? $"at {end - 1}" : "nowhere")}");
        else
            ages[from] = (to, other.People + people);
    }

    [GeneratedRegex("^(?<from>[0-9]{1,3})(-(?<last>[0-9]{1,3})|\\+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Band();

    private static string Bare(string name)
    {
        if (name.StartsWith(NamePrefix, StringComparison.Ordinal)) name = name[NamePrefix.Length..];
        return name.EndsWith(NameSuffix, StringComparison.Ordinal) ? name[..^NameSuffix.Length] : name;
    }
}
