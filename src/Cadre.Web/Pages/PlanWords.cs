using Cadre.Core.Plans;

namespace Cadre.Web.Pages;

/// <summary>The state of a plan, and how posts were allocated, in words.</summary>
internal static class PlanWords
{
    public static string Of(PlanState state) => state switch
    {
        PlanState.Draft => "Draft",
        PlanState.Submitted => "Submitted",
        PlanState.Returned => "Returned",
        PlanState.Approved => "Approved",
        PlanState.Superseded => "Carried on by another plan",
    };

    public static string? Colour(PlanState state) => state switch
    {
        PlanState.Draft => "grey",
        PlanState.Submitted => null,
        PlanState.Returned => "orange",
        PlanState.Approved => "green",
        PlanState.Superseded => "grey",
    };

    public static string Of(PlanVersionState state) => state switch
    {
        PlanVersionState.Submitted => "Submitted",
        PlanVersionState.Returned => "Returned",
        PlanVersionState.Approved => "Approved",
        PlanVersionState.Superseded => "Superseded",
    };

    public static string? Colour(PlanVersionState state) => state switch
    {
        PlanVersionState.Submitted => null,
        PlanVersionState.Returned => "orange",
        PlanVersionState.Approved => "green",
        PlanVersionState.Superseded => "grey",
    };

    public static string Of(AllocationRule rule) => rule switch
    {
        AllocationRule.Framework => "as the framework's central run has them",
        AllocationRule.ExistingStaff => "by staff in post on the opening day",
        AllocationRule.Population => "by population and need",
        AllocationRule.Flat => "the same for each place",
        AllocationRule.Typed => "by typed shares",
    };

    /// <summary>What a contributor may save, in words.</summary>
    public static string OfParts(PlanContributor contributor) => string.Join(", ", contributor.Sections.Split(' ').Select(OfPart));

    /// <summary>A part of a plan in words.</summary>
    public static string OfPart(string part) => part switch
    {
        PlanContributor.All => "All sections",
        PlanContributor.Posts => "Posts",
        _ => Core.Plans.Sections.SectionDefinition.Of(part).Title,
    };
}
