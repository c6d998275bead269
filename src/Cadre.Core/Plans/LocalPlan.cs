using Cadre.Core.Auditing;

namespace Cadre.Core.Plans;

/// <summary>The plan of a place in a round.</summary>
public sealed class LocalPlan : IAudited
{
    /// <summary>Unique, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Its round.</summary>
    public PlanRound Round { get; init; } = null!;

    /// <summary>Code of the place: one of the framework's, or that of a place that others merged into.</summary>
    public required string Place { get; init; }

    /// <summary>Name of the place.</summary>
    public required string Name { get; init; }

    /// <summary>The framework's places that it plans for, or parts of them (<see cref="PlanMember"/>), with a blank between: its own, or those that came together.</summary>
    public required string Members { get; init; }

    /// <summary>Code of the place above it: whose reviewer decides.</summary>
    public required string Region { get; set; }

    /// <summary>Where it stands.</summary>
    public PlanState State { get; set; } = PlanState.Draft;

    /// <summary>Why it was opened again after it had been approved; empty where it was not.</summary>
    public string ChangeReason { get; set; } = "";

    /// <summary>Changes made to it or to a section of it, so that two at once are told apart.</summary>
    public int Changes { get; set; }

    /// <summary>The framework's places that it plans for, or parts of them (<see cref="PlanMember"/>).</summary>
    public IReadOnlyList<string> MemberCodes => Members.Split(' ');

    /// <summary>Whether sections can be saved.</summary>
    public bool IsOpen => State is PlanState.Draft or PlanState.Returned;
}
