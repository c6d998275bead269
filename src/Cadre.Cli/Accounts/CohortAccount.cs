using System.Text.Encodings.Web;
using System.Text.Json;
using Cadre.Core.Accounts;
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

    /// <summary>How opening became closing, in one sentence.</summary>
    public string Explain() => StaffAccount.Of([.. Months.Select(month => (CohortMonth[])[month])], [1])
        .Explain($"{StaffGroup.Name} at {Place.Name}", $"on {Wording.Day(Framework.Opening)}", Wording.Long(MonthAt(Months.Count)));

    public CalendarMonth MonthAt(int month) => Framework.Model.MonthAt(month);

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
