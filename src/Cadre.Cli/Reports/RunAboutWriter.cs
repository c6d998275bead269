using System.Text.Json;
using Cadre.Cli.Comparisons;
using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Reports;

/// <summary>Writes about.json.</summary>
internal static class RunAboutWriter
{
    /// <summary>The name of the file.</summary>
    public const string File = "about.json";

    /// <summary>Writes the file into a folder.</summary>
    /// <param name="plan">What came out.</param>
    /// <param name="scenario">The scenario that was run.</param>
    /// <param name="command">The command that makes the run again.</param>
    /// <param name="folder">Where to.</param>
    public static void Write(Plan plan, ScenarioEntry scenario, string command, string folder) =>
        System.IO.File.WriteAllText(Path.Combine(folder, File), JsonSerializer.Serialize(Of(plan, scenario, command), ReportJson.Default.RunAbout) + "\n");

    private static RunAbout Of(Plan plan, ScenarioEntry scenario, string command)
    {
        var (framework, result, model) = (plan.Framework, plan.Result, plan.Result.Model);
        return new RunAbout
        {
            Format = RunAbout.Version,
            Title = framework.Title,
            Coverage = framework.Coverage,
            Licence = framework.Licence,
            Command = command,
            Opening = framework.Opening,
            AsOf = framework.AsOf,
            PublishedHeadcount = plan.People,
            PostsHeld = plan.PostsHeld,
            ScenarioTitle = scenario.Scenario.Title,
            ScenarioText = scenario.Scenario.Text,
            OpeningPosts = plan.OpeningPosts,
            OpeningVacancies = plan.OpeningVacancies,
            StaffGroups = [.. plan.StaffGroups.Select(row => new NamedRow(row.Code, row.Name, row.Depth, row.OpeningFte))],
            Regions = [.. plan.Regions.Select(row => new NamedRow(row.Code, row.Name, row.Depth, row.OpeningFte))],
            Services = [.. model.Services.Select(service => new NamedRow(service.Code, service.Name))],
            Sources = [.. model.Sources.Select(source => new NamedRow(source.Code, source.Name))],
            FlowYears = [.. plan.Years.Select(year => new FlowYear(model.MonthAt(year.Month).ToString(), year.FlowMonths, Of(year.Joiners), Of(year.Leavers)))],
            Envelopes = [.. (result.Costs?.Envelopes ?? []).Select(year => new EnvelopeYear($"{year.Year.Year}", year.Year.Months, year.Envelope, year.Probability))],
            WithoutTrainingCost = [.. (result.Costs?.SourcesWithoutCost ?? []).Select(source => model.Sources[source].Name)],
            Levers = LeversOf(plan, scenario),
            Tried = plan.Trials.Count == 0 ? null : TriedOf(plan, framework.LeversTried!),
            Needs = NeedsOf(plan),
            Explained = plan.Explained?.Target.Id,
            ChanceWeight = plan.ChanceWeight,
            Register = RegisterOf(plan),
        };
    }

    private static List<AboutLever> LeversOf(Plan plan, ScenarioEntry scenario) =>
    [
        .. scenario.Levers.Where(lever => lever.IsOn)
            .Select(lever => new AboutLever(lever.Lever.Id, LeverWords.Of(plan.Result.Model, lever), lever.Reason, $"{lever.Grade}", TitleOf(plan.Framework, lever.Source))),
    ];

    private static AboutTrials TriedOf(Plan plan, ScenarioEntry tried) => new(
        tried.Scenario.Name, tried.Scenario.Title, LeversOf(plan, tried), plan.Framework.Expectations.Count == 0 ? null : plan.Framework.Expectations.Max(expected => expected.WrittenOn));

    /// <summary>Sums over services have a range only where they are taken within each future, which the tables do not hold.</summary>
    private static List<AboutNeed> NeedsOf(Plan plan)
    {
        if (plan.Needs.Count == 0) return [];
        var model = plan.Result.Model;
        return
        [
            .. plan.Result.NeedTotals(plan.Marches[^1])
                .Where(row => row.Place == model.Nation || (row.StaffGroup is null && model.Places[row.Place].Level == PlaceLevel.Region))
                .Select(row => new AboutNeed(
                    row.StaffGroup is { } group ? model.StaffGroups[group].Code : model.Places[row.Place].Code,
                    row.StaffGroup is { } named ? model.StaffGroups[named].Name : model.Places[row.Place].Name,
                    row.StaffGroup is null,
                    Of(row.NeedSummary),
                    row.Posts,
                    row.Staff,
                    row.GapSummary is { } gap ? Of(gap) : new Ranged(row.Gap, row.Gap, row.Gap))),
        ];
    }

    private static List<AboutAssumption> RegisterOf(Plan plan)
    {
        var (framework, result) = (plan.Framework, plan.Result);
        var weights = plan.Explained?.Reached?.Weights;
        var measure = plan.Explained?.Target.Measure;
        return
        [
            .. Plan.RegisterOf(result).Select((row, i) =>
            {
                var (central, range) = Figures.OfAssumption(row);
                return new AboutAssumption(
                    row.Id, Wording.Of(row.Parameter), Plan.ScopeOf(result.Model, row), central, row.Distribution == DistributionFamily.Fixed ? "" : range, $"{row.Distribution}".ToLowerInvariant(),
                    $"{row.Grade}", TitleOf(framework, row.Source), row.Note, weights is not null && Plan.Moves(row.Parameter, measure!.Value) ? weights[i] : null);
            }),
        ];
    }

    private static string TitleOf(Framework framework, string id) => framework.Evidence.FirstOrDefault(item => item.Id == id)?.Title ?? id;

    private static Ranged Of(Summary summary) => new(summary.Central, summary.P5, summary.P95);
}
