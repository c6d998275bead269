using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>
/// A model with everything worked out that no future changes: spread ages, FTE factors, opening heads,
/// the cohorts of each pool, and which assumption row rules where. Read-only after construction and
/// shared by all threads.
/// </summary>
internal sealed class PreparedModel
{
    private static readonly Parameter[] OfSources =
    [
        Parameter.International, Parameter.Uptake, Parameter.Completion, Parameter.PlacesFilled, Parameter.NeverQualifying,
        Parameter.Interrupted, Parameter.Late, Parameter.GoingOn, Parameter.SeekingPost,
    ];

    private readonly Dictionary<(Parameter Parameter, int Source, int? Stage), int> _sourceRows = [];

    public PreparedModel(NationalModel model)
    {
        Model = model;
        Groups = [.. model.StaffGroups.Select(group => group.AgeBands.Count > 0 ? new GroupTables(group) : null!)];
        LeafGroups = [.. Enumerable.Range(0, Groups.Length).Where(group => Groups[group] is not null)];
        FteFactor = FteFactors(model, Groups);
        CellsAt = CellStarts(model, Groups);
        OpeningHeads = Opening();
        HasMovers = Groups.Any(tables => tables is { HasMovers: true });
        var cohortAt = model.Cohorts.Index().ToDictionary(cohort => (cohort.Item.Place, cohort.Item.Service, cohort.Item.StaffGroup), cohort => cohort.Index);
        ConversionsFrom = [.. model.Cohorts.Select(cohort => ConversionsOf(model, cohort, cohortAt).ToArray())];
        ConvertTo = [.. ConversionsFrom.SelectMany(ways => ways.Select(way => way.To)).Distinct().Order()];
        CohortPools = [.. model.Cohorts.Select(cohort => cohort.Pools.ToArray())];
        var byPool = Enumerable.Range(0, model.Cohorts.Count).SelectMany(c => CohortPools[c].Select(pool => (Pool: pool, Cohort: c))).ToLookup(pair => pair.Pool, pair => pair.Cohort);
        PoolCohorts = [.. model.Pools.Select((_, pool) => byPool[pool].OrderByDescending(c => model.Cohorts[c].Attractiveness).ThenBy(c => c).ToArray())];
        SmallestPoolsFirst = [.. Enumerable.Range(0, model.Pools.Count).OrderByDescending(p => model.Places[model.Pools[p].Catchment].Level)];
        WidestPools = [.. CohortPools.Select(pools => pools[^1]).Distinct().Order()];
        MovesByMonth = PublishedMove.ByMonth(model);
        var plannedPosts = model.PlannedPosts.ToLookup(posts => posts.Month);
        PlannedPostsByMonth = [.. Enumerable.Range(0, model.Months + 1).Select(month => plannedPosts[month].ToArray())];
        var byGroup = model.Cohorts.Index().ToLookup(cohort => cohort.Item.StaffGroup, cohort => cohort.Index);
        GroupCohorts = [.. model.StaffGroups.Select((_, group) => byGroup[group].ToArray())];
        LeavingRow = AssumptionResolver.ForCohorts(model, Parameter.LeavingRate);
        VacancyRow = AssumptionResolver.ForCohorts(model, Parameter.VacancyRate);
        PostsGrowthRow = AssumptionResolver.ForCohorts(model, Parameter.PostsGrowth);
        PostsDeliveredRow = AssumptionResolver.ForCohorts(model, Parameter.PostsDelivered);
        CoverShareRow = AssumptionResolver.ForCohorts(model, Parameter.CoverShare);
        CoverCapRow = AssumptionResolver.ForCohorts(model, Parameter.CoverCap);
        ConvertingRow = [.. model.Conversions.Select((_, conversion) => AssumptionResolver.ForConversion(model, conversion))];
        NetChangeRow = AssumptionResolver.ForStaffGroups(model, Parameter.NetChange);
        MonthsToFillRow = AssumptionResolver.ForStaffGroups(model, Parameter.MonthsToFill);
        CandidatesKeptRow = AssumptionResolver.ForStaffGroups(model, Parameter.CandidatesKept);
        ElasticityRow = AssumptionResolver.ForStaffGroups(model, Parameter.SupplyElasticity);
        PoolSources = [.. model.Pools.Select(pool => SourcesOf(model, pool.StaffGroup))];
        PoolShare = PoolShares(model);
        SourceAges = [.. model.Sources.Select(source => new JoinerTables(source.Ages, Groups[source.StaffGroup]))];
        foreach (var parameter in OfSources)
        {
            for (var s = 0; s < model.Sources.Count; s++)
            {
                _sourceRows[(parameter, s, null)] = AssumptionResolver.ForSource(model, parameter, s, null);
                for (var stage = 0; stage < model.Sources[s].Stages.Count; stage++)
                    _sourceRows[(parameter, s, stage)] = AssumptionResolver.ForSource(model, parameter, s, stage);
            }
        }
    }

