namespace Cadre.Core.Plans.Mergers;

/// <summary>What becomes of a member of a plan, or of a part of it.</summary>
/// <param name="Member">The member as the plan has it (<see cref="PlannedPlace.Members"/>).</param>
/// <param name="Part">The part: the member itself, some of its trusts, or a share of it.</param>
public sealed record MemberPart(string Member, PlanMember Part)
{
    /// <summary>A member as a whole.</summary>
    public static MemberPart Whole(string member) => new(member, PlanMember.Parse(member));
}
