namespace Cadre.Core.Plans.RollUp;

/// <summary>What a lever or an overridden assumption of a plan does to staff in post in the central run, FTE: with it less without it, all other plans as they are.</summary>
/// <param name="Place">In its place.</param>
/// <param name="Nation">In the nation.</param>
/// <param name="Month">The month at whose end, counted from the opening day.</param>
public readonly record struct StaffEffect(double Place, double Nation, int Month);
