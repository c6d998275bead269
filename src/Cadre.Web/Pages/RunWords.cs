using Cadre.Core.Runs;
using Cadre.Frameworks.Reading;
using Cadre.Core.Words;

namespace Cadre.Web.Pages;

/// <summary>The state of a run in a word and a colour.</summary>
internal static class RunWords
{
    public static string Of(RunState state) => state switch
    {
        RunState.Queued => "Waiting",
        RunState.Running => "Being computed",
        RunState.Done => "Results",
        RunState.Failed => "Failed",
        RunState.Cancelled => "Stopped",
    };

    /// <summary>How far a run has come, in a sentence.</summary>
    public static string Of(RunStanding standing) => standing switch
    {
        { State: RunState.Queued, Ahead: 0 } => "It is next.",
        { State: RunState.Queued } => $"{Wording.Count(standing.Ahead, "run is", "runs are")} computed before it.",
        { State: RunState.Running } => $"{Figures.Whole(standing.Done)} of {Wording.Count(standing.Futures, "future")} computed.",
        _ => $"{Of(standing.State)}.",
    };

    public static string? Colour(RunState state) => state switch
    {
        RunState.Queued => "grey",
        RunState.Running => null,
        RunState.Done => "green",
        RunState.Failed => "red",
        RunState.Cancelled => "orange",
    };

    /// <summary>What a run is of, in the middle of a sentence.</summary>
    public static string ScenarioOf(string scenario, Framework framework) => scenario == RequestRunOptions.LocalPlans
        ? "with local plans"
        : framework.Scenarios.FirstOrDefault(entry => entry.Scenario.Name == scenario)?.Scenario.Title ?? "no levers";
}