    public NationalModel Model { get; }

    /// <summary>By staff group; null for a group that only adds up others.</summary>
    public GroupTables[] Groups { get; }

    /// <summary>By cohort: the factor f of docs/method.md section 2.2.</summary>
    public double[] FteFactor { get; }

    /// <summary>By cohort, and one past the last: where its heads begin in the arrays of heads; in them the ages of its first band of length of service come first.</summary>
    public int[] CellsAt { get; }

    /// <summary>By cohort, band of length of service and age class.</summary>
    public double[] OpeningHeads { get; }

    /// <summary>Whether anybody wants to move to another place of the framework.</summary>
    public bool HasMovers { get; }

    /// <summary>By cohort: the conversions that its people can take, and the cohort that each leads to.</summary>
    public (int Conversion, int To)[][] ConversionsFrom { get; }

    /// <summary>The cohorts that some conversion leads to, in ascending order.</summary>
    public int[] ConvertTo { get; }

    /// <summary>By cohort: the pools that it recruits from, the smallest first.</summary>
    public int[][] CohortPools { get; }

    /// <summary>By pool: the cohorts that recruit from it, the most attractive first.</summary>
    public int[][] PoolCohorts { get; }

    /// <summary>The pools of trusts, of systems, of regions, of the nation, each in the order of the model (docs/method.md section 3.4).</summary>
    public int[] SmallestPoolsFirst { get; }

    /// <summary>The pools that lie within no other of their staff group and that some cohort recruits from, in the order of the model.</summary>
    public int[] WidestPools { get; }

    /// <summary>By pool: the sources of its staff group, beside other.</summary>
    public int[][] PoolSources { get; }

    /// <summary>By pool: its share of what a source of its staff group brings.</summary>
    public double[] PoolShare { get; }

    /// <summary>By source: the ages of those who join.</summary>
    public JoinerTables[] SourceAges { get; }

    /// <summary>The staff groups that hold staff.</summary>
    public int[] LeafGroups { get; }

    /// <summary>By staff group: its cohorts.</summary>
    public int[][] GroupCohorts { get; }

    /// <summary>By month, 0 holding nothing: posts that a plan adds.</summary>
    public PlannedPosts[][] PlannedPostsByMonth { get; }

    /// <summary>By month, 0 holding nothing: published transfers and adjustments.</summary>
    public PublishedMove[][] MovesByMonth { get; }

    public int[] LeavingRow { get; }

    public int[] VacancyRow { get; }

    public int[] PostsGrowthRow { get; }

    /// <summary>By cohort: its row of the register; -1 for none, and all planned posts are funded.</summary>
    public int[] PostsDeliveredRow { get; }

    /// <summary>By cohort; -1 where no row applies.</summary>
    public int[] CoverShareRow { get; }

    /// <summary>By cohort; -1 where no row applies.</summary>
    public int[] CoverCapRow { get; }

    /// <summary>By conversion.</summary>
    public int[] ConvertingRow { get; }

    public int[] NetChangeRow { get; }

    public int[] MonthsToFillRow { get; }

    public int[] CandidatesKeptRow { get; }

    public int[] ElasticityRow { get; }

    /// <summary>The register's row for a parameter of a source or one of its stages; -1 where none applies.</summary>
    public int SourceRow(Parameter parameter, int source, int? stage) => _sourceRows[(parameter, source, stage)];

