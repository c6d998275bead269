using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>
/// Yearly rates of a staff group from its month and the ratio of year to month in the country (docs/method.md
/// section 5.2). Rates are shares per year over average staff, in FTE.
/// </summary>
/// <param name="LeavingRate">Leavers.</param>
/// <param name="JoiningRate">Joiners; null where the year is not published.</param>
/// <param name="LeavingRatio">The country's 12-month rate over twelve times its rate in the month.</param>
/// <param name="JoiningRatio">The same for joiners.</param>
internal sealed record YearlyLevel(double LeavingRate, double? JoiningRate, double LeavingRatio, double JoiningRatio)
{
    /// <summary>Whether the country publishes twelve months for this group.</summary>
    public bool IsPublished => JoiningRate is not null;
}

/// <summary>Works out <see cref="YearlyLevel"/>s.</summary>
internal sealed class YearlyLevels
{
    private readonly ImportSettings _settings;
    private readonly TurnoverFile _month;
    private readonly AgeBandFile _year;
    private readonly (double Leaving, double Joining) _pooled;

    public YearlyLevels(ImportSettings settings, TurnoverFile month, AgeBandFile year)
    {
        (_settings, _month, _year) = (settings, month, year);
        _pooled = Pool();
    }

    /// <summary>The pooled ratio of the groups with a 12-month figure, of leaving and of joining.</summary>
    public (double Leaving, double Joining) PooledRatio => _pooled;

    /// <summary>The level of one staff group with these cells.</summary>
    public YearlyLevel Of(string group, IReadOnlyList<RegularCell> cells)
    {
        var staff = cells.Sum(cell => cell.Published.AverageFte);
        var leaving = 12 * cells.Sum(cell => cell.Leavers.Fte) / staff;
        var joining = 12 * cells.Sum(cell => cell.Joiners.Fte) / staff;
        var published = _settings.StaffGroups[group].Published;
        if (_year.RatesOf(published) is not { } year)
            return new YearlyLevel(leaving * _pooled.Leaving, null, _pooled.Leaving, _pooled.Joining);
        var country = _month.Country(published);
        var leavingRatio = year.Leavers / year.AverageStaff / (12 * country.Leavers.Fte / country.AverageFte);
        var joiningRatio = year.Joiners / year.AverageStaff / (12 * country.Joiners.Fte / country.AverageFte);
        return new YearlyLevel(leaving * leavingRatio, joining * joiningRatio, leavingRatio, joiningRatio);
    }

    private (double Leaving, double Joining) Pool()
    {
        var groups = _settings.StaffGroups.Values.Select(group => (Year: _year.RatesOf(group.Published), Month: _month.Country(group.Published)))
            .Where(group => group.Year is not null).ToArray();
        var (staffYear, staffMonth) = (groups.Sum(group => group.Year!.AverageStaff), groups.Sum(group => group.Month.AverageFte));
        return (
            groups.Sum(group => group.Year!.Leavers) / staffYear / (12 * groups.Sum(group => group.Month.Leavers.Fte) / staffMonth),
            groups.Sum(group => group.Year!.Joiners) / staffYear / (12 * groups.Sum(group => group.Month.Joiners.Fte) / staffMonth));
    }
}
