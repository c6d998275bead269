namespace Cadre.Core.Plans.Mergers;

/// <summary>Posts before a merger beside those after it, by service, staff group and quarter.</summary>
/// <param name="Lines">A row for each line.</param>
public sealed record MergerBridge(IReadOnlyList<MergerBridge.Row> Lines)
{
    /// <summary>A service and staff group.</summary>
    /// <param name="Line">Which.</param>
    /// <param name="Before">Posts of each plan before, by quarter.</param>
    /// <param name="After">Posts of the one plan after, by quarter.</param>
    public sealed record Row(PlanLine Line, IReadOnlyList<decimal[]> Before, decimal[] After)
    {
        /// <summary>After less before in a quarter.</summary>
        public decimal Difference(int quarter) => After[quarter] - Before.Sum(posts => posts.Length > 0 ? posts[quarter] : 0);
    }

    /// <summary>Whether nothing is lost or gained in any line and quarter.</summary>
    public bool Closes => Lines.All(row => Enumerable.Range(0, row.After.Length).All(quarter => row.Difference(quarter) == 0));

    /// <summary>Puts the plans before beside the one after.</summary>
    public static MergerBridge Of(IReadOnlyList<PlannedPlace> before, PlannedPlace after) =>
        new([.. after.Lines.Select(line => new Row(line, [.. before.Select(place => place.PostsOf(line))], after.PostsOf(line)))]);
}