    /// <summary>The share of a cohort's opening heads that is in a cell of its part of the arrays of heads.</summary>
    public double OpeningShare(int cohort, int cell)
    {
        var tables = Groups[Model.Cohorts[cohort].StaffGroup];
        return tables.StockShare[cell % Ages.Count] * tables.Service.OpeningShare[cell];
    }

    /// <summary>How messages name a cohort: place, service, staff group.</summary>
    public string NameOf(int cohort)
    {
        var c = Model.Cohorts[cohort];
        return $"{Model.Places[c.Place].Code}/{Model.Services[c.Service].Code}/{Model.StaffGroups[c.StaffGroup].Code}";
    }

    private static double[] FteFactors(NationalModel model, GroupTables[] groups)
    {
        var fte = new double[model.StaffGroups.Count];
        var weighted = new double[model.StaffGroups.Count];
        foreach (var cohort in model.Cohorts)
        {
            fte[cohort.StaffGroup] += cohort.OpeningFte.Value;
            weighted[cohort.StaffGroup] += cohort.OpeningHeads.Value * groups[cohort.StaffGroup].StockFtePerHead[0];
        }

        return
        [
            .. model.Cohorts.Select(cohort =>
            {
                var g = cohort.StaffGroup;
                if (cohort.OpeningHeads.Value > 0)
                    return cohort.OpeningFte.Value / (cohort.OpeningHeads.Value * groups[g].StockFtePerHead[0]);
                return weighted[g] > 0 ? fte[g] / weighted[g] : 1;
            }),
        ];
    }

    private static int[] CellStarts(NationalModel model, GroupTables[] groups)
    {
        var starts = new int[model.Cohorts.Count + 1];
        for (var c = 0; c < model.Cohorts.Count; c++)
            starts[c + 1] = starts[c] + (groups[model.Cohorts[c].StaffGroup].Service.Bands * Ages.Count);
        return starts;
    }

    private double[] Opening()
    {
        var heads = new double[CellsAt[^1]];
        for (var c = 0; c < Model.Cohorts.Count; c++)
        {
            for (var i = CellsAt[c]; i < CellsAt[c + 1]; i++)
                heads[i] = Model.Cohorts[c].OpeningHeads.Value * OpeningShare(c, i - CellsAt[c]);
        }

        return heads;
    }

    private static IEnumerable<(int Conversion, int To)> ConversionsOf(NationalModel model, Cohort from, Dictionary<(int Place, int Service, int StaffGroup), int> cohortAt)
    {
        foreach (var (i, conversion) in model.Conversions.Index())
        {
            if ((conversion.FromService, conversion.FromStaffGroup) == (from.Service, from.StaffGroup)
                && cohortAt.TryGetValue((from.Place, conversion.ToService, conversion.ToStaffGroup), out var to))
                yield return (i, to);
        }
    }

    private static int[] SourcesOf(NationalModel model, int group) =>
        [.. Enumerable.Range(0, model.Sources.Count).Where(s => model.Sources[s].StaffGroup == group)];

    /// <summary>Shares by opening FTE; of a staff group that opens without staff by the posts planned for it, and equal ones where none are.</summary>
    private static double[] PoolShares(NationalModel model)
    {
        var weights = new double[][] { new double[model.Pools.Count], new double[model.Pools.Count], [.. model.Pools.Select(_ => 1.0)] };
        foreach (var cohort in model.Cohorts)
        {
            foreach (var pool in cohort.Pools)
                weights[0][pool] += cohort.OpeningFte.Value;
        }

        foreach (var planned in model.PlannedPosts)
        {
            foreach (var pool in model.Cohorts[planned.Cohort].Pools)
                weights[1][pool] += planned.Fte;
        }

        return [.. model.Pools.Select((pool, p) => ShareOf(model, pool.StaffGroup, p, weights))];
    }

    /// <summary>A pool's share of its staff group by the first of the weights that any of the group's pools has.</summary>
    private static double ShareOf(NationalModel model, int group, int pool, double[][] weights)
    {
        foreach (var weight in weights)
        {
            double whole = 0;
            for (var p = 0; p < weight.Length; p++)
                whole += model.Pools[p].StaffGroup == group ? weight[p] : 0;
            if (whole > 0) return weight[pool] > 0 ? weight[pool] / whole : 0;
        }

        return 0;
    }
}
