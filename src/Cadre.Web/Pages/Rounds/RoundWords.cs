using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;

namespace Cadre.Web.Pages.Rounds;

/// <summary>What a round holds, in words.</summary>
internal static class RoundWords
{
    public static string Of(BridgeKind kind) => kind switch
    {
        BridgeKind.NotTakenUp => "Fewer posts than allocated",
        BridgeKind.BeyondAllocation => "More posts than allocated",
        BridgeKind.OtherAssumption => "Another assumption",
        BridgeKind.Levers => "Lever",
        BridgeKind.NotSubmitted => "No plan submitted: the framework's value is used",
        BridgeKind.EarlierAllocation => "Planned on an earlier allocation",
    };

    /// <summary>A rule of allocation, and what it does.</summary>
    public static (string Name, string Meaning) Of(AllocationRule rule) => rule switch
    {
        AllocationRule.Framework => ("As the framework has them", "Each place gets the posts of the framework's central run."),
        AllocationRule.ExistingStaff => ("By existing staff", "What the nation gains or loses is shared by staff in post on the opening day, in each service and staff group."),
        AllocationRule.Population => ("By population and need", "What the nation gains or loses is shared by the people who live in each place, each age weighted by its need where the framework has ages."),
        AllocationRule.Flat => ("The same for each place", "What the nation gains or loses is shared equally over the places that have the service and staff group."),
        AllocationRule.Typed => ("By typed shares", "What the nation gains or loses is shared by the numbers that you type, whatever they add up to."),
    };
}
