using Cadre.Core.Plans.Sections;
using Cadre.Engine.Model;

namespace Cadre.Core.Plans;

/// <summary>
/// The posts of a plan by service (docs/plans.md, "Posts by service"): its own shares, or those of the framework's service_shares.csv. In each line and quarter
/// the parts add up to the posts exactly and none is negative. A run knows nothing of it.
/// </summary>
/// <param name="place">The plan.</param>
public sealed class ServiceSplit(PlannedPlace place)
{
    private readonly Dictionary<(string Member, string StaffGroup), SplitShares?> _shares = [];

    /// <summary>Whether any line is split.</summary>
    public bool IsSplit => place.Lines.Any(line => SharesOf(line).Count > 0);

    /// <summary>The posts of a line by service and quarter, the opening day's first; those that are not split last, and left out where there are none.</summary>
    public IReadOnlyList<(SplitService Service, decimal[] Posts)> PartsOf(PlanLine line)
    {
        var parts = new Dictionary<SplitService, decimal[]>();
        var quarters = place.PartsOf(line);
        for (var q = 0; q < quarters.Length; q++)
        {
            foreach (var (members, fte) in quarters[q])
            {
                var weights = WeightsOf(line, members, q);
                foreach (var (service, part) in weights.Keys.Zip(LargestRemainder.ShareExactly(fte, [.. weights.Values])))
                {
                    if (!parts.TryGetValue(service, out var posts)) parts.Add(service, posts = new decimal[quarters.Length]);
                    posts[q] += part;
                }
            }
        }

        return [.. SplitService.InOrder(parts.Keys, place.Basis).Select(service => (service, parts[service]))];
    }

    /// <summary>The shares that a line is split by, one for each of the places that merged where theirs differ; none where it is not split.</summary>
    public IReadOnlyList<SplitShares> SharesOf(PlanLine line) =>
        [.. place.Members.Where(member => AllocatedOf(member, line).Length > 0).Select(member => SharesOf(member, line.StaffGroup)).OfType<SplitShares>().DistinctBy(shares => shares.Origin)];

    /// <summary>What the posts of some members in a quarter are shared by: the shares of each, by the posts that it was prefilled with.</summary>
    private Dictionary<SplitService, decimal> WeightsOf(PlanLine line, IReadOnlyList<string> members, int quarter)
    {
        (string Member, decimal Posts)[] having = [.. members.Select(member => (Member: member, Posts: AllocatedOf(member, line))).Where(member => member.Posts.Length > 0).Select(member => (member.Member, member.Posts[quarter]))];
        var isEqual = having.All(member => member.Posts <= 0);
        var weights = new Dictionary<SplitService, decimal>();
        foreach (var (member, posts) in having)
        {
            foreach (var (service, percent) in SharesOf(member, line.StaffGroup)?.Parts ?? [(SplitService.None, ServiceItems.Whole)])
                weights[service] = weights.GetValueOrDefault(service) + (percent * (isEqual ? 1 : Math.Max(0, posts)));
        }

        return weights;
    }

    private decimal[] AllocatedOf(string member, PlanLine line) => place.Basis.AllocatedOf(place.Allocated, member, line);

    /// <summary>The shares in force for a staff group of a member: typed ones of the nearest group, those of the member alone before those of all; else the framework's.</summary>
    private SplitShares? SharesOf(string member, string staffGroup)
    {
        if (_shares.TryGetValue((member, staffGroup), out var known)) return known;
        var model = place.Basis.Model;
        var group = model.StaffGroups.Index().First(item => item.Item.Code == staffGroup).Index;
        string[] up = [.. WayUp.FromStaffGroup(model.StaffGroups, group).Select(index => model.StaffGroups[index].Code)];
        return _shares[(member, staffGroup)] = Typed(member, up) ?? Imported(member, up);
    }

    private SplitShares? Typed(string member, string[] groups)
    {
        var items = place.ItemsOf(SectionName.Services);
        foreach (var group in groups)
        {
            foreach (var of in (string[])[member, ""])
            {
                var own = items.Where(item => ServiceItems.Of(item, ServiceItems.Group) == group && ServiceItems.Of(item, SectionDefinition.MemberField) == of).ToList();
                if (own.Count == 0) continue;
                var reasons = own.Select(item => ServiceItems.Of(item, ServiceItems.Reason)).Distinct();
                return new SplitShares([.. own.Select(item => (ServiceOf(item), PlanNumbers.TryParse(ServiceItems.Of(item, ServiceItems.Share), out var share) ? share : 0))], true, Grade.D, string.Join("; ", reasons));
            }
        }

        return null;
    }

    private SplitShares? Imported(string member, string[] groups)
    {
        var (framework, model) = (place.Basis.Framework, place.Basis.Model);
        if (framework.ServiceShares.Count == 0 || place.Basis.PlaceOf(PlanMember.Parse(member).Place) is not { } at) return null;
        foreach (var code in WayUp.FromPlace(model.Places, at).Select(above => model.Places[above].Code))
        {
            foreach (var group in groups)
            {
                var rows = framework.ServiceShares.Where(row => row.Place == code && row.StaffGroup == group).ToList();
                if (rows.Count == 0) continue;
                var sources = rows.Select(row => framework.Evidence.FirstOrDefault(item => item.Id == row.Source)?.Title ?? row.Source).Distinct();
                return new SplitShares([.. rows.Select(row => (new SplitService(row.PlanService, NameOf(row.PlanService)), row.Percent))], false, rows.Max(row => row.Grade), string.Join("; ", sources));
            }
        }

        return null;
    }

    private SplitService ServiceOf(IReadOnlyDictionary<string, string> item) => new(ServiceItems.Of(item, ServiceItems.Service), ServiceItems.NameOf(item, place));

    private string NameOf(string code) => place.Basis.Framework.PlanServices.First(service => service.Code == code).Name;
}
