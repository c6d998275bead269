namespace Cadre.Core.Plans.RollUp;

/// <summary>Why the sum of local plans is not the national plan.</summary>
public enum BridgeKind
{
    /// <summary>A plan has fewer posts than it was allocated.</summary>
    NotTakenUp,

    /// <summary>A plan has more posts than it was allocated.</summary>
    BeyondAllocation,

    /// <summary>A plan overrides an assumption: it changes staff, not posts.</summary>
    OtherAssumption,

    /// <summary>A plan pulls levers: they change staff, not posts.</summary>
    Levers,

    /// <summary>No plan was submitted: the framework's value is used.</summary>
    NotSubmitted,

    /// <summary>A plan was submitted under an earlier allocation.</summary>
    EarlierAllocation,
}
