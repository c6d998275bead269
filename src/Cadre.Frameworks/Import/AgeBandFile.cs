using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>
/// The publisher's stock, joiners and leavers by age band for twelve months and the whole country ("Turnover 2").
/// </summary>
internal sealed class AgeBandFile
{
    private static readonly (string Name, int From, int To)[] Bands =
    [
        ("Under 25", 16, 25), ("25 to 34", 25, 35), ("35 to 44", 35, 45), ("45 to 54", 45, 55), ("55 to 64", 55, 65), ("65 and over", 65, 76),
    ];

    private const string AllBands = "All age bands";
    private const string AllGrades = "All grades";

    private readonly Dictionary<(string Group, string Band, string Type), (double? Heads, double Fte)> _values = [];

    private AgeBandFile() { }

    public SortedDictionary<string, int> NotUsed { get; } = new(StringComparer.Ordinal);

    public int RowCount { get; private set; }

    /// <summary>What a reader of the report should know about the file.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Blank headcounts that were worked out from FTE.</summary>
    public int BlankHeadcounts { get; private set; }

    public static AgeBandFile Read(string dataFolder, ImportSettings settings)
    {
        var file = PublishedFile.Read(dataFolder, settings.Year, "PERIOD", "TYPE", "STAFF_GROUP", "GRADE", "AGE_BAND", "HC", "FTE");
        var result = new AgeBandFile { RowCount = file.Rows.Count, Notes = file.Notes };
        foreach (var row in file.Rows)
        {
            if (file.Text(row, "PERIOD") != settings.Year.Period) result.Skip($"another period than {settings.Year.Period}");
            else if (file.Text(row, "GRADE") != AllGrades) result.Skip("a single grade (all grades are used)");
            else if (Bands.All(band => band.Name != file.Text(row, "AGE_BAND")) && file.Text(row, "AGE_BAND") != AllBands)
                file.AddProblem(row, "AGE_BAND", $"\"{file.Text(row, "AGE_BAND")}\"", $"{AllBands}, {string.Join(", ", Bands.Select(band => band.Name))}");
            else result._values[(file.Text(row, "STAFF_GROUP"), file.Text(row, "AGE_BAND"), file.Text(row, "TYPE"))] = (file.Number(row, "HC"), file.Required(row, "FTE"));
        }

        result.BlankHeadcounts = result._values.Count(value => value.Value.Heads is null);
        return file.Problems.Count == 0 ? result : throw new FrameworkException(file.Problems);
    }

    /// <summary>The group's yearly rates over the whole country; null when the file does not hold it.</summary>
    public YearRates? RatesOf(string group)
    {
        if (Value(group, AllBands, "Joiners") is not { } joiners || Value(group, AllBands, "Leavers") is not { } leavers
            || Value(group, AllBands, "Denominator at end of period") is not { } end) return null;
        return new YearRates(joiners.Fte, leavers.Fte, AverageStaff(end.Fte, joiners.Fte, leavers.Fte));
    }

    /// <summary>What the file says of the group's bands, from <paramref name="youngest"/> up.</summary>
    public PublishedBand[] BandsOf(string group, int youngest)
    {
        var bands = Bands.Where(band => band.To > youngest).Select(band => Band(group, band.Name, Math.Max(band.From, youngest), band.To)).ToArray();
        var (stock, joiners) = (bands.Sum(band => band.StockShare), bands.Sum(band => band.JoinerShare));
        return [.. bands.Select(band => band with { StockShare = band.StockShare / stock, JoinerShare = band.JoinerShare / joiners })];
    }

    /// <summary>Average staff when the stock at the start is not published.</summary>
    private static double AverageStaff(double end, double joiners, double leavers) => end - ((joiners - leavers) / 2);

    private PublishedBand Band(string group, string name, int from, int to)
    {
        var end = Value(group, name, "Denominator at end of period") ?? throw Missing(group, name);
        var joiners = Value(group, name, "Joiners") ?? throw Missing(group, name);
        var leavers = Value(group, name, "Leavers") ?? throw Missing(group, name);
        if (end.Heads is not > 0) throw Missing(group, name);
        var ftePerHead = end.Fte / end.Heads.Value;
        return new PublishedBand(
            from, to, end.Heads.Value, ftePerHead, leavers.Fte / AverageStaff(end.Fte, joiners.Fte, leavers.Fte), joiners.Heads ?? joiners.Fte / ftePerHead);
    }

    private (double? Heads, double Fte)? Value(string group, string band, string type) =>
        _values.TryGetValue((group, band, type), out var value) ? value : null;

    private static FrameworkException Missing(string group, string band) =>
        new([new Problem(FrameworkTables.ImportFile, 0, "year.file", $"no complete rows for {group}, {band}", "stock with headcount, joiners and leavers for all grades of every band")]);

    private void Skip(string reason) => NotUsed[reason] = NotUsed.GetValueOrDefault(reason) + 1;
}

/// <summary>FTE joiners, leavers and average staff of twelve months.</summary>
internal sealed record YearRates(double Joiners, double Leavers, double AverageStaff);

/// <summary>An age band: shares of heads, FTE per head, leavers per year over average staff.</summary>
internal sealed record PublishedBand(int From, int To, double StockShare, double FtePerHead, double LeavingRate, double JoinerShare);
