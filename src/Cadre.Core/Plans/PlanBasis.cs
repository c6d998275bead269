using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans;

/// <summary>
/// What the plans inside a framework begin from: its quarters, the places that plan, and the posts of its central run, rounded to hundredths so that places add
/// up to the nation exactly (docs/plans.md).
/// </summary>
public sealed class PlanBasis
{
    private readonly double[] _vacancyRate;
    private readonly double[] _growth;
    private readonly Dictionary<string, int> _placeAt;
    private readonly Dictionary<PlanLine, (int Service, int StaffGroup)> _lineAt = [];
    private readonly Dictionary<(int Place, int Service, int StaffGroup), int> _cohortAt;

    /// <param name="framework">The framework.</param>
    public PlanBasis(Framework framework)
    {
        Framework = framework;
        var model = framework.Model;
        Central = NationalRun.Central(model, framework.RunMonths);
        Quarters = QuartersOf(framework);
        var level = model.Places.Any(place => place.Level == PlaceLevel.System) ? PlaceLevel.System : PlaceLevel.Trust;
        Places = [.. Enumerable.Range(0, model.Places.Count).Where(place => model.Places[place].Level == level && TrustsOf(place).Count > 0)];
        _placeAt = model.Places.Index().ToDictionary(place => place.Item.Code, place => place.Index);
        _vacancyRate = CentralOf(Parameter.VacancyRate);
        _growth = CentralOf(Parameter.PostsGrowth);
        _cohortAt = model.Cohorts.Index().ToDictionary(cohort => (cohort.Item.Place, cohort.Item.Service, cohort.Item.StaffGroup), cohort => cohort.Index);
        foreach (var cohort in model.Cohorts)
            _lineAt.TryAdd(new PlanLine(model.Services[cohort.Service].Code, model.StaffGroups[cohort.StaffGroup].Code), (cohort.Service, cohort.StaffGroup));
        Lines = [.. _lineAt.OrderBy(line => line.Value).Select(line => line.Key)];
        National = new PostsGrid(Quarters.Count);
        Posts = new PostsGrid(Quarters.Count);
        foreach (var line in Lines)
            Round(line);
    }

    /// <summary>The framework.</summary>
    public Framework Framework { get; }

    /// <summary>What the engine runs.</summary>
    public NationalModel Model => Framework.Model;

    /// <summary>Its central run.</summary>
    public CentralRun Central { get; }

    /// <summary>The opening day, then the quarters of its run.</summary>
    public IReadOnlyList<PlanQuarter> Quarters { get; }

    /// <summary>Indexes of the places that plan: its systems, or its trusts where it has no systems.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Services and staff groups, in the framework's order.</summary>
    public IReadOnlyList<PlanLine> Lines { get; }

    /// <summary>The nation's posts, under its code.</summary>
    public PostsGrid National { get; }

    /// <summary>The posts of each place that plans.</summary>
    public PostsGrid Posts { get; }

    /// <summary>Code of the nation.</summary>
    public string NationCode => Model.Places[Model.Nation].Code;

    /// <summary>The place of a code; null where the framework has none.</summary>
    public int? PlaceOf(string code) => _placeAt.TryGetValue(code, out var place) ? place : null;

    /// <summary>Code of the region that a member of a plan is in; the nation's where there is none above it.</summary>
    public string RegionOf(string member) =>
        WayUp.FromPlace(Model.Places, PlaceOf(PlanMember.Parse(member).Place)!.Value).Select(above => Model.Places[above]).FirstOrDefault(above => above.Level == PlaceLevel.Region)?.Code ?? NationCode;

    /// <summary>Service and staff group of a line; null where no cohort is of them.</summary>
    public (int Service, int StaffGroup)? IndexOf(PlanLine line) => _lineAt.TryGetValue(line, out var index) ? index : null;

