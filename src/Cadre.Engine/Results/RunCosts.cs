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
    private static readonly CostItem[] OfLeaves = [CostItem.Staff, CostItem.Cover, CostItem.Training, CostItem.Total];

    private readonly NationalModel _model;
    private readonly Money _money;
    private readonly int _workers;
    private readonly CostBasis _basis;
    private readonly Dictionary<(int Place, int Leaf), double> _openingFte = [];
    private readonly Dictionary<int, int[]> _leaves;
    private readonly double[] _perFte;
    private readonly double[] _levers;
    private readonly ConcurrentDictionary<CostLine, double[]> _values = [];

    internal RunCosts(NationalModel model, Money money, RunOptions options, CostBasis basis)
    {
        (_model, _money, _workers, _basis) = (model, money, options.Workers, basis);
        int[] leaves = [.. Enumerable.Range(0, model.StaffGroups.Count).Where(group => model.StaffGroups[group].AgeBands.Count > 0)];
        _leaves = leaves.ToDictionary(leaf => leaf, leaf => new[] { leaf });
        Everybody = model.Everybody;
        _leaves[Everybody] = leaves;
        _perFte = [.. model.StaffGroups.Select((group, g) => group.AgeBands.Count > 0 ? money.CostPerFte(g) : 0)];
        _levers = [.. Enumerable.Range(0, options.Months + 1).Select(month => month == 0 ? 0 : LeversIn(options.Scenario, model.MonthAt(month)))];
        Years = [.. YearsOf(model, options.Months)];
        AddUpOpening();
        Envelopes = [.. Years.Select(Beside)];
    }

    /// <summary>The costs of a run, each future with its own premium on cover (0 where no row applies); null where the model has no pay.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">What was run of it.</param>
    /// <param name="records">What was kept.</param>
    /// <param name="starts">By run, the central one first, then source, then month (0 holds nothing): heads who start.</param>
    /// <param name="draws">By row of the register, then future: the values drawn.</param>
    internal static RunCosts? Of(NationalModel model, RunOptions options, RunRecords records, double[][][] starts, double[][] draws)
    {
        if (model.Money is not { } money) return null;
        double[] Premiums(int row) => row < 0
            ? new double[1 + records.Futures.Count]
            : [options.Scenario.Changes.GetValueOrDefault(row, model.Assumptions[row]).Central, .. draws[row]];
        return new RunCosts(model, money, options, new CostBasis(records, [.. AssumptionResolver.ForStaffGroups(model, Parameter.CoverPremium).Select(Premiums)], starts));
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
        where place == _model.Nation || _leaves[@group].Any(leaf => _openingFte.ContainsKey((place, leaf)))
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

    /// <summary>What staff every place and leaf has on the opening day.</summary>
    private void AddUpOpening()
    {
        foreach (var cohort in _model.Cohorts)
        {
            foreach (var (place, weight) in _basis.Records.Plan.PlacesAbove(cohort.Place).Where(above => IsCounted(above.Key)))
                _openingFte[(place, cohort.StaffGroup)] = _openingFte.GetValueOrDefault((place, cohort.StaffGroup)) + (weight * cohort.OpeningFte.Value);
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
        if (item == CostItem.Levers) return [.. Enumerable.Repeat(Sum(_levers.AsSpan(year.First, year.Months)), Runs)];
        if (_leaves[group] is not [var leaf] || leaf != group) return SumOf(_leaves[group].Select(below => line with { StaffGroup = below }));
        if (item == CostItem.Training) return [.. _basis.Starts.Select(starts => Training(starts, year, leaf))];
        if (!_openingFte.ContainsKey((place, leaf))) return new double[Runs];
        return item == CostItem.Cover ? Cover(line, leaf) : Staff(line, leaf);
    }

    /// <summary>The central run and the futures.</summary>
    private int Runs => 1 + _basis.Records.Futures.Count;

    private double[] SumOf(IEnumerable<CostLine> lines)
    {
        var sum = new double[Runs];
        foreach (var line in lines)
        {
            var values = ValuesOf(line);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += values[i];
        }

        return sum;
    }

    /// <summary>Staff in post at the mean of each month's two ends.</summary>
    private double[] Staff(CostLine line, int leaf)
    {
        var sums = new double[Runs];
        var before = line.Year.First == 1 ? OpeningFte(line.Place, leaf) : InRuns(line.Place, leaf, line.Year.First - 1, Measure.Fte);
        for (var month = line.Year.First; month <= line.Year.Last; month++)
        {
            var after = InRuns(line.Place, leaf, month, Measure.Fte);
            for (var i = 0; i < sums.Length; i++)
                sums[i] += (before[i] + after[i]) / 2;
            before = after;
        }

        var perMonth = _perFte[leaf] / 12;
        foreach (ref var sum in sums.AsSpan())
            sum *= perMonth;
        return sums;
    }

    /// <summary>Cover at the end of each month with its premium.</summary>
    private double[] Cover(CostLine line, int leaf)
    {
        var sums = new double[Runs];
        for (var month = line.Year.First; month <= line.Year.Last; month++)
        {
            var cover = InRuns(line.Place, leaf, month, Measure.Cover);
            for (var i = 0; i < sums.Length; i++)
                sums[i] += cover[i];
        }

        var perMonth = _perFte[leaf] / 12;
        for (var i = 0; i < sums.Length; i++)
            sums[i] = sums[i] * perMonth * (1 + _basis.Premium[leaf][i]);
        return sums;
    }

    private double[] OpeningFte(int place, int leaf)
    {
        var opening = new double[Runs];
        Array.Fill(opening, _openingFte[(place, leaf)]);
        return opening;
    }

    /// <summary>A measure of a place and leaf in a month of the central run, then of every future.</summary>
    private double[] InRuns(int place, int leaf, int month, Measure measure)
    {
        var line = new Line(place, null, leaf);
        return [_basis.Records.Central(line, month, measure)!.Value, .. _basis.Records.InFutures(line, month, measure)!];
    }

    private double Training(double[][] starts, CostYear year, int leaf)
    {
        double sum = 0;
        for (var source = 0; source < _model.Sources.Count; source++)
        {
            if (_model.Sources[source].StaffGroup == leaf && _money.TrainingCosts[source] is { } pounds)
                sum += pounds * Sum(starts[source].AsSpan(year.First, year.Months));
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

/// <summary>What the costs of a run are worked out from.</summary>
/// <param name="Records">What was kept of it.</param>
/// <param name="Premium">By staff group, then run, the central one first: what cover costs above employed staff, share.</param>
/// <param name="Starts">By run, the central one first, then source, then month (0 holds nothing): heads who start.</param>
internal readonly record struct CostBasis(RunRecords Records, double[][] Premium, double[][][] Starts);
