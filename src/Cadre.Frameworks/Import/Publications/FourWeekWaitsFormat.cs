using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Referral spells of community mental health and of children's services, started, closed and open, by provider, system and for England ("four-week waits").</summary>
internal sealed class FourWeekWaitsFormat() : ActivityFormat(
    "four-week waits of community mental health",
    ["REPORTING_PERIOD_START", "REPORTING_PERIOD_END", "BREAKDOWN", "PRIMARY_LEVEL", "MEASURE_ID", "MEASURE_VALUE"],
    ["STATUS", "PRIMARY_LEVEL_DESCRIPTION", "SECONDARY_LEVEL", "MEASURE_NAME"],
    new PublicationEvidence("mhsds-four-week-waits", "Mental Health Services Monthly Statistics: four-week waits", "NHS England"))
{
    /// <summary>How measures begin that are no counts.</summary>
    private static readonly string[] Shares = ["Proportion", "Percentage", "Median", "90th percentile"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Days => ["REPORTING_PERIOD_START", "REPORTING_PERIOD_END"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Levels => ["Provider", "Sub-ICB", "ICB", "Region", "England"];

    /// <inheritdoc/>
    protected override string ValueColumn => "MEASURE_VALUE";

    /// <inheritdoc/>
    protected override PublishedCount? Read(PublicationWork work, PublishedRow row)
    {
        var (name, second) = (work.Text(row, "MEASURE_NAME"), work.Text(row, "SECONDARY_LEVEL"));
        var (start, end) = (DayOf(work, row, "REPORTING_PERIOD_START"), DayOf(work, row, "REPORTING_PERIOD_END"));
        if (start is not { } from || end is not { } until)
            return null;
        if (from.Day != 1 || until.Day != DateTime.DaysInMonth(until.Year, until.Month) || until < from)
            work.File.Report(row, "REPORTING_PERIOD_END", $"{from:yyyy-MM-dd} to {until:yyyy-MM-dd}", "whole months, from the first day of one to the last of one");
        else if (IsShare(work, row, name))
            work.Tally.LeaveOut(row, "no count but a share, median or percentile", work.Text(row, "MEASURE_ID"));
        else if (second.Length > 0 && !Same(second, "NONE"))
            work.Tally.LeaveOut(row, "a part by a second level", second);
        else
            return CountOf(work, row, name, CalendarMonth.Of(from), CalendarMonth.Of(until));
        return null;
    }

    private static PublishedCount CountOf(PublicationWork work, PublishedRow row, string name, CalendarMonth from, CalendarMonth until) => new(
        row, work.Text(row, "BREAKDOWN"), work.Text(row, "PRIMARY_LEVEL"), work.Text(row, "PRIMARY_LEVEL_DESCRIPTION"), work.Text(row, "MEASURE_ID"),
        name.Contains("at the end of the RP", StringComparison.OrdinalIgnoreCase), $"{from} to {until}", from, until.MonthsSince(from) + 1);

    private static bool IsShare(PublicationWork work, PublishedRow row, string name) =>
        Shares.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || work.Text(row, "MEASURE_VALUE").EndsWith('%');

    private static DateOnly? DayOf(PublicationWork work, PublishedRow row, string column)
    {
        var text = work.Text(row, column);
        if (work.Days.Read(text) is { } day)
            return day;
        work.File.Report(row, column, text.Length == 0 ? "an empty cell" : FoundText.Quoted(text), PublishedDays.Expected);
        return null;
    }
}