    /// <summary>The quarter that ends in a month; null where none does. The opening day is none.</summary>
    public int? QuarterOf(string code) => Quarters.Index().Skip(1).FirstOrDefault(quarter => quarter.Item.Code == code) is (> 0 and var index, _) ? index : null;

    /// <summary>The trusts that are counted in a place, and the share of each that is.</summary>
    public IReadOnlyList<(int Trust, double Weight)> TrustsOf(int place) =>
    [
        .. from trust in Enumerable.Range(0, Model.Places.Count)
           where Model.Places[trust].Level == PlaceLevel.Trust
           let weight = trust == place ? 1 : Model.Places[trust].Parents.Where(parent => parent.Place == place).Sum(parent => parent.Weight)
           where weight > 0
           select (trust, weight),
    ];

    /// <summary>The cohorts that are counted in a line of a place, and the share of each that is.</summary>
    public IReadOnlyList<(int Cohort, double Weight)> CohortsOf(int place, PlanLine line) => IndexOf(line) is { } at
        ? [.. TrustsOf(place).Where(trust => _cohortAt.ContainsKey((trust.Trust, at.Service, at.StaffGroup))).Select(trust => (_cohortAt[(trust.Trust, at.Service, at.StaffGroup)], trust.Weight))]
        : [];

    /// <summary>The trusts of a member of a plan (<see cref="PlanMember"/>), and the share of each that is its.</summary>
    public IReadOnlyList<(int Trust, double Weight)> TrustsOf(string member)
    {
        var part = PlanMember.Parse(member);
        var trusts = TrustsOf(PlaceOf(part.Place)!.Value);
        return part.IsWhole ? trusts : [.. trusts.Where(trust => Keeps(part, trust.Trust)).Select(trust => (trust.Trust, trust.Weight * part.Share))];
    }

    /// <summary>The cohorts that are counted in a line of a member of a plan, and the share of each that is.</summary>
    public IReadOnlyList<(int Cohort, double Weight)> CohortsOf(string member, PlanLine line)
    {
        var part = PlanMember.Parse(member);
        var cohorts = CohortsOf(PlaceOf(part.Place)!.Value, line);
        return part.IsWhole ? cohorts : [.. cohorts.Where(cohort => Keeps(part, Model.Cohorts[cohort.Cohort].Place)).Select(cohort => (cohort.Cohort, cohort.Weight * part.Share))];
    }

    /// <summary>The lines of a run that add up to a staff group of a member of a plan, all services, with the share of each.</summary>
    public IReadOnlyList<(Line Line, double Weight)> LinesOf(string member, int staffGroup) => PlanMember.Parse(member) is { IsWhole: true } whole
        ? [(new Line(PlaceOf(whole.Place)!.Value, null, staffGroup), 1)]
        : [.. TrustsOf(member).Select(trust => (new Line(trust.Trust, null, staffGroup), trust.Weight))];

    /// <summary>The posts that an allocation gives members of a plan in a line, by quarter; empty where none has any.</summary>
    public decimal[] AllocatedOf(PostsGrid grid, IReadOnlyList<string> members, PlanLine line)
    {
        if (members.Count == 1) return AllocatedOf(grid, members[0], line);
        decimal[] sum = [];
        foreach (var posts in members.Select(member => AllocatedOf(grid, member, line)).Where(posts => posts.Length > 0))
        {
            if (sum.Length == 0) sum = new decimal[posts.Length];
            for (var q = 0; q < posts.Length; q++)
                sum[q] += posts[q];
        }

        return sum;
    }

    /// <summary>The posts that an allocation gives a member of a plan in a line, by quarter; empty where it has none.</summary>
    public decimal[] AllocatedOf(PostsGrid grid, string member, PlanLine line)
    {
        var part = PlanMember.Parse(member);
        return PartOf(grid.Of(part.Place, line), part, line);
    }

