namespace Cadre.Engine.Kernel;

/// <summary>Heads and their FTE in eight futures.</summary>
/// <param name="Heads">Heads.</param>
/// <param name="Fte">Full-time equivalents.</param>
internal readonly record struct LaneAmount(Lanes Heads, Lanes Fte)
{
    /// <summary>The two together.</summary>
    public static LaneAmount operator +(LaneAmount left, LaneAmount right) => new(left.Heads + right.Heads, left.Fte + right.Fte);

    /// <summary>The one without the other.</summary>
    public static LaneAmount operator -(LaneAmount left, LaneAmount right) => new(left.Heads - right.Heads, left.Fte - right.Fte);
}
