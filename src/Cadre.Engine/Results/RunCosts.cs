using System.Collections.Concurrent;
using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>
/// What a run costs by financial year, for the nation and its regions (docs/method.md section 11). Every future has its own cost, from
/// its own staff, cover, premium and starts; a year is added up within a future before anything is taken over the futures.
/// </summary>
public sealed class RunCosts
{
    private static readonly CostItem[] OfRegions = [CostItem.Staff, CostItem.Cover, CostItem.Total];
    private static readonly int FteAt = Array.IndexOf(RecordingPlan.Kept, Measure.Fte);
    private static readonly int CoverAt = Array.IndexOf(RecordingPlan.Kept, Measure.Cover);
    private static readonly CostItem[] OfLeaves = [CostItem.Staff, CostItem.Cover, CostItem.Training, CostItem.Total];

    private readonly NationalModel _model;
    private readonly Money _money;
    private readonly int _workers;
    private readonly CostBasis _central;
    private readonly CostBasis[] _futures;
    private readonly Dictionary<(int Place, int Leaf), (double OpeningFte, int[] Slots)> _stocks = [];
    private readonly Dictionary<int, int[]> _leaves;
    private readonly double[] _perFte;
    private readonly double[] _levers;
    private readonly ConcurrentDictionary<CostLine, double[]> _values = [];

    internal RunCosts(NationalModel model, Money money, RunOptions options, RecordingPlan plan, CostBasis central, CostBasis[] futures)
    {
        (_model, _money, _workers, _central, _futures) = (model, money, options.Workers, central, futures);
        int[] leaves = [.. Enumerable.Range(0, model.StaffGroups.Count).Where(group => model.StaffGroups[group].AgeBands.Count > 0)];
        _leaves = leaves.ToDictionary(leaf => leaf, leaf => new[] { leaf });
        Everybody = model.Everybody;
        _leaves[Everybody] = leaves;
        _perFte = [.. model.StaffGroups.Select((group, g) => group.AgeBands.Count > 0 ? money.CostPerFte(g) : 0)];
        _levers = [.. Enumerable.Range(0, options.Months + 1).Select(month => month == 0 ? 0 : LeversIn(options.Scenario, model.MonthAt(month)))];
        Years = [.. YearsOf(model, options.Months)];
        FindStocks(plan);
        Envelopes = [.. Years.Select(Beside)];
    }

    /// <summary>The costs of a run, each future with its own premium on cover (0 where no row applies); null where the model has no pay.</summary>
    internal static RunCosts? Of(
        NationalModel model, RunOptions options, RecordingPlan plan, (double[] Record, double[][] Starts) central, (double[] Record, double[][] Starts)[] futures, double[][] draws)
    {
        if (model.Money is not { } money) return null;
        var rows = AssumptionResolver.ForStaffGroups(model, Parameter.CoverPremium);
        double Central(int row) => options.Scenario.Changes.GetValueOrDefault(row, model.Assumptions[row]).Central;
        double[] Premium(Func<int, double> valueOf) => [.. rows.Select(row => row >= 0 ? valueOf(row) : 0)];
        return new RunCosts(
            model,
            money,
            options,
            plan,
            new CostBasis(central.Record, Premium(Central), central.Starts),
            [.. futures.Select((future, i) => new CostBasis(future.Record, Premium(row => draws[row][i]), future.Starts))]);
    }

    /// <summary>The year in whose prices all of it is.</summary>
    public FinancialYear Prices => _money.Prices;

    /// <summary>The years that the run reaches; the first and the last may hold fewer than twelve months.</summary>
    public IReadOnlyList<CostYear> Years { get; }

    /// <summary>Index of the staff group that holds everybody.</summary>
    public int Everybody { get; }

    /// <summary>By year: the nation's cost beside its envelope.</summary>
    public IReadOnlyList<EnvelopeResult> Envelopes { get; }

    /// <summary>Indexes of the sources of candidates whose training costs are not known and left out.</summary>
    public IReadOnlyList<int> SourcesWithoutCost => [.. Enumerable.Range(0, _model.Sources.Count).Where(source => _money.TrainingCosts[source] is null)];

    /// <summary>
    /// Every cost in the order of cost.csv: year, then nation and regions, then leaves and everybody in the order of the staff groups,
    /// then item. Training is the nation's; levers are everybody's in the nation.
    /// </summary>
    public IEnumerable<CostLine> Lines =>
        from year in Years
        from place in Enumerable.Range(0, _model.Places.Count).Where(IsCounted).OrderBy(place => _model.Places[place].Level)
        from @group in _leaves.Keys.Order()
        where place == _model.Nation || _leaves[@group].Any(leaf => _stocks.ContainsKey((place, leaf)))
        from item in ItemsOf(place, @group)
        select new CostLine(year, place, @group, item);

    /// <summary>The nation's cost of an item in a year.</summary>
    public CostLine National(CostYear year, CostItem item) => new(year, _model.Nation, Everybody, item);

    /// <summary>A cost in the central run, pounds.</summary>
    public double Central(CostLine line) => ValuesOf(line)[0];

    /// <summary>A cost in every future run, pounds, in the order of their numbers.</summary>
    public IReadOnlyList<double> InEveryFuture(CostLine line) => ValuesOf(line)[1..];

    /// <summary>A cost over the futures, pounds.</summary>
    public Summary Summarise(CostLine line) => Summary.Of(Central(line), [.. InEveryFuture(line)]);

    /// <summary>The rows of cost.csv.</summary>
    public IEnumerable<CostRow> Rows() =>
        Lines.AsParallel().AsOrdered().WithDegreeOfParallelism(_workers).Select(line => new CostRow(line, Summarise(line)));

