namespace Cadre.Engine.Simulation;

/// <summary>The age classes of the state (docs/method.md section 2): 16, 17, ... 74, and 75 for 75 and over.</summary>
public static class Ages
{
    /// <summary>The youngest age.</summary>
    public const int First = 16;

    /// <summary>The last class: everybody of this age and over.</summary>
    public const int Last = 75;

    /// <summary>Number of classes.</summary>
    public const int Count = Last - First + 1;
}
