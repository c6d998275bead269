using Cadre.Engine.Model;

namespace Cadre.Engine.Tests;

/// <summary>
/// A model small enough to work out by hand: a nation, one region, trusts in it, one staff group with flat
/// ages and seasons. Everything is fixed and nobody is hired unless a test says otherwise.
/// </summary>
internal sealed class ModelBuilder
{
    private static readonly double[] Flat = [.. Enumerable.Repeat(1.0 / 12, 12)];

    private readonly List<Cohort> _cohorts = [];
    private readonly List<StockMove> _moves = [];
    private readonly List<SupplySource> _sources = [];
    private readonly List<Assumption> _ofSources = [];
    private readonly Dictionary<Parameter, (double Low, double Central, double High, DistributionFamily Family)> _values = new()
    {
        [Parameter.LeavingRate] = Fixed(0),
        [Parameter.NetChange] = Fixed(0),
        [Parameter.VacancyRate] = Fixed(0.2),
        [Parameter.PostsGrowth] = Fixed(0),
        [Parameter.MonthsToFill] = Fixed(3),
        [Parameter.CandidatesKept] = Fixed(0.75),
        [Parameter.SupplyElasticity] = Fixed(0),
    };

    public AgeBand[] Bands { get; set; } = [new AgeBand { From = 16, To = 76, StockShare = 1, FtePerHead = 0.9, LeavingRate = 0.1, JoinerShare = 1 }];

    public LengthOfServiceBand[] LengthOfService { get; set; } = [];

    public ExitShare[] Exits { get; set; } = [];

    public double InflowPerYear { get; set; }

    public double OpeningPool { get; set; }

    public double JoinersPerYear { get; set; }

    public double[] LeavingSeason { get; set; } = Flat;

    public double[] ArrivalSeason { get; set; } = Flat;

    public DateOnly Opening { get; set; } = new(2025, 9, 30);

    public ModelBuilder With(Parameter parameter, double central)
    {
        _values[parameter] = Fixed(central);
        return this;
    }

    public ModelBuilder With(Parameter parameter, double low, double central, double high, DistributionFamily family)
    {
        _values[parameter] = (low, central, high, family);
        return this;
    }

    /// <summary>Adds a source of candidates for nurses, and fixed values of its parameters.</summary>
    public ModelBuilder Source(SupplySource source, params ReadOnlySpan<(Parameter Parameter, int? Stage, double Value)> values)
    {
        foreach (var (parameter, stage, value) in values)
            _ofSources.Add(Row($"{parameter}.{source.Code}.{stage}", parameter, Fixed(value)) with { Supply = _sources.Count, Stage = stage });
        _sources.Add(source with { StaffGroup = 1 });
        return this;
    }

    public ModelBuilder Trust(double heads, double fte, double leaving = 1, double attractiveness = 1, int pool = 0)
    {
        _cohorts.Add(new Cohort
        {
            Place = 2 + _cohorts.Count,
            Service = 0,
            StaffGroup = 1,
            OpeningHeads = new Headcount(heads),
            OpeningFte = new Fte(fte),
            Pools = [pool],
            LeavingMultiplier = leaving,
            Attractiveness = attractiveness,
        });
        return this;
    }

    public ModelBuilder Move(StockMoveKind kind, double heads, int month = 1, int cohort = 0)
    {
        _moves.Add(new StockMove(kind, month, cohort, heads));
        return this;
    }

    public NationalModel Build() => new()
    {
        Name = "by-hand",
        Opening = Opening,
        Months = 600,
        Places =
        [
            new Place { Code = "nation", Name = "Nation", Level = PlaceLevel.Nation, Parents = [] },
            new Place { Code = "region", Name = "Region", Level = PlaceLevel.Region, Parents = [new ParentShare(0, 1)] },
            .. _cohorts.Select((_, i) => new Place { Code = $"trust{i}", Name = $"Trust {i}", Level = PlaceLevel.Trust, Parents = [new ParentShare(1, 1)] }),
        ],
        Services = [new Service { Code = "all", Name = "All services" }],
        StaffGroups =
        [
            new StaffGroup { Code = "all", Name = "All staff groups", Parent = null, AgeBands = [] },
            new StaffGroup
            {
                Code = "nurses", Name = "Nurses", Parent = 0, AgeBands = Bands, LengthOfService = LengthOfService, Exits = Exits, LeavingSeason = LeavingSeason, ArrivalSeason = ArrivalSeason,
            },
        ],
        Cohorts = _cohorts,
        Pools =
        [
            .. Enumerable.Range(0, 1 + _cohorts.Select(cohort => cohort.Pools[0]).DefaultIfEmpty(0).Max()).Select(pool => new CandidatePool
            {
                StaffGroup = 1, Catchment = pool == 0 ? 1 : 0, InflowPerYear = InflowPerYear, OpeningPool = OpeningPool, JoinersPerYear = JoinersPerYear,
            }),
        ],
        Sources = _sources,
        Moves = _moves,
        Assumptions =
        [
            .. _values.Select(value => Row(value.Key.ToString(), value.Key, value.Value)),
            .. _ofSources,
        ],
        Targets = [],
    };

    private static Assumption Row(string id, Parameter parameter, (double Low, double Central, double High, DistributionFamily Family) value) => new()
    {
        Id = id,
        Parameter = parameter,
        Low = value.Low,
        Central = value.Central,
        High = value.High,
        Distribution = value.Family,
        Grade = Grade.D,
        Source = "none",
    };

    private static (double Low, double Central, double High, DistributionFamily Family) Fixed(double value) => (value, value, value, DistributionFamily.Fixed);
}
