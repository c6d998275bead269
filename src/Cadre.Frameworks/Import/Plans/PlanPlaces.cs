using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>The employers of places.csv, which people write: who is counted by organisation, who holds the rest, who is outside the NHS.</summary>
internal sealed class PlanPlaces
{
    private readonly Dictionary<string, string> _parents;

    private PlanPlaces(Dictionary<string, string> parents) => _parents = parents;

    /// <summary>Mental-health trusts of the NHS, by code.</summary>
    public required IReadOnlyList<string> Trusts { get; init; }

    /// <summary>The place of those who are in no listed trust.</summary>
    public required string Rest { get; init; }

    /// <summary>Employers outside the NHS, one a region, by code.</summary>
    public required IReadOnlyList<string> Outside { get; init; }

    /// <summary>The NHS's employers: the trusts, then the rest.</summary>
    public IReadOnlyList<string> Nhs => [.. Trusts, Rest];

    /// <summary>The region of an employer.</summary>
    public string RegionOf(string place) => _parents[place];

    /// <exception cref="FrameworkException">places.csv lacks the places that an import needs.</exception>
    public static PlanPlaces Read(string folder, PlanImportSettings settings)
    {
        var file = PublishedFile.Read(folder, new Publication { File = FrameworkTables.Places.File }, [.. FrameworkTables.Places.Columns]);
        string[] Of(EmployerSector sector) =>
            [.. file.Rows.Where(row => file.Text(row, "sector") == Words.Of(sector)).Select(row => file.Text(row, "place")).Distinct().Order(StringComparer.Ordinal)];
        var result = new PlanPlaces(file.Rows.GroupBy(row => file.Text(row, "place")).ToDictionary(rows => rows.Key, rows => file.Text(rows.First(), "parent")))
        {
            Trusts = Of(EmployerSector.NhsMentalHealth),
            Rest = settings.Rest.Place,
            Outside = Of(EmployerSector.ThirdSector),
        };
        if (result.Trusts.Count == 0) file.Problems.Add(Missing("no trust of sector nhs_mental_health"));
        if (!Of(EmployerSector.NhsOther).Contains(settings.Rest.Place)) file.Problems.Add(Missing($"no place {settings.Rest.Place} of sector nhs_other"));
        if (settings.Posts.Outside.Fte > 0 && result.Outside.Count == 0) file.Problems.Add(Missing("no place of sector third_sector"));
        return file.Problems.Count == 0 ? result : throw new FrameworkException(file.Problems);
    }

    private static Problem Missing(string found) => new(FrameworkTables.Places.File, 0, "sector", found, $"the places that {FrameworkTables.ImportFile} needs");
}