    /// <summary>
    /// What a part of a place has of the place's posts in a line, by quarter: its trusts by their posts in the central run, each by its share, rounded so that
    /// parts which make up the place add up to it exactly (docs/plans.md). Empty where the part has no such line.
    /// </summary>
    public decimal[] PartOf(ReadOnlySpan<decimal> whole, PlanMember part, PlanLine line)
    {
        if (part.IsWhole || whole.Length == 0) return whole.ToArray();
        var cohorts = CohortsOf(PlaceOf(part.Place)!.Value, line);
        bool[] kept = [.. cohorts.Select(cohort => Keeps(part, Model.Cohorts[cohort.Cohort].Place))];
        if (!kept.Contains(true)) return [];
        var posts = new decimal[whole.Length];
        for (var q = 0; q < posts.Length; q++)
        {
            double[] weights = [.. cohorts.Select(cohort => cohort.Weight * PostsOf(cohort.Cohort, Quarters[q].Month))];
            if (weights.Sum() == 0) Array.Fill(weights, 1);
            var (sum, below) = (weights.Sum(), 0.0);
            for (var i = 0; i < weights.Length; i++)
            {
                var (from, to) = ((decimal)(below / sum), i == weights.Length - 1 ? 1 : (decimal)((below + weights[i]) / sum));
                below += weights[i];
                if (kept[i]) posts[q] += Below(whole[q], from, to, part.To) - Below(whole[q], from, to, part.From);
            }
        }

        return posts;
    }

    /// <summary>The central run's posts of a cohort at the end of a month, FTE; 0 is the opening day.</summary>
    public double PostsOf(int cohort, int month) =>
        month == 0 ? Model.Cohorts[cohort].OpeningFte.Value / (1 - _vacancyRate[cohort]) : Central.Account(month)[cohort].Posts;

    /// <summary>By what posts grow in a month of the central run: 1 but in April.</summary>
    public double GrowthOf(int cohort, int month) => Model.MonthAt(month).Month == 4 ? 1 + _growth[cohort] : 1;

    /// <summary>A whole up to so many per cent of the way between two shares of it, rounded to a hundredth: what lies between two such adds up.</summary>
    private static decimal Below(decimal whole, decimal from, decimal to, decimal percent) => Math.Round(whole * (from + ((to - from) * percent / 100)), 2, MidpointRounding.ToEven);

    private bool Keeps(PlanMember part, int trust) => part.Trusts.Count == 0 || part.Trusts.Contains(Model.Places[trust].Code);

    private double[] CentralOf(Parameter parameter) => [.. AssumptionResolver.ForCohorts(Model, parameter).Select(row => row < 0 ? 0 : Model.Assumptions[row].Central)];

    private void Round(PlanLine line)
    {
        (int Place, IReadOnlyList<(int Cohort, double Weight)> Cohorts)[] places = [.. Places.Select(place => (place, CohortsOf(place, line))).Where(place => place.Item2.Count > 0)];
        if (places.Length == 0) return;
        for (var q = 0; q < Quarters.Count; q++)
        {
            double[] exact = [.. places.Select(place => place.Cohorts.Sum(cohort => cohort.Weight * PostsOf(cohort.Cohort, Quarters[q].Month)))];
            var whole = Math.Round((decimal)exact.Sum(), 2, MidpointRounding.ToEven);
            National.Set(NationCode, line, q, whole);
            foreach (var (place, part) in places.Zip(LargestRemainder.Share(whole, exact)))
                Posts.Set(Model.Places[place.Place].Code, line, q, part);
        }
    }

    private static List<PlanQuarter> QuartersOf(Framework framework)
    {
        var quarters = new List<PlanQuarter> { new(0, 0, framework.Model.MonthAt(0)) };
        for (var month = 1; month <= framework.RunMonths; month++)
        {
            if (framework.Model.MonthAt(month).Month % 3 == 0) quarters.Add(new PlanQuarter(month, quarters[^1].Month + 1, framework.Model.MonthAt(month)));
        }

        return quarters;
    }
}
