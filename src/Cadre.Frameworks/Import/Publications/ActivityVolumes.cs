using Cadre.Engine.Model;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>An activity of a trust.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Place">Index of the trust.</param>
/// <param name="Volume">Units in the first year.</param>
/// <param name="Growth">Percent a year; null where neither columns file nor publication tells it.</param>
/// <param name="Grade">How good the volume is.</param>
/// <param name="From">Where it comes from.</param>
internal sealed record ActivityVolume(ResolvedActivity Activity, int Place, double Volume, double? Growth, Grade Grade, string From);

/// <summary>
/// Makes yearly volumes of published counts. A count of a period: the twelve months up to the latest that is published, times twelve over the months that are there, where at least
/// half of them are. A count of a day: the latest. A volume of a system, region or nation is spread over its trusts by the staff group's opening FTE.
/// </summary>
internal sealed class ActivityVolumes(PublicationWork work, IReadOnlyList<ResolvedActivity> activities, IReadOnlyList<PublishedCount> counts)
{
    private const int MonthsOfYear = 12;
    private const double MostGrowth = 100;

    private sealed record OfCode(double Volume, double? Before, bool IsPublishedYear, string From);

    /// <summary>
    /// What a measure has of all organisations together: its last month, and how many months its periods of the twelve up to it have, and those of the twelve before.
    /// </summary>
    private sealed record Periods(CalendarMonth Last, int Now, int Before)
    {
        public static Periods Of(List<PublishedCount> ofMeasure)
        {
            var last = ofMeasure.Count == 0 ? default : ofMeasure.Max(count => count.Until);
            int MonthsOf(CalendarMonth until) =>
                ofMeasure.Where(count => IsOfYear(count, until)).Select(count => (count.From, count.Months)).Distinct().Sum(period => period.Months);
            return new Periods(last, MonthsOf(last), MonthsOf(last.PlusMonths(-MonthsOfYear)));
        }
    }

    /// <summary>The volumes, by activity and trust; of a trust that lies in several places that are published, added up.</summary>
    public IEnumerable<ActivityVolume> All
    {
        get
        {
            foreach (var activity in activities)
            {
                var ofMeasure = counts.Where(count => ActivityFormat.Same(count.Measure, activity.Rule.Measure.Value)).ToList();
                var periods = Periods.Of(ofMeasure);
                var parts = ofMeasure.GroupBy(PlaceOf).Where(of => of.Key >= 0).SelectMany(of => Spread(activity, of.Key, [.. of], periods)).ToList();
                foreach (var of in parts.GroupBy(part => part.Place))
                {
                    var volume = of.Sum(part => part.Volume);
                    var growth = volume > 0 ? of.Sum(part => part.Volume / volume * (part.Growth ?? 0)) : 0;
                    yield return of.First() with { Volume = volume, Growth = of.All(part => part.Growth is null) ? null : growth, Grade = of.Max(part => part.Grade) };
                }
            }
        }
    }

    private int PlaceOf(PublishedCount count)
    {
        var place = work.Codes.PlaceOf(count.Code);
        if (place >= 0)
            return place;
        var near = work.Codes.NearPlace(count.Code, count.Name, isTrust: count.Level.StartsWith("Provider", StringComparison.OrdinalIgnoreCase));
        work.Tally.LeaveOut(count.Row, "organisation is no place of the framework", count.Code, near);
        return place;
    }

    /// <summary>The volume of a place, spread over its trusts.</summary>
    private IEnumerable<ActivityVolume> Spread(ResolvedActivity activity, int place, List<PublishedCount> ofPlace, Periods periods)
    {
        var codes = ofPlace.GroupBy(count => count.Code).Select(of => VolumeOf([.. of], periods)).OfType<OfCode>().ToList();
        if (codes.Count == 0)
            yield break;
        var shares = SharesOf(activity, place);
        if (shares.Count == 0)
        {
            work.Tally.LeaveOutAfterAll(ofPlace.Select(count => count.Row), "no trust of the place has staff of the activity's staff group", work.Model.Places[place].Code);
            yield break;
        }

        var isTrust = work.Model.Places[place].Level == PlaceLevel.Trust;
        var grade = !isTrust ? Grade.C : codes is [{ IsPublishedYear: true }] ? Grade.A : Grade.B;
        var (sites, spread) = (codes.Count > 1 ? $", {codes.Count} sites" : "", isTrust ? "" : $", of {work.Model.Places[place].Code} by the opening FTE of its trusts");
        var from = $"{codes[^1].From}{sites}{spread}";
        var growth = activity.Rule.Growth ?? GrowthOf(codes);
        foreach (var (trust, share) in shares)
            yield return new ActivityVolume(activity, trust, share * codes.Sum(code => code.Volume), growth, grade, from);
    }

