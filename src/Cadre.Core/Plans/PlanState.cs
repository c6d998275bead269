namespace Cadre.Core.Plans;

/// <summary>Where a local plan stands.</summary>
public enum PlanState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for the reviewer.</summary>
    Submitted,

    /// <summary>Came back with comments; being written again.</summary>
    Returned,

    /// <summary>Approved; a change needs a reason.</summary>
    Approved,

    /// <summary>Its place became part of another, whose plan carries it on.</summary>
    Superseded,
}
