using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;

namespace Cadre.Core.Words;

/// <summary>The ways into and out of a workforce as a person reads them.</summary>
public static class FlowWords
{
    /// <summary>A way: Joiners: nursing degree; Leavers: retirement.</summary>
    /// <param name="model">The model.</param>
    /// <param name="flow">Which flow.</param>
    /// <param name="source">For joiners the index of their source, null for everyone else.</param>
    /// <param name="kind">For leavers their cause, for moves which.</param>
    public static string Of(NationalModel model, Flow flow, int? source, FlowKind kind) => (flow, kind) switch
    {
        (Flow.Joiners, _) => source is { } index ? $"Joiners: {model.Sources[index].Name}" : "Joiners: everyone else",
        (Flow.Leavers, FlowKind.None) => model.StaffGroups.Any(group => group.Exits.Count > 0) ? "Leavers: cause not told apart" : "Leavers",
        (Flow.Leavers, _) => $"Leavers: {Codes.Of(kind)}",
        (Flow.MovesIn, _) => $"Moves in: {Of(kind)}",
        (Flow.MovesOut, _) => $"Moves out: {Of(kind)}",
        _ => "Regrading and the like",
    };

    private static string Of(FlowKind kind) => kind switch
    {
        FlowKind.Within => "from place to place",
        FlowKind.Outside => "to other NHS bodies",
        FlowKind.Conversion => "between staff groups",
        _ => "with a transferred service",
    };
}
