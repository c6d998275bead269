using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>
/// One future, month by month (docs/method.md section 3). The arrays are reused
/// from future to future; an instance belongs to one thread.
/// </summary>
internal sealed class Simulator
{
    private readonly PreparedModel _prepared;
    private readonly NationalModel _model;
    private readonly Luck? _luck;
    private readonly LeverSchedule _levers;
    private readonly WorkingTime _time;
    private readonly Staff _staff;
    private readonly WaysOut _waysOut;
    private readonly PublishedMoves _moves;
    private readonly Movers _movers;
    private readonly CandidatePools _pools;
    private FutureParameters _future;

    public Simulator(PreparedModel prepared)
        : this(prepared, Scenario.Baseline)
    {
    }

    /// <param name="prepared">The model.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="luck">What chance does to individuals; null for what happens on average.</param>
    public Simulator(PreparedModel prepared, Scenario scenario, Luck? luck = null)
    {
        (_prepared, _model, _luck) = (prepared, prepared.Model, luck);
        _levers = new LeverSchedule(prepared, scenario);
        _time = new WorkingTime(prepared, _levers);
        _staff = new Staff(prepared);
        _waysOut = new WaysOut(prepared, _levers, _time, _staff, luck);
        _moves = new PublishedMoves(prepared, _time, _staff);
        var hiring = new HiringRound(prepared);
        _movers = new Movers(prepared, _time, _staff, hiring);
        _pools = new CandidatePools(prepared, _levers, _time, hiring, luck);
        _future = FutureParameters.Central(prepared);
    }

    /// <summary>The month just computed, by cohort.</summary>
    public ReadOnlySpan<CohortMonth> Month => _staff.Months;

    /// <summary>What went and came each <see cref="Way"/> in the month just computed, by cohort, then way.</summary>
    public ReadOnlySpan<Amount> AllWays => _staff.AllWays;

    /// <summary>
    /// By pool: who joined from it in the month just computed, first those of "other", then those of each of
    /// <see cref="PreparedModel.PoolSources"/>.
    /// </summary>
    public Amount[][] PoolJoiners => _pools.Joiners;

    /// <summary>By cohort, then each of its pools: who joined from it in the month just computed.</summary>
    public Amount[][] CohortJoiners => _pools.CohortJoiners;

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
        _staff.Open(future.VacancyRate, _luck);
        _time.Open();
        _pools.Open(future, months, _staff.Posts);
        for (var month = 1; month <= months; month++)
        {
            _future = _levers.InMonth(month, future);
            Step(month);
            record(month);
        }
    }

    private void Step(int month)
    {
        _staff.OpenMonth();
        FundPosts(month);
        ChangeHours(month);
        _waysOut.Leave(month, _future);
        _moves.Book(month);
        _pools.Supply(_future, month, _staff.Posts);
        Hire();
        Age(month);
        Close();
        Invariants.Check(_prepared, _staff.Months, month);
    }

    /// <summary>Docs/method.md section 3.1.</summary>
    private void FundPosts(int month)
    {
        if (_model.MonthAt(month).Month != 4) return;
        for (var c = 0; c < _staff.Posts.Length; c++)
            _staff.Posts[c] *= 1 + _future.PostsGrowth[c];
    }

    /// <summary>Docs/method.md section 3.6: where participation changes, the same heads are more or less FTE from the start of the month.</summary>
    private void ChangeHours(int month)
    {
        _time.BeginMonth(month);
        for (var c = 0; c < _staff.Fte.Length; c++)
        {
            var group = _model.Cohorts[c].StaffGroup;
            if (_time.Changes(group)) _staff.Months[c].Hours = HoursBetween(c, _time.Before(group), _time.AtStart(group));
        }
    }

    /// <summary>Docs/method.md section 3.4: movers first, then the candidates of each pool, the smallest catchments first.</summary>
    private void Hire()
    {
        foreach (var p in _prepared.WidestPools)
            _movers.Place(p, _future.Phi[_model.Pools[p].StaffGroup]);
        foreach (var p in _prepared.SmallestPoolsFirst)
            _pools.Hire(p, _future, _staff);
    }

    /// <summary>
    /// Docs/method.md section 3.5: FTE per head moves on by a month, which is the account's hours, and on
    /// each anniversary of the opening day everybody is a year older.
    /// </summary>
    private void Age(int month)
    {
        for (var c = 0; c < _staff.Months.Length; c++)
        {
            var group = _model.Cohorts[c].StaffGroup;
            _staff.Months[c].Hours += HoursBetween(c, _time.AtStart(group), _time.AtEnd(group));
            if (month % 12 == 0) LengthOfServiceTables.Age(_staff.HeadsOf(c));
        }
    }

    private double MostCover(int c) => double.IsInfinity(_future.CoverCap[c]) ? double.PositiveInfinity : _staff.Posts[c] * _future.CoverCap[c];

    /// <summary>FTE that the same heads have more by <paramref name="after"/> than by <paramref name="before"/>.</summary>
    private double HoursBetween(int c, double[] before, double[] after)
    {
        var heads = _staff.HeadsOf(c);
        double hours = 0;
        for (var n = 0; n < heads.Length; n += Ages.Count)
        {
            for (var a = 0; a < Ages.Count; a++)
                hours += heads[n + a] * (after[a] - before[a]);
        }

        return hours * _prepared.FteFactor[c];
    }

    /// <summary>Docs/method.md sections 1 and 3.6: closes the month's account, and covers what is vacant.</summary>
    private void Close()
    {
        for (var c = 0; c < _staff.Months.Length; c++)
        {
            var fte = _staff.FteOf(c, _time.AfterBirthday(_model.Cohorts[c].StaffGroup));
            double heads = 0;
            foreach (var h in _staff.HeadsOf(c))
                heads += h;
            _staff.Fte[c] = fte;
            ref var month = ref _staff.Months[c];
            month.Closing = new Amount(heads, fte);
            month.Posts = _staff.Posts[c];
            month.Cover = Math.Min(month.Vacancies * _future.CoverShare[c], MostCover(c));
        }
    }
}
