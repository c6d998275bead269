using Cadre.Core.Plans;

namespace Cadre.Web.Pages.Rounds;

/// <summary>What the page of a round shows, as text.</summary>
public sealed record SumView
{
    /// <summary>The sentence that says it all.</summary>
    public required string Headline { get; init; }

    /// <summary>How many plans stand where.</summary>
    public required IReadOnlyList<(PlanState State, int Plans)> States { get; init; }

    /// <summary>The quarter, as a heading has it.</summary>
    public required string Quarter { get; init; }

    /// <summary>From the national plan to the sum of the local plans: what is added, and the posts.</summary>
    public required IReadOnlyList<(string Label, string Posts)> Steps { get; init; }

    /// <summary>A row for each service and staff group, and the total last.</summary>
    public required IReadOnlyList<SumRow> Rows { get; init; }

    /// <summary>The plans' posts by service: name, posts in the quarter, and how many plans have some; empty where no plan splits them.</summary>
    public required IReadOnlyList<(string Service, string Posts, int Plans)> Services { get; init; }

    /// <summary>The differences that change posts in the quarter, or in another.</summary>
    public required IReadOnlyList<BridgeRow> Posts { get; init; }

    /// <summary>The differences that change staff, not posts.</summary>
    public required IReadOnlyList<BridgeRow> Staff { get; init; }

    /// <summary>The places whose framework value is used, since no plan was submitted.</summary>
    public required IReadOnlyList<LocalPlan> NotSubmitted { get; init; }

    /// <summary>The plans of the places that are shown, sorted.</summary>
    public required IReadOnlyList<PlaceRow> Places { get; init; }
}

/// <summary>A service and staff group in a quarter, or all of them.</summary>
/// <param name="Service">Name of the service; empty where the framework has one alone.</param>
/// <param name="StaffGroup">Name of the staff group.</param>
/// <param name="National">Posts of the national plan.</param>
/// <param name="Sum">Posts of the local plans.</param>
/// <param name="Difference">The second less the first, with its sign.</param>
/// <param name="Differs">Whether there is a difference.</param>
public sealed record SumRow(string Service, string StaffGroup, string National, string Sum, string Difference, bool Differs);

/// <summary>A difference of the bridge.</summary>
/// <param name="Plan">Whose.</param>
/// <param name="Kind">Why.</param>
/// <param name="Line">Service and staff group; empty for the plan as a whole.</param>
/// <param name="Posts">What it adds in the quarter, with its sign.</param>
/// <param name="Elsewhere">Where it adds nothing in the quarter: in which it does; else empty.</param>
/// <param name="Text">What the plan says.</param>
/// <param name="Reason">The planner's reason.</param>
/// <param name="StaffPlace">Staff that it adds in the place; empty where that is not known.</param>
/// <param name="StaffNation">The same in the nation.</param>
public sealed record BridgeRow(LocalPlan Plan, string Kind, string Line, string Posts, string Elsewhere, string Text, string Reason, string StaffPlace, string StaffNation);

/// <summary>A place and its plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="Version">The version that counts; empty for the framework's value.</param>
/// <param name="National">Posts that the framework has for it.</param>
/// <param name="Planned">Posts of the version that counts.</param>
/// <param name="Difference">The second less the first.</param>
public sealed record PlaceRow(LocalPlan Plan, string Region, string Version, decimal National, decimal Planned, decimal Difference);
