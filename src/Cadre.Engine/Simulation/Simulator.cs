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
    private readonly ILookup<int, PostsChange> _postsChanges;
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
        _postsChanges = PostsChange.NetOf(_model, scenario).ToLookup(change => change.Month);
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

    /// <summary>By pool and source: candidates on hand in the month just computed before anybody was hired, heads.</summary>
    public double[][] PoolOnHand => _pools.OnHand;

    /// <summary>By pool and source: of these, who arrived in the month, heads.</summary>
    public double[][] PoolArrivals => _pools.Arrived;

    /// <summary>By pool: heads that its cohorts wanted from it in the month just computed.</summary>
    public ReadOnlySpan<double> PoolWants => _pools.Wanted;

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
        Close(month);
        Invariants.Check(_prepared, _staff.Months, month);
    }

    /// <summary>Docs/method.md section 3.1.</summary>
    private void FundPosts(int month)
    {
        if (_model.MonthAt(month).Month == 4)
        {
            for (var c = 0; c < _staff.Posts.Length; c++)
                _staff.Posts[c] *= 1 + _future.PostsGrowth[c];
        }

        foreach (var planned in _prepared.PlannedPostsByMonth[month])
            _staff.Posts[planned.Cohort] += planned.Fte * _future.PostsDelivered[planned.Cohort];
        foreach (var change in _postsChanges[month])
            _staff.Posts[change.Cohort] = Math.Max(0, _staff.Posts[change.Cohort] + change.Fte);
    }

    /// <summary>Docs/method.md section 3.6: where participation changes, the same heads are more or less FTE from the start of the month.</summary>
    private void ChangeHours(int month)
    {
        _time.BeginMonth(month, _prepared.LeafGroups);
        for (var c = 0; c < _staff.Fte.Length; c++)
        {
            var group = _model.Cohorts[c].StaffGroup;
            if (_time.Changes(group)) _staff.Months[c].Hours = _staff.FteOf(c, _time.AtOnce(group));
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

    private double MostCover(int c) => double.IsInfinity(_future.CoverCap[c]) ? double.PositiveInfinity : _staff.Posts[c] * _future.CoverCap[c];

    /// <summary>
    /// Docs/method.md sections 3.5 and 3.6: FTE per head moves on by a month, which is the account's hours; on each anniversary of the opening
    /// day everybody is a year older; the account is closed and what is vacant covered.
    /// </summary>
    private void Close(int month)
    {
        for (var c = 0; c < _staff.Months.Length; c++)
        {
            var group = _model.Cohorts[c].StaffGroup;
            var (there, hours) = _staff.AddUp(c, _time.AfterBirthday(group), _time.OverMonth(group));
            if (month % 12 == 0)
            {
                LengthOfServiceTables.Age(_staff.HeadsOf(c));
                (there, _) = _staff.AddUp(c, _time.AfterBirthday(group), _time.OverMonth(group));
            }

            _staff.Fte[c] = there.Fte;
            ref var account = ref _staff.Months[c];
            account.Hours += hours;
            account.Closing = there;
            account.Posts = _staff.Posts[c];
            account.Cover = Math.Min(account.Vacancies * _future.CoverShare[c], MostCover(c));
        }
    }
}
