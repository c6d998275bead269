namespace Cadre.Core.Plans.RollUp;

/// <summary>A plan as it counts in the nation.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">The version that counts; null where none was submitted and the framework's value is used.</param>
/// <param name="Place">What it says.</param>
public sealed record CountedPlan(LocalPlan Plan, PlanVersion? Version, PlannedPlace Place);
