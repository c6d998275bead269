namespace Cadre.Core.Plans;

/// <summary>Two ways to share the posts of a round over its plans, side by side in a quarter, all services and staff groups together.</summary>
/// <param name="Quarter">The quarter (its index).</param>
/// <param name="Places">A row for each plan, by name.</param>
public sealed record AllocationComparison(int Quarter, IReadOnlyList<AllocationComparison.Row> Places)
{
    /// <summary>Posts of one plan.</summary>
    /// <param name="Plan">The plan.</param>
    /// <param name="Now">By the first.</param>
    /// <param name="Then">By the second.</param>
    public readonly record struct Row(LocalPlan Plan, decimal Now, decimal Then)
    {
        /// <summary>The second less the first.</summary>
        public decimal Difference => Then - Now;
    }

    /// <summary>All plans together.</summary>
    public (decimal Now, decimal Then) Total => (Places.Sum(row => row.Now), Places.Sum(row => row.Then));

    /// <summary>Puts two allocations side by side.</summary>
    public static AllocationComparison Of(PlanBasis basis, IEnumerable<LocalPlan> plans, PostsGrid now, PostsGrid then, int quarter) => new(
        quarter,
        [.. plans.Where(plan => plan.State != PlanState.Superseded).Select(plan => new Row(plan, PostsOf(basis, plan, now, quarter), PostsOf(basis, plan, then, quarter))).OrderBy(row => row.Plan.Name, StringComparer.Ordinal)]);

    private static decimal PostsOf(PlanBasis basis, LocalPlan plan, PostsGrid grid, int quarter) =>
        basis.Lines.Sum(line => basis.AllocatedOf(grid, plan.MemberCodes, line) is { Length: > 0 } posts ? posts[quarter] : 0);
}
