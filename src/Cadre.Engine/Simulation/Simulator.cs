using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// One future, month by month (docs/method.md section 3). The arrays are reused
/// from future to future; an instance belongs to one thread.
/// </summary>
internal sealed class Simulator
{
    private readonly PreparedModel _prepared;
    private readonly NationalModel _model;
    private readonly double[] _heads;
    private readonly double[] _exit;
    private readonly double[] _exitSeason;
    private readonly double[] _exitRate;
    private readonly double[] _fte;
    private readonly double[] _posts;
    private readonly CohortMonth[] _months;
    private readonly LeverSchedule _levers;
    private readonly CandidatePools _pools;
    private FutureParameters _future;

    public Simulator(PreparedModel prepared)
        : this(prepared, Scenario.Baseline)
    {
    }

    public Simulator(PreparedModel prepared, Scenario scenario)
    {
        _prepared = prepared;
        _model = prepared.Model;
        _heads = new double[prepared.OpeningHeads.Length];
        _exit = new double[prepared.OpeningHeads.Length];
        _exitSeason = new double[_model.Cohorts.Count];
        _exitRate = new double[_model.Cohorts.Count];
        _fte = new double[_model.Cohorts.Count];
        _posts = new double[_model.Cohorts.Count];
        _months = new CohortMonth[_model.Cohorts.Count];
        _levers = new LeverSchedule(prepared, scenario);
        _pools = new CandidatePools(prepared, _levers);
        _future = FutureParameters.Central(prepared);
    }

    /// <summary>The month just computed, by cohort.</summary>
    public ReadOnlySpan<CohortMonth> Month => _months;

    /// <summary>
    /// By pool: who joined from it in the month just computed, first those of "other", then those of each of
    /// <see cref="PreparedModel.PoolSources"/>.
    /// </summary>
    public Amount[][] PoolJoiners => _pools.Joiners;

    /// <summary>By source, then month (0 holds nothing): heads who start training, retraining or work from abroad in the future that is run.</summary>
    public double[][] Starts => _pools.Starts;

    /// <summary>By pool: whether wants, not candidates, limited hiring in the month just computed.</summary>
    public ReadOnlySpan<bool> LimitedByWants => _pools.LimitedByWants;

    /// <summary>
    /// Runs <paramref name="months"/> months and calls <paramref name="record"/> after each with its number.
    /// </summary>
    /// <exception cref="ModelException">A published move takes a cohort below 0.</exception>
    /// <exception cref="InvariantException">The account of a cohort does not close.</exception>
    public void Run(FutureParameters future, int months, Action<int> record)
    {
        _future = future;
        Open(months);
        for (var month = 1; month <= months; month++)
        {
            _future = _levers.InMonth(month, future);
            Step(month);
            record(month);
        }
    }

    private void Step(int month)
    {
        var calendarMonth = _model.MonthAt(month).Month;
        FundPosts(calendarMonth);
        Leave(month, calendarMonth);
        Move(month);
        _pools.Supply(_future, month, calendarMonth, _posts);
        Hire(month);
        Age(month);
        Close(month);
        Invariants.Check(_prepared, _months, month);
    }

    private void Open(int months)
    {
        _prepared.OpeningHeads.CopyTo(_heads, 0);
        Array.Fill(_exitSeason, double.NaN);
        for (var c = 0; c < _fte.Length; c++)
        {
            _fte[c] = _model.Cohorts[c].OpeningFte.Value;
            _posts[c] = _fte[c] / (1 - _future.VacancyRate[c]);
            _months[c] = default(CohortMonth) with { Closing = new Amount(_model.Cohorts[c].OpeningHeads.Value, _fte[c]) };
        }

        _pools.Open(_future, months, _posts);
    }

    /// <summary>Docs/method.md section 3.1.</summary>
    private void FundPosts(int calendarMonth)
    {
        if (calendarMonth != 4) return;
        for (var c = 0; c < _posts.Length; c++)
            _posts[c] *= 1 + _future.PostsGrowth[c];
    }

    /// <summary>Docs/method.md section 3.2: leaving. Opens the month's account.</summary>
    private void Leave(int month, int calendarMonth)
    {
        for (var c = 0; c < _months.Length; c++)
        {
            var cohort = _model.Cohorts[c];
            var w = _prepared.Groups[cohort.StaffGroup].FtePerHead[(month - 1) % 12];
            var heads = HeadsOf(c);
            var exit = ExitShares(c, _model.StaffGroups[cohort.StaffGroup].LeavingSeason[calendarMonth - 1]);
            double leaverHeads = 0, leaverFte = 0, stayFte = 0;
            for (var a = 0; a < Ages.Count; a++)
            {
                var leavers = heads[a] * exit[a];
                heads[a] -= leavers;
                leaverHeads += leavers;
                leaverFte += leavers * w[a];
                stayFte += heads[a] * w[a];
            }

            var f = _prepared.FteFactor[c];
            _fte[c] = stayFte * f;
            _months[c] = default(CohortMonth) with { Opening = _months[c].Closing, Leavers = new Amount(leaverHeads, leaverFte * f) };
        }
    }

