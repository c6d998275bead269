using Cadre.Core.Runs;

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

    public static string? Colour(RunState state) => state switch
    {
        RunState.Queued => "grey",
        RunState.Running => null,
        RunState.Done => "green",
        RunState.Failed => "red",
        RunState.Cancelled => "orange",
    };
}
