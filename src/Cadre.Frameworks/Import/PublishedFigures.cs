using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>
/// The publications of an import, read, with what docs/method.md sections 5.1 to 5.5 make of them before any fit.
/// </summary>
internal sealed class PublishedFigures
{
    private readonly ImportSettings _settings;
    private readonly Dictionary<string, List<RegularGroupCell>> _cells = [];
    private readonly YearlyLevels _levels;

    private PublishedFigures(ImportSettings settings, TurnoverFile month, AgeBandFile year, PopulationFile population)
    {
        (_settings, Month, Year, Population) = (settings, month, year, population);
        foreach (var (code, group) in settings.StaffGroups)
            _cells.Add(code, RegularCells(code, group));
        _levels = new YearlyLevels(settings, month, year);
    }

    public TurnoverFile Month { get; }

    public AgeBandFile Year { get; }

    public PopulationFile Population { get; }

    public (double Leaving, double Joining) PooledRatio => _levels.PooledRatio;

    public (double Net, double Gross) FteNotCarried
    {
        get
        {
            var left = _cells.Values.SelectMany(cells => cells).Select(cell => cell.Cell)
                .Select(cell => cell.RegradedFte - (cell.Published.Start.Heads > 0 ? cell.Regraded * cell.Published.Start.Fte / cell.Published.Start.Heads : 0)).ToList();
            return (left.Sum(), left.Sum(Math.Abs));
        }
    }

    public IReadOnlyList<FileUse> Files =>
    [
        new(_settings.Month.File, Month.RowCount, Month.NotUsed, Month.Notes),
        new(_settings.Year.File, Year.RowCount, Year.NotUsed, [.. Year.Notes, .. Year.BlankHeadcounts > 0 ? (string[])[$"{Year.BlankHeadcounts} blank headcounts of used rows replaced by FTE over the band's FTE per head"] : []]),
        new(_settings.Population.File, Population.RowCount, Population.NotUsed, Population.Notes),
    ];

    public static PublishedFigures Read(string dataFolder, ImportSettings settings) =>
        new(settings, TurnoverFile.Read(dataFolder, settings), AgeBandFile.Read(dataFolder, settings), PopulationFile.Read(dataFolder, settings));

    /// <summary>The cells of a staff group, in the order of the organisations' codes.</summary>
    public IReadOnlyList<RegularGroupCell> CellsOf(string group) => _cells[group];

    /// <summary>
    /// Yearly rates of a staff group; of one that is not fitted, the rate of all staff with the pooled ratio.
    /// </summary>
    public YearlyLevel LevelOf(string group) => _settings.StaffGroups[group].Fitted
        ? _levels.Of(group, [.. _cells[group].Select(cell => cell.Cell)])
        : _levels.Of(group, [.. _cells.Values.SelectMany(cells => cells).Select(cell => cell.Cell)]);

    /// <summary>Leaving multipliers by cell of a staff group (docs/method.md section 5.4).</summary>
    public double[] LeavingMultipliers(string group)
    {
        var cells = _cells[group];
        var (heads, leavers) = (cells.Sum(cell => cell.Heads), cells.Sum(cell => cell.Cell.Leavers.Heads));
        var ratios = Shrinkage.Ratios([.. cells.Select(cell => cell.Cell.Leavers.Heads)], [.. cells.Select(cell => leavers * cell.Heads / heads)]);
        var mean = cells.Select((cell, i) => cell.Cell.Published.Start.Fte * ratios[i]).Sum() / cells.Sum(cell => cell.Cell.Published.Start.Fte);
        return [.. ratios.Select(ratio => ratio / mean)];
    }

    /// <summary>Attractiveness by cell of a staff group (docs/method.md section 5.5).</summary>
    public double[] Attractiveness(string group)
    {
        var cells = _cells[group];
        var byRegion = cells.GroupBy(cell => cell.Region).ToDictionary(
            region => region.Key, region => region.Sum(cell => cell.Cell.Joiners.Heads) / region.Sum(cell => cell.Heads));
        return Shrinkage.Ratios([.. cells.Select(cell => cell.Cell.Joiners.Heads)], [.. cells.Select(cell => byRegion[cell.Region] * cell.Heads)]);
    }

    /// <summary>By region: its share of a staff group's inflow (docs/method.md section 5.5).</summary>
    public SortedDictionary<string, double> RegionShares(string group)
    {
        var regions = _cells[group].GroupBy(cell => cell.Region).OrderBy(region => region.Key, StringComparer.Ordinal).ToList();
        var (heads, joiners, fte) = (_cells[group].Sum(cell => cell.Heads), _cells[group].Sum(cell => cell.Cell.Joiners.Heads), _cells[group].Sum(cell => cell.Cell.Published.Start.Fte));
        var ratios = Shrinkage.Ratios(
            [.. regions.Select(region => region.Sum(cell => cell.Cell.Joiners.Heads))],
            [.. regions.Select(region => joiners * region.Sum(cell => cell.Heads) / heads)]);
        var shares = regions.Select((region, i) => region.Sum(cell => cell.Cell.Published.Start.Fte) / fte * ratios[i]).ToList();
        var sum = shares.Sum();
        return new SortedDictionary<string, double>(
            regions.Select((region, i) => (region.Key, Share: shares[i] / sum)).ToDictionary(pair => pair.Key, pair => pair.Share), StringComparer.Ordinal);
    }

    private List<RegularGroupCell> RegularCells(string code, PublishedGroup group)
    {
        var published = Month.Cells.Where(cell => cell.Key.Group == group.Published && cell.Value.Start.Heads > 0)
            .OrderBy(cell => cell.Key.Organisation, StringComparer.Ordinal).ToList();
        var split = OneOffTransfers.Split([.. published.Select(cell => cell.Value)]);
        return [.. published.Select((cell, i) => new RegularGroupCell(cell.Key.Organisation, RegionOf(cell.Key.Organisation), code, split[i]))];
    }

    private string RegionOf(string organisation) => Month.Systems[Month.Organisations[organisation].System].Region;
}

/// <summary>A cell with the place and staff group that it is of.</summary>
internal sealed record RegularGroupCell(string Organisation, string Region, string StaffGroup, RegularCell Cell)
{
    /// <summary>Heads at the start of the month.</summary>
    public double Heads => Cell.Published.Start.Heads;
}
