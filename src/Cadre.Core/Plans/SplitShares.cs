using Cadre.Engine.Model;

namespace Cadre.Core.Plans;

/// <summary>The shares of services in the posts of a staff group of a place, and where they come from.</summary>
/// <param name="Parts">Each service with its share, per cent; together 100.</param>
/// <param name="IsTyped">Whether somebody typed them into the plan; else the framework has them.</param>
/// <param name="Grade">How good the evidence is: D for what was typed.</param>
/// <param name="Source">The reason that was typed, or the evidence.</param>
public sealed record SplitShares(IReadOnlyList<(SplitService Service, decimal Percent)> Parts, bool IsTyped, Grade Grade, string Source)
{
    /// <summary>In words: "Typed, grade D: job plans".</summary>
    public string Origin => $"{(IsTyped ? "Typed" : "Imported")}, grade {Grade}: {Source}";
}