    private static IEnumerable<CostYear> YearsOf(NationalModel model, int months) =>
        Enumerable.Range(1, months).GroupBy(month => FinancialYear.Of(model.MonthAt(month))).Select(year => new CostYear(year.Key, year.First(), year.Last()));

    /// <summary>What the levers cost in a month: that of a year at whole size, by the share of its size that each has.</summary>
    private static double LeversIn(Scenario scenario, CalendarMonth month) => scenario.Levers.Sum(lever => lever.CostIn(month));

    private bool IsCounted(int place) => _model.Places[place].IsNationOrRegion;

    private CostItem[] ItemsOf(int place, int group) =>
        place != _model.Nation ? OfRegions : group == Everybody ? Enum.GetValues<CostItem>() : OfLeaves;

    /// <summary>Where the staff and cover of every place and leaf stand in a record, and what staff it has on the opening day.</summary>
    private void FindStocks(RecordingPlan plan)
    {
        foreach (var cohort in _model.Cohorts)
        {
            foreach (var (place, weight) in plan.PlacesAbove(cohort.Place).Where(above => IsCounted(above.Key)))
            {
                var key = (place, cohort.StaffGroup);
                if (!_stocks.TryGetValue(key, out var stock))
                {
                    var line = new Line(place, null, cohort.StaffGroup);
                    stock = (0, [.. Enumerable.Range(1, plan.Months).Select(month => plan.SlotOf(line, month)!.Value)]);
                }

                _stocks[key] = stock with { OpeningFte = stock.OpeningFte + (weight * cohort.OpeningFte.Value) };
            }
        }
    }

    private EnvelopeResult Beside(CostYear year)
    {
        var line = National(year, CostItem.Total);
        double[] totals = [.. InEveryFuture(line)];
        double? envelope = _money.Envelopes.Any(row => row.Year == year.Year) ? _money.Envelopes.First(row => row.Year == year.Year).Pounds : null;
        double? probability = envelope is { } pounds && year.IsWhole && totals.Length > 0 ? (double)totals.Count(total => total <= pounds) / totals.Length : null;
        return new EnvelopeResult(year, Summary.Of(Central(line), totals), envelope, probability);
    }

    /// <summary>Docs/method.md section 11: a cost in the central run, then in every future. Sums are taken of costs that are known already.</summary>
    private double[] ValuesOf(CostLine line) => _values.GetOrAdd(line, WorkOut);

    private double[] WorkOut(CostLine line)
    {
        var (year, place, group, item) = line;
        if (item == CostItem.Total) return SumOf(ItemsOf(place, group).Where(part => part != CostItem.Total).Select(part => line with { Item = part }));
        if (item == CostItem.Levers) return [.. Enumerable.Repeat(Sum(_levers.AsSpan(year.First, year.Months)), 1 + _futures.Length)];
        if (_leaves[group] is not [var leaf] || leaf != group) return SumOf(_leaves[group].Select(below => line with { StaffGroup = below }));
        return [.. _futures.Prepend(_central).Select(future => item == CostItem.Training ? Training(future, year, leaf) : Stock(future, line, leaf))];
    }

    private double[] SumOf(IEnumerable<CostLine> lines)
    {
        var sum = new double[1 + _futures.Length];
        foreach (var line in lines)
        {
            var values = ValuesOf(line);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += values[i];
        }

        return sum;
    }

    /// <summary>Staff in post at the mean of a month's two ends, or cover at its end with its premium.</summary>
    private double Stock(in CostBasis future, CostLine line, int leaf)
    {
        if (!_stocks.TryGetValue((line.Place, leaf), out var stock)) return 0;
        var perMonth = _perFte[leaf] / 12;
        return line.Item == CostItem.Cover
            ? CoverMonths(future, line.Year, stock.Slots) * perMonth * (1 + future.Premium[leaf])
            : StaffMonths(future, line.Year, stock.OpeningFte, stock.Slots) * perMonth;
    }

    /// <summary>FTE of the months added up, each at the mean of its two ends.</summary>
    private static double StaffMonths(in CostBasis future, CostYear year, double openingFte, int[] slots)
    {
        double sum = 0;
        var before = year.First == 1 ? openingFte : future.Record[slots[year.First - 2] + FteAt];
        for (var month = year.First; month <= year.Last; month++)
        {
            var after = future.Record[slots[month - 1] + FteAt];
            sum += (before + after) / 2;
            before = after;
        }

        return sum;
    }

    /// <summary>FTE of the months added up, each at its end.</summary>
    private static double CoverMonths(in CostBasis future, CostYear year, int[] slots)
    {
        double sum = 0;
        for (var month = year.First; month <= year.Last; month++)
            sum += future.Record[slots[month - 1] + CoverAt];
        return sum;
    }

    private double Training(in CostBasis future, CostYear year, int leaf)
    {
        double sum = 0;
        for (var source = 0; source < _model.Sources.Count; source++)
        {
            if (_model.Sources[source].StaffGroup == leaf && _money.TrainingCosts[source] is { } pounds)
                sum += pounds * Sum(future.Starts[source].AsSpan(year.First, year.Months));
        }

        return sum;
    }

    private static double Sum(ReadOnlySpan<double> months)
    {
        double sum = 0;
        foreach (var value in months)
            sum += value;
        return sum;
    }
}

/// <summary>What the cost of one future is worked out from.</summary>
/// <param name="Record">Its record.</param>
/// <param name="Premium">By staff group: what cover costs above employed staff, share.</param>
/// <param name="Starts">By source, then month (0 holds nothing): heads who start.</param>
internal readonly record struct CostBasis(double[] Record, double[] Premium, double[][] Starts);
