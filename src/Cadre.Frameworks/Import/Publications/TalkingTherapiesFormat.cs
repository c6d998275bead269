using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Activity of NHS Talking Therapies: by month and provider, or by financial year and system, region and age group.</summary>
internal sealed class TalkingTherapiesFormat : ActivityFormat
{
    private readonly string _level;

    private TalkingTherapiesFormat(string name, string level, string[] optional)
        : base(
            name, ["REPORTING_PERIOD", level, "ORG_CODE", "MEASURE", "STATISTIC", "VALUE"], optional,
            new PublicationEvidence("talking-therapies-activity", "NHS Talking Therapies, for anxiety and depression: activity", "NHS England")) =>
        _level = level;

    /// <summary>The file by month and provider.</summary>
    public static TalkingTherapiesFormat Monthly { get; } = new("Talking Therapies activity by month and provider", "LEVEL", ["ORG_NAME"]);

    /// <summary>The file by year, system and region.</summary>
    public static TalkingTherapiesFormat Yearly { get; } = new("Talking Therapies activity by year, system and region", "ORG_TYPE", ["ORG_NAME", "VARIABLE_TYPE", "AGE_GROUP"]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Days => ["REPORTING_PERIOD"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Levels => ["Provider", "Sub-ICB", "CCG", "ICB", "STP", "Commissioning Region", "Region", "England"];

    /// <inheritdoc/>
    protected override string ValueColumn => "VALUE";

    /// <inheritdoc/>
    protected override PublishedCount? Read(PublicationWork work, PublishedRow row)
    {
        var (period, statistic, variable, age) = (work.Text(row, "REPORTING_PERIOD"), work.Text(row, "STATISTIC"), work.Text(row, "VARIABLE_TYPE"), work.Text(row, "AGE_GROUP"));
        if (!Same(statistic, "count"))
            work.Tally.LeaveOut(row, "no count but a share or mean", statistic);
        else if ((variable.Length > 0 && !Same(variable, "Total")) || (age.Length > 0 && !Same(age, "All")))
            work.Tally.LeaveOut(row, "a part of a total that is used", age.Length > 0 ? age : variable);
        else if (PeriodOf(work, period) is not { } months)
            work.File.Report(
                row, "REPORTING_PERIOD", period.Length == 0 ? "an empty cell" : FoundText.Quoted(period), "a month such as 2026-03, or a financial year such as 2024-25");
        else
            return new PublishedCount(
                row, work.Text(row, _level), work.Text(row, "ORG_CODE"), work.Text(row, "ORG_NAME"), work.Text(row, "MEASURE"),
                work.Text(row, "MEASURE").StartsWith("waiting_", StringComparison.OrdinalIgnoreCase), period, months.From, months.Count);
        return null;
    }

    private (CalendarMonth From, int Count)? PeriodOf(PublicationWork work, string text)
    {
        const int april = 4;
        if (_level != "LEVEL" && text.Length == 7 && text[4] is '-' or '/' && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var next) && next == (year + 1) % 100 && year > 0)
            return (new CalendarMonth(year, april), 12);
        return work.Days.ReadMonth(text) is { } month ? (month, 1) : null;
    }
}
