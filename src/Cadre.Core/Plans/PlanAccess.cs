using Cadre.Core.People;
using Cadre.Engine.Model;

namespace Cadre.Core.Plans;

/// <summary>What somebody may do with plans, by their roles and the places that these are confined to, and by the plans that they were named a contributor of.</summary>
/// <param name="Grants">The roles.</param>
public sealed record PlanAccess(IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>The plans that they contribute to.</summary>
    public IReadOnlyList<PlanContributor> Contributions { get; init; } = [];

    /// <summary>Whether they keep the national framework.</summary>
    public bool IsModeller => Grants.Any(grant => grant.Role == Role.NationalModeller);

    /// <summary>Whether they see how all plans of a round add up.</summary>
    public bool SeesRounds => IsModeller || Grants.Any(grant => grant.Role == Role.RegionalReviewer);

    /// <summary>Whether they may read it.</summary>
    public bool MaySee(LocalPlan plan, PlanBasis basis) => IsModeller || Has(plan, basis, Role.LocalPlanner, Role.RegionalReviewer, Role.Partner) || ContributionTo(plan) is not null;

    /// <summary>Whether they write it: save any section, submit it, open it again.</summary>
    public bool MayEdit(LocalPlan plan, PlanBasis basis) => Has(plan, basis, Role.LocalPlanner);

    /// <summary>Whether they may change a section of it: a partner that of partners, a contributor those that they were named for.</summary>
    public bool MayEdit(LocalPlan plan, PlanBasis basis, string section) =>
        MayEdit(plan, basis) || (section == SectionName.Partners && MaySign(plan, basis)) || ContributionTo(plan)?.MaySave(section) == true;

    /// <summary>Whether they may change all sections of it at once, by a workbook.</summary>
    public bool MayEditAll(LocalPlan plan, PlanBasis basis) => MayEdit(plan, basis) || ContributionTo(plan)?.Sections == PlanContributor.All;

    /// <summary>Whether something in it waits for them to write it.</summary>
    public bool MayContribute(LocalPlan plan, PlanBasis basis) => MayEdit(plan, basis) || ContributionTo(plan) is not null;

    /// <summary>Whether they name its contributors.</summary>
    public bool MayName(LocalPlan plan, PlanBasis basis) => MayEdit(plan, basis) || MayDecide(plan, basis);

    /// <summary>Whether they may return and approve it.</summary>
    public bool MayDecide(LocalPlan plan, PlanBasis basis) => Has(plan, basis, Role.RegionalReviewer);

    /// <summary>Whether they may sign it as a partner.</summary>
    public bool MaySign(LocalPlan plan, PlanBasis basis) => Has(plan, basis, Role.Partner);

    private PlanContributor? ContributionTo(LocalPlan plan) => Contributions.FirstOrDefault(contribution => contribution.PlanId == plan.Id);

    private bool Has(LocalPlan plan, PlanBasis basis, params Role[] roles) =>
        Grants.Any(grant => roles.Contains(grant.Role) && (grant.Place.Length == 0 || grant.Place == plan.Place || plan.Region == grant.Place || (!IsRegion(basis, grant.Place) && plan.MemberCodes.All(member => IsWithin(basis, member, grant.Place)))));

    /// <summary>A place that moved to another region is that region's alone.</summary>
    private static bool IsRegion(PlanBasis basis, string place) => basis.PlaceOf(place) is { } at && basis.Model.Places[at].Level == PlaceLevel.Region;

    private static bool IsWithin(PlanBasis basis, string member, string place) =>
        basis.PlaceOf(PlanMember.Parse(member).Place) is { } at && WayUp.FromPlace(basis.Model.Places, at).Any(above => basis.Model.Places[above].Code == place);
}
