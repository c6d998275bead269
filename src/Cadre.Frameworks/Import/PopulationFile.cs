using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>Population by system, age band and sex; the import adds up ages and sexes.</summary>
internal sealed class PopulationFile
{
    private const string NamePrefix = "NHS ";
    private const string NameSuffix = " Integrated Care Board";

    private PopulationFile() { }

    /// <summary>People by the system's name, without what surrounds it in the publication.</summary>
    public SortedDictionary<string, double> PeopleByName { get; } = new(StringComparer.OrdinalIgnoreCase);

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
            result.PeopleByName[name] = result.PeopleByName.GetValueOrDefault(name) + file.Required(row, "population");
        }

        return file.Problems.Count == 0 ? result : throw new FrameworkException(file.Problems);
    }

    private static string Bare(string name)
    {
        if (name.StartsWith(NamePrefix, StringComparison.Ordinal)) name = name[NamePrefix.Length..];
        return name.EndsWith(NameSuffix, StringComparison.Ordinal) ? name[..^NameSuffix.Length] : name;
    }
}
