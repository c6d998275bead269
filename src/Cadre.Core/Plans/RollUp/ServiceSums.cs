namespace Cadre.Core.Plans.RollUp;

/// <summary>The posts of a round's plans by service, as they count (docs/plans.md, "Posts by service"): in each line and quarter the services and what is not split add up to the sum of the plans exactly.</summary>
public sealed class ServiceSums
{
    private readonly Dictionary<(SplitService Service, PlanLine Line), decimal[]> _posts = [];
    private readonly Dictionary<SplitService, HashSet<Guid>> _plans = [];
    private readonly int _quarters;

    /// <param name="sum">The plans as they count.</param>
    public ServiceSums(NationalSum sum)
    {
        Basis = sum.Basis;
        _quarters = sum.Basis.Quarters.Count;
        foreach (var plan in sum.Plans)
        {
            var split = new ServiceSplit(plan.Place);
            foreach (var line in plan.Place.Lines)
            {
                foreach (var (service, posts) in split.PartsOf(line))
                    Add(plan.Plan.Id, service, line, posts);
            }
        }

        Services = [.. SplitService.InOrder(_plans.Keys, Basis)];
    }

    /// <summary>What the plans begin from.</summary>
    public PlanBasis Basis { get; }

    /// <summary>The services of the plans, posts that are not split last.</summary>
    public IReadOnlyList<SplitService> Services { get; }

    /// <summary>Whether any plan splits its posts.</summary>
    public bool IsSplit => Services.Any(service => service != SplitService.None);

    /// <summary>Posts of a service in a line by quarter; all 0 where no plan has any.</summary>
    public IReadOnlyList<decimal> Of(SplitService service, PlanLine line) => _posts.TryGetValue((service, line), out var posts) ? posts : new decimal[_quarters];

    /// <summary>Posts of a service in a quarter, all lines together.</summary>
    public decimal TotalOf(SplitService service, int quarter) => Basis.Lines.Sum(line => Of(service, line)[quarter]);

    /// <summary>Plans that have posts of a service.</summary>
    public int PlansOf(SplitService service) => _plans.TryGetValue(service, out var plans) ? plans.Count : 0;

    private void Add(Guid plan, SplitService service, PlanLine line, decimal[] posts)
    {
        if (!_posts.TryGetValue((service, line), out var sum)) _posts.Add((service, line), sum = new decimal[_quarters]);
        for (var q = 0; q < posts.Length; q++)
            sum[q] += posts[q];
        if (!_plans.TryGetValue(service, out var plans)) _plans.Add(service, plans = []);
        plans.Add(plan);
    }
}
