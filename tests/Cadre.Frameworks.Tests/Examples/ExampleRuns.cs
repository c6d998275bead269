using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Examples;

/// <summary>Runs of the examples, and what their READMEs derive from again and again.</summary>
internal static class ExampleRuns
{
    public static readonly double Phi = 1 - Math.Exp(-1 / 3.0);
    public static readonly double Stay = 0.75 * (1 - Phi);

    public static string Root => Path.Combine(Repository.Root, "frameworks", "examples");

    public static void AssertNeed(double need, double posts, double staff, NeedRow row)
    {
        Close(need, row.Need);
        Close(posts, row.Posts);
        Close(staff, row.Staff);
        Close(need - staff, row.Gap);
    }

    /// <summary>The rows of needs.csv in a month by place and staff group, in their order.</summary>
    public static OrderedDictionary<string, NeedRow> Needs(string name, int month, int futures = 1)
    {
        var model = FrameworkReader.Read(Path.Combine(Root, name)).Model;
        var rows = NationalRun.Run(model, new RunOptions { Months = month, Futures = futures }).Needs(month);
        return new(rows.Select(row => KeyValuePair.Create($"{model.Places[row.Place].Code} {model.StaffGroups[row.StaffGroup].Code}", row)));
    }

    /// <summary>What a pool hires in a month of the candidates that arrived up to then.</summary>
    public static double Joiners(int month, Func<int, double> arrivals) =>
        Phi * Enumerable.Range(1, month).Sum(at => arrivals(at) * Math.Pow(Stay, month - at));

    /// <summary>The same when arrivals up to month 1 have always been those of month 1.</summary>
    public static double JoinersSinceEver(int month, Func<int, double> arrivals) =>
        Joiners(month, arrivals) + (Phi * arrivals(1) * Math.Pow(Stay, month) / (1 - Stay));

    /// <summary>The central run's account of a cohort, by month from 1.</summary>
    public static Dictionary<int, CohortMonth> Run(string name, int months, string scenario = "baseline", int cohort = 0)
    {
        var run = Result(name, months, scenario);
        return Enumerable.Range(1, months).ToDictionary(month => month, month => run.Account(month)[cohort]);
    }

    public static RunResult Result(string name, int months, string scenario)
    {
        var framework = FrameworkReader.Read(Path.Combine(Root, name));
        var chosen = scenario == "baseline" ? Scenario.Baseline : framework.Scenarios.Single(each => each.Scenario.Name == scenario).Scenario;
        return NationalRun.Run(framework.Model, new RunOptions { Months = months, Futures = 1, Scenario = chosen });
    }

    public static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)));
}