    /// <summary>The latest twelve months over those before them, of the codes that have both.</summary>
    private static double? GrowthOf(List<OfCode> codes)
    {
        var both = codes.Where(code => code.Before is > 0).ToList();
        if (both.Count == 0)
            return null;
        var growth = 100 * ((both.Sum(code => code.Volume) / both.Sum(code => code.Before!.Value)) - 1);
        return Math.Abs(growth) <= MostGrowth ? growth : null;
    }

    /// <summary>By trust its share of a place: itself, or its part of the staff group's opening FTE there.</summary>
    private List<(int Trust, double Share)> SharesOf(ResolvedActivity activity, int place)
    {
        if (work.Model.Places[place].Level == PlaceLevel.Trust)
            return [(place, 1)];
        var ofGroup = work.Model.Cohorts.Where(cohort => cohort.StaffGroup == activity.StaffGroup && cohort.OpeningFte.Value > 0).ToList();
        var ofService = ofGroup.Where(cohort => cohort.Service == activity.Service).ToList();
        var weights = (ofService.Count > 0 ? ofService : ofGroup).GroupBy(cohort => cohort.Place)
            .Select(of => (Trust: of.Key, Weight: ShareIn(of.Key, place) * of.Sum(cohort => cohort.OpeningFte.Value))).Where(of => of.Weight > 0).ToList();
        var sum = weights.Sum(of => of.Weight);
        return [.. weights.Select(of => (of.Trust, of.Weight / sum))];
    }

    private double ShareIn(int place, int above) => place == above ? 1 : work.Model.Places[place].Parents.Sum(parent => parent.Weight * ShareIn(parent.Place, above));

    private OfCode? VolumeOf(List<PublishedCount> ofCode, Periods periods)
    {
        foreach (var count in ofCode.Where(count => count.Value.Kind is PublishedNumberKind.Suppressed or PublishedNumberKind.Blank))
            work.Tally.LeaveOut(count.Row, count.Value.Kind == PublishedNumberKind.Blank ? "the count is blank" : "the count is held back (*): it is not taken as 0");
        return ofCode[0].IsStanding ? StandingOf(ofCode, periods.Last) : FlowOf(ofCode, periods);
    }

    private OfCode? StandingOf(List<PublishedCount> ofCode, CalendarMonth last)
    {
        double? At(CalendarMonth month) => ofCode.FirstOrDefault(count => count.Until == month && IsNumber(count))?.Value.Value;
        var older = At(last) is null ? $"the organisation has no count at the end of {last}, the latest" : "an older day than the latest and that of a year before";
        foreach (var count in ofCode.Where(IsNumber))
            Use(count, At(last) is not null && (count.Until == last || count.Until == last.PlusMonths(-MonthsOfYear)), older);
        return At(last) is { } now ? new OfCode(now, At(last.PlusMonths(-MonthsOfYear)), true, $"at the end of {last}") : null;
    }

    private OfCode? FlowOf(List<PublishedCount> ofCode, Periods periods)
    {
        var last = periods.Last;
        var now = YearUntil(ofCode, last, periods.Now);
        var before = YearUntil(ofCode, last.PlusMonths(-MonthsOfYear), periods.Before);
        foreach (var count in ofCode.Where(IsNumber))
            Use(count, count.From > last.PlusMonths(-2 * MonthsOfYear), "older than the latest twelve months and the twelve before them");
        if (now is not { } year)
        {
            work.Tally.LeaveOutAfterAll(ofCode.Select(count => count.Row), "fewer than half of the latest twelve months' counts of the organisation are published", ofCode[0].Code);
            return null;
        }

        var months = year.Months == 1 ? "one month" : $"{year.Months} months";
        var from = year.Months == MonthsOfYear ? $"twelve months to {last}" : FormattableString.Invariant($"{months} to {last} times {MonthsOfYear / (double)year.Months:0.##}");
        return new OfCode(year.Volume, before?.Volume, year is { Months: MonthsOfYear, Periods: 1 }, from);
    }

    /// <summary>What a code has of the twelve months up to one, as a year; null where less than half of what the file publishes of them is there.</summary>
    private static (double Volume, int Months, int Periods)? YearUntil(List<PublishedCount> ofCode, CalendarMonth until, int published)
    {
        var found = ofCode.Where(count => IsNumber(count) && IsOfYear(count, until)).ToList();
        var months = found.Sum(count => count.Months);
        return months > 0 && 2 * months >= published ? (found.Sum(count => count.Value.Value) * MonthsOfYear / months, months, found.Count) : null;
    }

    private void Use(PublishedCount count, bool isUsed, string reason)
    {
        if (isUsed) work.Tally.Use(count.Row);
        else work.Tally.LeaveOut(count.Row, reason);
    }

    private static bool IsOfYear(PublishedCount count, CalendarMonth until) => count.Until <= until && count.From >= until.PlusMonths(1 - MonthsOfYear);

    private static bool IsNumber(PublishedCount count) => count.Value.Kind == PublishedNumberKind.Number;
}
