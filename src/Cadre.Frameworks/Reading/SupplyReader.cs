using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads supply.csv: the pools of candidates, and gives every cohort those that it recruits from.</summary>
internal sealed class SupplyReader
{
    private readonly ReadContext _context;
    private readonly CsvTable _table;
    private readonly RowKeys _keys;
    private readonly Dictionary<(int Group, int Catchment), int> _indexes = [];
    private readonly List<CandidatePool> _pools = [];

    private SupplyReader(ReadContext context)
    {
        _context = context;
        _table = context.Table(FrameworkTables.Supply);
        _keys = new RowKeys(_table);
    }

    /// <summary>The pools in the order of the file; sets the pools of each cohort.</summary>
    public static List<CandidatePool> Read(ReadContext context, StaffGroupTree tree, IReadOnlyList<Place> places, CohortIndex index, List<Cohort> cohorts)
    {
        var reader = new SupplyReader(context);
        foreach (var row in reader._table.Rows)
            reader.ReadRow(row, tree);
        for (var i = 0; i < cohorts.Count; i++)
            cohorts[i] = cohorts[i] with { Pools = reader.PoolsOf(cohorts[i], places) };
        reader.CheckEveryCohortHasOne(places, index, cohorts);
        return reader._pools;
    }

    private void ReadRow(CsvRow row, StaffGroupTree tree)
    {
        var group = LeafReference.Read(row, _context, tree);
        var catchment = row.Reference("catchment", _context.Places);
        var pool = new CandidatePool
        {
            StaffGroup = group,
            Catchment = catchment,
            InflowPerYear = row.Number("inflow_per_year", Quantity.Candidates),
            OpeningPool = row.Number("opening_pool", Quantity.Candidates),
            JoinersPerYear = row.Number("joiners_fte_per_year", Quantity.Fte),
        };
        Provenance.Read(row, _context);
        if (!_keys.TryAdd(row, new RowKey(group, catchment), "staff_group", _ => $"\"{row.OptionalText("staff_group")}\" in \"{row.OptionalText("catchment")}\""))
            return;
        _indexes.Add((group, catchment), _pools.Count);
        _pools.Add(pool);
    }

    /// <summary>The pools with a catchment on the way up, the smallest first (docs/method.md section 3.3).</summary>
    private int[] PoolsOf(Cohort cohort, IReadOnlyList<Place> places) =>
    [
        .. WayUp.FromPlace(places, cohort.Place)
            .Select(place => _indexes.GetValueOrDefault((cohort.StaffGroup, place), -1))
            .Where(pool => pool >= 0),
    ];

    private void CheckEveryCohortHasOne(IReadOnlyList<Place> places, CohortIndex index, List<Cohort> cohorts)
    {
        var without = cohorts.Index()
            .Where(cohort => cohort.Item.Pools.Count == 0 && WayUp.FromPlace(places, cohort.Item.Place).All(place => _keys.Lacks(new RowKey(cohort.Item.StaffGroup, place))))
            .Where(cohort => Rooted.IsPlace(places, cohort.Item.Place))
            .GroupBy(cohort => cohort.Item.StaffGroup);
        foreach (var group in without)
        {
            var code = _context.StaffGroups[group.Key];
            var lines = string.Join(", ", group.Select(cohort => index.Rows[cohort.Index].Line));
            _context.Problems.Add(_table.Schema.File, "catchment", $"no pool of \"{code}\" for the cohorts in {FrameworkTables.Stock.File}, line {lines}", "one with a catchment that holds their place");
        }
    }
}
