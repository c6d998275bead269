namespace Cadre.Engine.Model;

/// <summary>
/// A framework plus differences (docs/method.md section 9). The scenario without differences is the baseline.
/// </summary>
public sealed record Scenario
{
    /// <summary>The scenario without differences.</summary>
    public static Scenario Baseline { get; } = new() { Name = "baseline", Title = "The framework as it is" };

    /// <summary>Letters, digits, <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>A paragraph for a reader; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>The levers that are on, in the order in which they work.</summary>
    public IReadOnlyList<Lever> Levers { get; init; } = [];

    /// <summary>Rows of the register with other values, by index in <see cref="NationalModel.Assumptions"/>; ids stay, so draws do.</summary>
    public IReadOnlyDictionary<int, Assumption> Changes { get; init; } = new Dictionary<int, Assumption>();

    /// <summary>Posts that local plans add to cohorts and take from them; those of one cohort and month count together, whatever their order.</summary>
    public IReadOnlyList<PostsChange> PostsChanges { get; init; } = [];
}
