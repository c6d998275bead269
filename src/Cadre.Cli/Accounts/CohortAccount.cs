using System.Text.Encodings.Web;
using System.Text.Json;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Accounts;

/// <summary>The months of one cohort in the central run.</summary>
/// <param name="Framework">The framework that was run.</param>
/// <param name="Scenario">The scenario that was run of it.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Months">Its account, the first month first.</param>
internal sealed record CohortAccount(Framework Framework, Scenario Scenario, Cohort Cohort, IReadOnlyList<CohortMonth> Months)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public Place Place => Framework.Model.Places[Cohort.Place];

    public Service Service => Framework.Model.Services[Cohort.Service];

    public StaffGroup StaffGroup => Framework.Model.StaffGroups[Cohort.StaffGroup];

    /// <summary>Runs the central run and picks the cohort out of it.</summary>
    public static CohortAccount Of(Framework framework, Scenario scenario, int cohort, int months, CancellationToken cancellation)
    {
        var result = NationalRun.Central(framework.Model, months, scenario, cancellation);
        return new CohortAccount(framework, scenario, framework.Model.Cohorts[cohort], [.. Enumerable.Range(1, months).Select(month => result.Account(month)[cohort])]);
    }

    /// <summary>Adds up a column of the account.</summary>
    public Amount Sum(Func<CohortMonth, Amount> column) => Months.Select(column).Aggregate(default(Amount), (sum, amount) => sum + amount);

    /// <summary>How opening became closing, in one sentence.</summary>
    public string Explain()
    {
        var (first, last) = (Months[0], Months[^1]);
        var (joiners, leavers) = (Sum(month => month.Joiners), Sum(month => month.Leavers));
        var moves = Sum(month => month.MovesIn).Heads - Sum(month => month.MovesOut).Heads;
        var adjustment = Sum(month => month.Adjustment).Heads;
        var hours = Months.Sum(month => month.Hours);
        string[] changes =
        [
            $"{Figures.Tenth(joiners.Heads)} joined",
            $"{Figures.Tenth(leavers.Heads)} left",
            .. moves == 0 ? (string[])[] : [$"{Figures.Tenth(Math.Abs(moves))} more {(moves > 0 ? "came than went" : "went than came")} by moves between places, staff groups and services"],
            .. adjustment == 0 ? (string[])[] : [$"{Figures.Tenth(Math.Abs(adjustment))} were {(adjustment > 0 ? "added" : "taken away")} by regrading"],
        ];
        return $"{StaffGroup.Name} at {Place.Name} had {Figures.Tenth(first.Opening.Heads)} heads ({Figures.Tenth(first.Opening.Fte)} FTE) on {Wording.Day(Framework.Opening)}; "
            + $"{Wording.List(changes)}, which leaves {Figures.Tenth(last.Closing.Heads)} heads ({Figures.Tenth(last.Closing.Fte)} FTE, of which {Signed(hours)} from hours changing with age and participation) "
            + $"at the end of {Wording.Long(MonthAt(Months.Count))}, with {Figures.Tenth(last.Vacancies)} of {Figures.Tenth(last.Posts)} posts vacant"
            + $"{(last.OverEstablishment > 0 ? $" and {Figures.Tenth(last.OverEstablishment)} FTE above them" : "")}.";
    }

    public CalendarMonth MonthAt(int month) => Framework.Model.MonthAt(month);

    /// <summary>+3.1 or -3.1.</summary>
    public static string Signed(double value) => Figures.Tenth(value) is var text && !text.StartsWith('-') && text != "0.0" ? "+" + text : text;

    /// <summary>Writes the account with every digit.</summary>
    public void WriteJson(Stream output)
    {
        JsonSerializer.Serialize(
            output,
            new
            {
                Framework = Framework.Name,
                FrameworkDigest = Framework.Digest,
                Scenario = Scenario.Name,
                Place = Place.Code,
                Service = Service.Code,
                StaffGroup = StaffGroup.Code,
                Explanation = Explain(),
                Months = Months.Select((month, i) => new
                {
                    Month = MonthAt(i + 1).ToString(),
                    month.Opening,
                    month.Joiners,
                    month.MovesIn,
                    month.Leavers,
                    month.MovesOut,
                    month.Adjustment,
                    HoursFte = month.Hours,
                    month.Closing,
                    month.Posts,
                    month.Vacancies,
                    month.OverEstablishment,
                    month.Cover,
                }),
            },
            Format);
        output.WriteByte((byte)'\n');
    }
}
