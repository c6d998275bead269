using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Accounts;

/// <summary>The account of a place and staff group, with what it rests on.</summary>
public sealed record PlaceAccount
{
    /// <summary>How opening became closing.</summary>
    public required StaffAccount Account { get; init; }

    /// <summary>The ways in and out told apart by source, cause and kind; empty where the run does not tell them apart: of systems, trusts and single services.</summary>
    public required IReadOnlyList<(Flow Flow, string Name, Amount Amount)> Ways { get; init; }

    /// <summary>The rows of the register in force, with how many of the cohorts each rules; a scenario's other values in their place.</summary>
    public required IReadOnlyList<(Assumption Assumption, int Cohorts)> Assumptions { get; init; }

    /// <summary>The rows of the opening stock that feed it, the most heads first, each with the share of it that the place counts.</summary>
    public required IReadOnlyList<(Cohort Cohort, StockEntry Row, double Weight)> Stock { get; init; }

    /// <summary>The needs at the end, the largest first; none where these staff have none.</summary>
    public required IReadOnlyList<AccountNeed> Needs { get; init; }

    /// <summary>The account of a choice.</summary>
    internal static PlaceAccount Of(Framework framework, Scenario scenario, RunResult central, AccountChoice choice)
    {
        var model = framework.Model;
        (int Index, double Weight)[] cohorts = [.. CohortsOf(model, choice)];
        return new PlaceAccount
        {
            Account = SumOf(central, choice, cohorts),
            Ways = [.. WaysOf(model, central, choice)],
            Assumptions = [.. AssumptionsOf(model, scenario, cohorts)],
            Stock = [.. cohorts.Select(cohort => (model.Cohorts[cohort.Index], framework.Stock[cohort.Index], cohort.Weight)).OrderByDescending(row => row.Item1.OpeningHeads.Value * row.Weight)],
            Needs = [.. AccountNeed.Of(model, central, choice, WeightsOf(model, choice.Place).ElementAt, GroupsOf(model, choice.StaffGroup).ElementAt)],
        };
    }

    /// <summary>How opening became closing, alone.</summary>
    internal static StaffAccount SumOf(NationalModel model, RunResult central, AccountChoice choice) => SumOf(central, choice, [.. CohortsOf(model, choice)]);

    private static StaffAccount SumOf(RunResult central, AccountChoice choice, (int Index, double Weight)[] cohorts) => StaffAccount.Of(
        [.. Enumerable.Range(choice.First, choice.Last - choice.First + 1).Select(month => cohorts.Select(cohort => central.Account(month)[cohort.Index]).ToArray())],
        [.. cohorts.Select(cohort => cohort.Weight)]);

    /// <summary>The cohorts that a place counts of a staff group and service, each with the share of it.</summary>
    private static IEnumerable<(int Index, double Weight)> CohortsOf(NationalModel model, AccountChoice choice)
    {
        var (weights, groups) = (WeightsOf(model, choice.Place), GroupsOf(model, choice.StaffGroup));
        return from cohort in model.Cohorts.Index()
               where weights[cohort.Item.Place] > 0 && groups[cohort.Item.StaffGroup] && (choice.Service is not { } service || cohort.Item.Service == service)
               select (cohort.Index, weights[cohort.Item.Place]);
    }

    /// <summary>By place: the share of it that a place counts.</summary>
    private static double[] WeightsOf(NationalModel model, int place)
    {
        double WeightOf(int from) => from == place ? 1 : model.Places[from].Parents.Sum(parent => parent.Weight * WeightOf(parent.Place));
        return [.. Enumerable.Range(0, model.Places.Count).Select(WeightOf)];
    }

    /// <summary>By staff group: whether it counts in another.</summary>
    private static bool[] GroupsOf(NationalModel model, int staffGroup) =>
        [.. Enumerable.Range(0, model.StaffGroups.Count).Select(group => WayUp.FromStaffGroup(model.StaffGroups, group).Contains(staffGroup))];

    private static IEnumerable<(Flow Flow, string Name, Amount Amount)> WaysOf(NationalModel model, RunResult central, AccountChoice choice)
    {
        if (!model.Places[choice.Place].IsNationOrRegion || (choice.Service is not null && model.Services.Count > 1)) return [];
        return from month in Enumerable.Range(choice.First, choice.Last - choice.First + 1)
               from row in central.Flows.InMonth(month)
               where row.Place == choice.Place && WayUp.FromStaffGroup(model.StaffGroups, row.StaffGroup).Contains(choice.StaffGroup)
               group row.Amount by (row.Flow, row.Source, row.Kind) into way
               orderby way.Key.Flow, way.Key.Source ?? int.MaxValue, way.Key.Kind
               select (way.Key.Flow, FlowWords.Of(model, way.Key.Flow, way.Key.Source, way.Key.Kind), way.Aggregate((sum, amount) => sum + amount));
    }

    /// <summary>Rows of the cohorts, their staff groups, and the sources that their pools take candidates from.</summary>
    private static IEnumerable<(Assumption Assumption, int Cohorts)> AssumptionsOf(NationalModel model, Scenario scenario, (int Index, double Weight)[] cohorts)
    {
        var ruling = new SortedDictionary<(Parameter, int Row), int>();
        void Count(Parameter parameter, int row, int times)
        {
            if (row >= 0) ruling[(parameter, row)] = ruling.GetValueOrDefault((parameter, row)) + times;
        }

        foreach (var rule in ParameterRule.All.Where(rule => rule.Per is ParameterScope.Cohort or ParameterScope.StaffGroup))
        {
            var rows = rule.PerCohort ? AssumptionResolver.ForCohorts(model, rule.Parameter) : AssumptionResolver.ForStaffGroups(model, rule.Parameter);
            foreach (var (index, _) in cohorts)
                Count(rule.Parameter, rows[rule.PerCohort ? index : model.Cohorts[index].StaffGroup], 1);
        }

        foreach (var group in cohorts.CountBy(cohort => model.Cohorts[cohort.Index].StaffGroup))
        {
            foreach (var (row, assumption) in model.Assumptions.Index())
            {
                if (assumption.Supply is { } supply && model.Sources[supply].StaffGroup == group.Key) Count(assumption.Parameter, row, group.Value);
                if (assumption.Conversion is { } conversion && (model.Conversions[conversion] is var way && (way.FromStaffGroup == group.Key || way.ToStaffGroup == group.Key))) Count(assumption.Parameter, row, group.Value);
            }
        }

        return ruling.Select(row => (scenario.Changes.GetValueOrDefault(row.Key.Row, model.Assumptions[row.Key.Row]), row.Value));
    }
}