    /// <summary>The share of each age that leaves; kept while the season's share and the rate stay the same.</summary>
    private ReadOnlySpan<double> ExitShares(int cohort, double season)
    {
        var exit = _exit.AsSpan(cohort * Ages.Count, Ages.Count);
        var rate = _future.LeavingRate[cohort];
        if (_exitSeason[cohort] == season && _exitRate[cohort] == rate) return exit;
        (_exitSeason[cohort], _exitRate[cohort]) = (season, rate);
        var group = _model.Cohorts[cohort].StaffGroup;
        var age = _prepared.Groups[group].AgeMultiplier;
        var flat = rate * _model.StaffGroups[group].LeavingScale
            * _model.Cohorts[cohort].LeavingMultiplier * season;
        for (var a = 0; a < Ages.Count; a++)
            exit[a] = 1 - Elementary.Exp(-(flat * age[a]));
        return exit;
    }

    /// <summary>Docs/method.md section 3.2: transfers and adjustments, with their posts.</summary>
    private void Move(int month)
    {
        foreach (var moves in _prepared.MovesByMonth[month].GroupBy(move => move.Cohort))
        {
            var c = moves.Key;
            var cohort = _model.Cohorts[c];
            var tables = _prepared.Groups[cohort.StaffGroup];
            var heads = HeadsOf(c);
            double before = 0;
            foreach (var h in heads)
                before += h;
            var fteEach = before > 0 ? _fte[c] / before : tables.StockFtePerHead[(month - 1) % 12] * _prepared.FteFactor[c];
            double Sum(StockMoveKind kind) => moves.Where(move => move.Kind == kind).Sum(move => move.Heads);
            var (movedIn, movedOut, adjusted) = (Sum(StockMoveKind.TransferIn), Sum(StockMoveKind.TransferOut), Sum(StockMoveKind.Adjustment));
            var net = movedIn - movedOut + adjusted;
            var after = WithoutRounding(before + net, before + movedIn + movedOut + Math.Abs(adjusted));
            if (after < 0)
            {
                throw new ModelException(
                    $"{_prepared.NameOf(c)}, month {month}: transfers and adjustments take {-net:0.##} heads from the {before:0.##} that are there. "
                    + "Lower the rows of transfers.csv or adjustments.csv for it.");
            }

            for (var a = 0; a < Ages.Count; a++)
                heads[a] = before > 0 ? heads[a] * (after / before) : after * tables.StockShare[a];
            _fte[c] = after > 0 ? _fte[c] + (net * fteEach) : 0;
            _posts[c] = Math.Max(0, WithoutRounding(_posts[c] + (net * fteEach), _posts[c]));
            _months[c] = _months[c] with
            {
                MovesIn = new Amount(movedIn, movedIn * fteEach),
                MovesOut = new Amount(movedOut, movedOut * fteEach),
                Adjustment = new Amount(adjusted, adjusted * fteEach),
            };
        }
    }

    /// <summary>Docs/method.md section 3.4: those whom the pools hire join their cohorts.</summary>
    private void Hire(int month)
    {
        for (var p = 0; p < _model.Pools.Count; p++)
        {
            var joinerFte = _pools.Hire(p, _future, month, _posts, _fte);
            foreach (var c in _prepared.PoolCohorts[p])
            {
                var joiners = _pools.Hires[c];
                if (joiners <= 0) continue;
                var heads = HeadsOf(c);
                for (var a = 0; a < Ages.Count; a++)
                    heads[a] += joiners * _pools.Ages[a];
                _months[c] = _months[c] with { Joiners = new Amount(joiners, joiners * joinerFte * _prepared.FteFactor[c]) };
            }
        }
    }

    /// <summary>0 where <paramref name="value"/> is no more than the rounding of the sums it comes from, whose size is <paramref name="scale"/>.</summary>
    private static double WithoutRounding(double value, double scale) => Math.Abs(value) <= 1e-9 * scale ? 0 : value;

    /// <summary>
    /// Docs/method.md section 3.5: FTE per head moves on by a month, which is the account's hours, and on
    /// each anniversary of the opening day everybody is a year older.
    /// </summary>
    private void Age(int month)
    {
        for (var c = 0; c < _months.Length; c++)
        {
            var ftePerHead = _prepared.Groups[_model.Cohorts[c].StaffGroup].FtePerHead;
            var (before, after) = (ftePerHead[(month - 1) % 12], ftePerHead[((month - 1) % 12) + 1]);
            var heads = HeadsOf(c);
            double hours = 0;
            for (var a = 0; a < Ages.Count; a++)
                hours += heads[a] * (after[a] - before[a]);
            _months[c] = _months[c] with { Hours = hours * _prepared.FteFactor[c] };
            if (month % 12 == 0) MoveUp(heads);
        }
    }

    private static void MoveUp(Span<double> heads)
    {
        heads[^1] += heads[^2];
        heads[..^2].CopyTo(heads[1..^1]);
        heads[0] = 0;
    }

    /// <summary>Docs/method.md section 3.6: closes the month's account.</summary>
    private void Close(int month)
    {
        for (var c = 0; c < _months.Length; c++)
        {
            var w = _prepared.Groups[_model.Cohorts[c].StaffGroup].FtePerHead[month % 12];
            var heads = HeadsOf(c);
            double closing = 0, fte = 0;
            for (var a = 0; a < Ages.Count; a++)
            {
                closing += heads[a];
                fte += heads[a] * w[a];
            }

            _months[c] = _months[c] with { Closing = new Amount(closing, fte * _prepared.FteFactor[c]), Posts = _posts[c] };
        }
    }

    private Span<double> HeadsOf(int cohort) => _heads.AsSpan(cohort * Ages.Count, Ages.Count);
}
