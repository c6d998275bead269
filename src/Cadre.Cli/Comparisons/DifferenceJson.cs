using System.Text.Encodings.Web;
using System.Text.Json;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;

namespace Cadre.Cli.Comparisons;

/// <summary>The comparison as one JSON object for a program: what the screen shows, with every digit.</summary>
internal static class DifferenceJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write(Difference difference, CompareManifest manifest, string folder, Stream output)
    {
        var model = difference.Comparison.Model;
        JsonSerializer.Serialize(
            output,
            new
            {
                Comparison = manifest,
                Folder = folder,
                difference.Framework.Title,
                Headline = DifferenceHeadline.Of(difference),
                A = Of(difference.A),
                B = Of(difference.B),
                Month = difference.Last.ToString(),
                StaffGroups = difference.StaffGroups.Select(Of),
                Regions = difference.Regions.Select(Of),
                Nation = difference.Years.Select(year => new { Month = year.Month.ToString(), Staff = Of(year.Staff), Posts = Of(year.Posts), Vacancies = Of(year.Vacancies) }),
                Money = difference.Costs.Count == 0
                    ? null
                    : difference.Costs.Select(row => new { Year = row.Line.Year.Year.ToString(), row.Line.Year.Months, Item = Codes.Of(row.Line.Item), Figures = Of(row.Pounds) }),
                Needs = difference.Needs.Select(row => new
                {
                    Service = model.Services[row.A.Service].Code,
                    StaffGroup = model.StaffGroups[row.A.StaffGroup].Code,
                    Need = new { A = row.A.Need, B = row.B.Need, Difference = Of(row.Need) },
                    GapToNeed = new { A = row.A.Gap, B = row.B.Gap, Difference = new { Central = row.CentralGap, row.Gap?.P5, row.Gap?.P50, row.Gap?.P95 } },
                }),
                Targets = difference.Comparison.A.Targets.Zip(difference.Comparison.B.Targets, (a, b) => new
                {
                    a.Target.Id,
                    a.Target.Description,
                    A = a.Reached is { } inA ? new { inA.Summary.Central, inA.Probability } : null,
                    B = b.Reached is { } inB ? new { inB.Summary.Central, inB.Probability } : null,
                }),
                Levers = difference.Levers.Select(row => new
                {
                    row.Entry.Lever.Id,
                    row.In,
                    On = row.Entry.IsOn,
                    What = LeverWords.Of(model, row.Entry),
                    row.Entry.Size,
                    row.Entry.Lever.CostPerYear,
                    ExtraFte = row.Alone?.ExtraFte,
                    Cost = row.Alone?.Cost,
                    CostPerExtraFte = row.Alone?.CostPerExtraFte,
                    row.Entry.Reason,
                    Grade = row.Entry.Grade.ToString(),
                    row.Entry.Source,
                }),
                Assumptions = difference.Changes.Select(change => new { change.Was.Id, change.In, Was = Of(change.Was), Is = Of(change.Is), change.Reason, Grade = change.Is.Grade.ToString(), change.Is.Source }),
                difference.Framework.Licence,
            },
            Format);
        output.WriteByte((byte)'\n');
    }

    private static object Of(ScenarioEntry entry) => new { entry.Scenario.Name, entry.Scenario.Title, entry.Scenario.Text, entry.File };

    private static object Of(DifferenceRow row) => new
    {
        row.Code,
        row.Name,
        row.Depth,
        Staff = Of(row.Staff),
        Posts = Of(row.Posts),
        Vacancies = Of(row.Vacancies),
        VacancyRate = Of(row.VacancyRate),
        Flows = new { row.Flows.Joiners, row.Flows.Leavers, row.Flows.Moves, row.Flows.Staff },
    };

    private static object Of(ComparedFigure figure) => new { A = Of(figure.A), B = Of(figure.B), Difference = Of(figure.Difference) };

    private static object Of(Summary summary) => new { summary.Central, summary.P5, summary.P50, summary.P95 };

    private static object Of(Assumption row) => new { row.Low, row.Central, row.High, Distribution = row.Distribution.ToString() };
}
