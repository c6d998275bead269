using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>What a lever does in one month of the central run (docs/method.md section 9): a row of levers.csv.</summary>
/// <param name="Month">Number of the month, 1 for the first.</param>
/// <param name="Lever">The lever.</param>
/// <param name="Share">The share of its size that it has, over 0.</param>
/// <param name="WorksOn">On how many cohorts, staff groups (each age of them), pools, sources, stages or conversions it works; 0 for an intake in a month without one.</param>
/// <param name="Held">On how many of them a limit or a bound took something away.</param>
/// <param name="Withheld">What that was on average over all it works on, as a change of the parameter.</param>
/// <param name="Cost">The month's cost, pounds.</param>
public readonly record struct LeverMonth(int Month, Lever Lever, double Share, int WorksOn, int Held, double Withheld, double Cost)
{
    /// <summary>The months in which levers of a scenario work, in order, and in each the levers in theirs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="months">Months of the run.</param>
    public static IReadOnlyList<LeverMonth> Of(NationalModel model, Scenario scenario, int months)
    {
        if (scenario.Levers.Count == 0) return [];
        var prepared = new PreparedModel(model);
        var central = FutureParameters.Central(prepared, scenario);
        var schedule = new LeverSchedule(prepared, scenario);
        var arrivals = new SourceArrivals(prepared, schedule);
        var rows = new List<LeverMonth>();
        for (var month = 1; month <= months; month++)
        {
            var calls = new List<(Lever Lever, double Withheld)>();
            schedule.Observer = (lever, withheld) => calls.Add((lever, withheld));
            schedule.InMonth(month, central);
            for (var group = 0; group < model.StaffGroups.Count; group++)
                schedule.Participation(group, month, new double[Ages.Count]);
            arrivals.TryLevers(central, month);
            TryNeed(new NeedLevers(model, scenario) { Observer = schedule.Observer }, model, central, month);
            var withheldOf = calls.ToLookup(call => call.Lever.Id, call => call.Withheld);
            foreach (var lever in scenario.Levers.Where(lever => lever.Size != 0))
            {
                var share = lever.ShareAt(model.MonthAt(month));
                if (!(share > 0)) continue;
                double[] withheld = [.. withheldOf[lever.Id]];
                rows.Add(new LeverMonth(month, lever, share, withheld.Length, withheld.Count(value => value > 0), withheld.DefaultIfEmpty(0).Average(), lever.CostIn(model.MonthAt(month))));
            }
        }

        return rows;
    }

    /// <summary>Has the levers change every hour available and substitution in a month.</summary>
    private static void TryNeed(NeedLevers levers, NationalModel model, FutureParameters central, int month)
    {
        if (!levers.Any) return;
        var hours = AssumptionResolver.ForStaffGroups(model, Parameter.HoursAvailable);
        for (var group = 0; group < hours.Length; group++)
        {
            if (hours[group] >= 0 && model.Needs.Any(need => need.StaffGroup == group)) levers.Hours(group, central.Values[hours[group]], month);
        }

        for (var substitution = 0; substitution < model.Substitutions.Count; substitution++)
            levers.ShareOf(substitution, month);
    }
}
