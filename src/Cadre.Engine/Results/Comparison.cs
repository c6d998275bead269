using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>
/// Two scenarios of one model in the same futures (docs/method.md section 9): each future's difference is taken before
/// percentiles, so that what both share does not widen the range.
/// </summary>
public sealed class Comparison
{
    private const double Tolerance = 1e-9;

    private readonly Line[] _lines;

    /// <summary>Compares two runs.</summary>
    /// <param name="a">The first, from which the difference is taken.</param>
    /// <param name="b">The second.</param>
    /// <exception cref="ArgumentException">They are not runs of the same months and futures of one model.</exception>
    public Comparison(RunResult a, RunResult b)
    {
        if (!ReferenceEquals(a.Model, b.Model) || a.Options with { Scenario = b.Options.Scenario, Threads = b.Options.Threads } != b.Options)
            throw new ArgumentException("Only runs of the same model, months, futures and seed can be compared.", nameof(b));
        (A, B) = (a, b);
        _lines =
        [
            .. a.Lines.Where(line => a.Model.Places[line.Place].IsNationOrRegion)
                .OrderBy(line => a.Model.Places[line.Place].Level).ThenBy(line => line.Place).ThenBy(line => line.Service ?? -1).ThenBy(line => line.StaffGroup).ThenBy(line => line.Sector),
        ];
    }

    /// <summary>The first scenario's run.</summary>
    public RunResult A { get; }

    /// <summary>The second scenario's run.</summary>
    public RunResult B { get; }

    /// <summary>The model of both.</summary>
    public NationalModel Model => A.Model;

    /// <summary>Months of both.</summary>
    public int Months => A.Options.Months;

    /// <summary>A measure of a line in a month; null when the runs do not hold it.</summary>
    public ComparedFigure? Of(Line line, int month, Measure measure)
    {
        if (A.Summarise(line, month, measure) is not { } a || B.Summarise(line, month, measure) is not { } b) return null;
        var differences = A.InEveryFuture(line, month, measure).Zip(B.InEveryFuture(line, month, measure), (inA, inB) => inB - inA);
        return new ComparedFigure(a, b, Summary.Of(b.Central - a.Central, [.. differences]));
    }

    /// <summary>A measure of several lines together in a month, each by its weight; lines that the runs do not hold count nothing, and it is null when they hold none.</summary>
    public ComparedFigure? OfSum(IReadOnlyList<(Line Line, double Weight)> lines, int month, Measure measure)
    {
        (Line Line, double Weight)[] held = [.. lines.Where(line => A.Summarise(line.Line, month, measure) is not null)];
        if (held.Length == 0) return null;
        if (held is [(var only, 1)]) return Of(only, month, measure);
        var (a, b) = (new double[A.FuturesRun], new double[A.FuturesRun]);
        double centralA = 0, centralB = 0;
        foreach (var (line, weight) in held)
        {
            (centralA, centralB) = (centralA + (weight * A.Central(line, month, measure)), centralB + (weight * B.Central(line, month, measure)));
            foreach (var (i, (inA, inB)) in A.InEveryFuture(line, month, measure).Zip(B.InEveryFuture(line, month, measure)).Index())
                (a[i], b[i]) = (a[i] + (weight * inA), b[i] + (weight * inB));
        }

        double[] differences = [.. a.Zip(b, (inA, inB) => inB - inA)];
        return new ComparedFigure(Summary.Of(centralA, a), Summary.Of(centralB, b), Summary.Of(centralB - centralA, differences));
    }

    /// <summary>Every figure of the nation and its regions in the order of compare.csv: month, then nation to regions, then measure.</summary>
    public IEnumerable<ComparedRow> Rows()
    {
        var measures = Enum.GetValues<Measure>();
        return Enumerable.Range(1, Months)
            .SelectMany(month => _lines.Where(line => A.IsListed(line, month)).SelectMany(line => measures.Select(measure => (month, line, measure))))
            .AsParallel().AsOrdered().WithDegreeOfParallelism(A.Options.Workers)
            .Select(row => new ComparedRow(row.month, row.line, row.measure, Of(row.line, row.month, row.measure)!.Value));
    }

    /// <summary>A cost of both, pounds; null where the model has no pay.</summary>
    public ComparedFigure? CostOf(CostLine line)
    {
        if (A.Costs is not { } a || B.Costs is not { } b) return null;
        var differences = a.InEveryFuture(line).Zip(b.InEveryFuture(line), (inA, inB) => inB - inA);
        return new ComparedFigure(a.Summarise(line), b.Summarise(line), Summary.Of(b.Central(line) - a.Central(line), [.. differences]));
    }

