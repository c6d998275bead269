namespace Cadre.Core.Plans;

/// <summary>Where a submitted version of a plan stands.</summary>
public enum PlanVersionState
{
    /// <summary>Waits for the reviewer.</summary>
    Submitted,

    /// <summary>Returned with comments.</summary>
    Returned,

    /// <summary>Approved and in force.</summary>
    Approved,

    /// <summary>Was approved; a later version is in its place.</summary>
    Superseded,
}
