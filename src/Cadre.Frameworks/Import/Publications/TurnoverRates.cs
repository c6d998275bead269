using Cadre.Engine.Model;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>A rate of a staff group, percent a year of average staff, FTE.</summary>
/// <param name="Parameter">Its name in the register: leaving_rate, net_change.</param>
/// <param name="Place">Index of the place.</param>
/// <param name="StaffGroup">Index of the staff group.</param>
/// <param name="Low">Low end of its range.</param>
/// <param name="Central">The latest twelve months.</param>
/// <param name="High">High end of its range.</param>
/// <param name="From">The twelve months behind it, and how many there are.</param>
internal sealed record PublishedRate(string Parameter, int Place, int StaffGroup, double Low, double Central, double High, string From);

/// <summary>
/// Makes rates of the years of a turnover file. Central is the latest twelve months; the range goes from the least to the greatest of the published years, and on
/// each side at least as far as the columns file's (or the importer's) least width.
/// </summary>
internal sealed class TurnoverRates(Dictionary<(int Place, int StaffGroup), List<TurnoverYear>> years, PublicationWork work)
{
    private const double MostLeaving = 100;
    private const double MostNetChange = 50;

    /// <summary>Leaving rates of every place, net changes of the nation alone, by place and staff group.</summary>
    public IEnumerable<PublishedRate> All
    {
        get
        {
            foreach (var ((place, group), ofGroup) in years.OrderBy(of => of.Key))
            {
                LeaveOutIncomplete(ofGroup);
                var net = work.Model.Places[place].Level == PlaceLevel.Nation ? NetChange(place, group, ofGroup) : null;
                if (Leaving(place, group, ofGroup, net is not null) is { } leaving)
                    yield return leaving;
                if (net is not null)
                    yield return net;
            }
        }
    }

    private void LeaveOutIncomplete(List<TurnoverYear> ofGroup)
    {
        foreach (var year in ofGroup.Where(year => !IsGood(year)))
        {
            var reason = year.IsSuppressed ? "another figure of the same year, staff group and place is held back (*)"
                : year.Leavers is null ? "no leavers of the same year, staff group and place"
                : year.AverageStaff is null ? "neither start and end nor end, joiners and leavers of the same year, staff group and place"
                : "no staff on average";
            work.Tally.LeaveOutAfterAll(year.Rows, reason);
        }
    }

    private static bool IsGood(TurnoverYear year) => year is { IsSuppressed: false, Leavers: not null, AverageStaff: > 0 };

    private PublishedRate? Leaving(int place, int group, List<TurnoverYear> ofGroup, bool hasNetChange)
    {
        var good = ofGroup.Where(IsGood).ToList();
        var rates = good.Select(year => (year.Until, Rate: 100 * year.Leavers!.Value / year.AverageStaff!.Value)).ToList();
        if (rates.Count == 0)
            return null;
        var central = rates[^1].Rate;
        if (central is 0 or > MostLeaving)
        {
            var found = central == 0 ? "no leavers" : "more leavers than average staff";
            if (hasNetChange)
                work.File.Notes.Add($"{NameOf(place, group)}: {found} in the latest twelve months, so no leaving rate; the net change is used.");
            else
                work.Tally.LeaveOutAfterAll(good.SelectMany(year => year.Rows), $"{found} in the latest twelve months: no rate");
            return null;
        }

        var factor = work.Columns.LeavingFactor;
        var low = Math.Min(rates.Min(rate => rate.Rate), central / factor);
        var high = Math.Min(MostLeaving, Math.Max(rates.Max(rate => rate.Rate), central * factor));
        return new PublishedRate("leaving_rate", place, group, low, central, high, From(rates));
    }

    private PublishedRate? NetChange(int place, int group, List<TurnoverYear> ofGroup)
    {
        var rates = ofGroup.Where(year => IsGood(year) && year.Joiners is not null)
            .Select(year => (year.Until, Rate: 100 * (year.Joiners!.Value - year.Leavers!.Value) / year.AverageStaff!.Value)).ToList();
        if (rates.Count == 0)
            return null;
        if (Math.Abs(rates[^1].Rate) >= MostNetChange)
        {
            work.File.Notes.Add(FormattableString.Invariant(
                $"{NameOf(place, group)}: a net change of {rates[^1].Rate:0.00}% in the twelve months to {rates[^1].Until} is not used: it must be under {MostNetChange:0} either way."));
            return null;
        }

        var (central, points) = (rates[^1].Rate, work.Columns.NetChangePoints);
        var low = Math.Max(-MostNetChange, Math.Min(rates.Min(rate => rate.Rate), central - points));
        var high = Math.Min(MostNetChange, Math.Max(rates.Max(rate => rate.Rate), central + points));
        return new PublishedRate("net_change", place, group, low, central, high, From(rates));
    }

    private string NameOf(int place, int group) => $"{work.Model.StaffGroups[group].Name}, {work.Model.Places[place].Name}";

    private static string From(List<(CalendarMonth Until, double Rate)> rates) =>
        rates.Count == 1 ? $"twelve months to {rates[^1].Until}" : $"twelve months to {rates[^1].Until}, range of {rates.Count} years from {rates[0].Until}";
}