    /// <summary>The rows of cost_difference.csv, in the order of cost.csv; none where the model has no pay.</summary>
    public IEnumerable<ComparedCostRow> Costs() => Compared(A.Costs?.Lines ?? []);

    /// <summary>Those of them that are of everybody in the nation.</summary>
    public IEnumerable<ComparedCostRow> NationalCosts() =>
        Compared((A.Costs?.Lines ?? []).Where(line => line.Place == Model.Nation && line.StaffGroup == A.Costs!.Everybody));

    private ParallelQuery<ComparedCostRow> Compared(IEnumerable<CostLine> lines) =>
        lines.AsParallel().AsOrdered().WithDegreeOfParallelism(A.Options.Workers)
            .Select(line => new ComparedCostRow(line, CostOf(line)!.Value));

    /// <summary>What makes the difference in staff of the nation and its regions, month by month; every service and sector together.</summary>
    /// <exception cref="InvariantException">The flows of a line do not add up to its difference in staff.</exception>
    public IEnumerable<FlowDifferenceRow> Flows()
    {
        Line[] lines = [.. _lines.Where(line => line is { Service: null, Sector: null })];
        var sums = new FlowDifference[lines.Length];
        for (var month = 1; month <= Months; month++)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                var joiners = sums[i].Joiners + Central(lines[i], month, Measure.Joiners);
                var leavers = sums[i].Leavers + Central(lines[i], month, Measure.Leavers);
                var moves = sums[i].Moves + Central(lines[i], month, Measure.Moves);
                sums[i] = new FlowDifference(joiners, leavers, moves, Central(lines[i], month, Measure.Heads));
                Check(lines[i], month, sums[i]);
                yield return new FlowDifferenceRow(month, lines[i], sums[i]);
            }
        }
    }

    /// <summary>
    /// Need and gap to need in a month (1 for the first) for every place with a need and those above it, in the order of
    /// <see cref="RunResult.Needs"/>.
    /// </summary>
    public IReadOnlyList<ComparedNeed> Needs(int month) =>
    [
        .. A.NeedsInFutures(month).Zip(B.NeedsInFutures(month), (a, b) => new ComparedNeed(
            a.Row, b.Row, Summary.Of(b.Row.Need - a.Row.Need, Less(b.Need, a.Need)), b.Row.Gap - a.Row.Gap,
            a.Gap is not null && b.Gap is not null ? Summary.Of(b.Row.Gap - a.Row.Gap, Less(b.Gap, a.Gap)) : null)),
    ];

    /// <summary>Need and gap to need of every line that both runs record in a month (1 for the first), as <see cref="RunResult.NeedLines"/> of each.</summary>
    public IEnumerable<ComparedNeedLine> NeedLines(int month)
    {
        IEnumerable<NeedLine> Lines(IEnumerable<NeedInFutures> rows) => NeedLine.Of(Model, rows, line => A.IsListed(line, month));
        var (a, b) = (A.RecordedNeeds(month), B.RecordedNeeds(month));
        var differences = a.Zip(b, (inA, inB) => new NeedInFutures(
            new NeedRow(inB.Row.Place, inB.Row.Service, inB.Row.StaffGroup, inB.Row.Need - inA.Row.Need, inB.Row.Posts - inA.Row.Posts, inB.Row.Staff - inA.Row.Staff) { NeedSummary = default, GapSummary = null },
            Less(inB.Need, inA.Need), inA.Gap is not null && inB.Gap is not null ? Less(inB.Gap, inA.Gap) : null));
        return Lines(a).Zip(Lines(b), Lines(differences)).Select(line => new ComparedNeedLine(line.First.Line, line.First.Total, line.Second.Total, line.Third.Total));
    }

    private static double[] Less(double[] from, double[] what) => [.. from.Zip(what, (one, other) => one - other)];

    private double Central(Line line, int month, Measure measure) => B.Central(line, month, measure) - A.Central(line, month, measure);

    private void Check(Line line, int month, FlowDifference flows)
    {
        var scale = Math.Max(1, A.Central(line, month, Measure.Heads)) * month;
        if (Math.Abs(flows.Joiners - flows.Leavers + flows.Moves - flows.Staff) <= Tolerance * scale) return;
        throw new InvariantException(
            $"{Model.Places[line.Place].Code}/{Model.StaffGroups[line.StaffGroup].Code}, month {month}: {flows.Joiners:R} more joiners less {flows.Leavers:R} more leavers and {flows.Moves:R} more moves are not {flows.Staff:R} more staff.");
    }
}
