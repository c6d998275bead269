using Cadre.Core.Words;

namespace Cadre.Core.Plans.Mergers;

/// <summary>What of a plan comes to another.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Parts">Its members, or parts of them.</param>
public sealed record PlanPiece(LocalPlan Plan, IReadOnlyList<MemberPart> Parts)
{
    /// <summary>Whether it is the whole plan.</summary>
    public bool IsWhole => string.Join(' ', Parts.Select(part => part.Part)) == Plan.Members;

    /// <summary>A plan as a whole.</summary>
    public static PlanPiece Whole(LocalPlan plan) => new(plan, [.. plan.MemberCodes.Select(MemberPart.Whole)]);

    /// <summary>What a succession says that came of a plan.</summary>
    public static PlanPiece Of(LocalPlan plan, PlanSuccession succession) =>
        new(plan, [.. succession.Members.Split(' ').Select(PlanMember.Parse).Select(part => new MemberPart(plan.MemberCodes.First(member => PlanMember.Parse(member).Overlaps(part)), part))]);

    /// <summary>A plan in two: what a trust has of it, and the rest; a side that is null has nothing.</summary>
    public static (PlanPiece? Of, PlanPiece? Left) Apart(PlanBasis basis, LocalPlan plan, string trust)
    {
        var (of, rest) = (new List<MemberPart>(), new List<MemberPart>());
        foreach (var member in plan.MemberCodes)
        {
            string[] trusts = [.. basis.TrustsOf(member).Select(one => basis.Model.Places[one.Trust].Code)];
            if (!trusts.Contains(trust)) rest.Add(MemberPart.Whole(member));
            else if (trusts.Length == 1) of.Add(MemberPart.Whole(member));
            else
            {
                of.Add(new MemberPart(member, PlanMember.Parse(member) with { Trusts = [trust] }));
                rest.Add(new MemberPart(member, PlanMember.Parse(member) with { Trusts = [.. trusts.Where(one => one != trust)] }));
            }
        }

        return (of.Count > 0 ? new PlanPiece(plan, of) : null, rest.Count > 0 ? new PlanPiece(plan, rest) : null);
    }

    /// <summary>A plan in shares that add up to 100 per cent, in order.</summary>
    public static IReadOnlyList<PlanPiece> Shared(LocalPlan plan, IReadOnlyList<decimal> percents)
    {
        var pieces = new List<PlanPiece>();
        decimal from = 0;
        foreach (var (i, percent) in percents.Index())
        {
            var to = i == percents.Count - 1 ? 100 : from + percent;
            pieces.Add(new PlanPiece(plan, [.. plan.MemberCodes.Select(member => new MemberPart(member, PlanMember.Parse(member).Of(from, to)))]));
            from = to;
        }

        return pieces;
    }

    /// <summary>Its name as people read it.</summary>
    public string NameIn(PlanBasis basis) => IsWhole ? Plan.Name : Wording.List([.. Parts.Select(part => part.Part.NameIn(basis))]);
}
