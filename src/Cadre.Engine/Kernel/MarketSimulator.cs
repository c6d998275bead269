using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>
/// One market in eight futures, month by month (docs/method.md section 3): the steps of <see cref="Simulator"/> lane by lane. Belongs to one
/// thread.
/// </summary>
internal sealed class MarketSimulator
{
    private readonly PreparedModel _prepared;
    private readonly Market _market;
    private readonly RecordingPlan _plan;
    private readonly WorkingTime _time;
    private readonly MarketLevers _levers;
    private readonly ILookup<int, (int Cohort, double Fte)> _postsChanges;
    private readonly MarketStaff _staff;
    private readonly MarketWaysOut _waysOut;
    private readonly MarketMoves _moves;
    private readonly MarketMovers _movers;
    private readonly MarketPools _pools;

    /// <param name="prepared">The model.</param>
    /// <param name="market">The market.</param>
    /// <param name="plan">What is kept of it.</param>
    /// <param name="levers">The scenario's levers.</param>
    /// <param name="postsChanges">Its changes of posts.</param>
    /// <param name="time">FTE per head; the thread's own.</param>
    /// <param name="room">Room for the state; the thread's own.</param>
    public MarketSimulator(PreparedModel prepared, Market market, RecordingPlan plan, PreparedLever[] levers, ILookup<int, PostsChange> postsChanges, WorkingTime time, MarketRoom room)
    {
        (_prepared, _market, _plan, _time) = (prepared, market, plan, time);
        _levers = new MarketLevers(prepared, market, levers);
        _postsChanges = market.Cohorts.Index().SelectMany(cohort => postsChanges[cohort.Item], (cohort, change) => (cohort.Index, change)).ToLookup(own => own.change.Month, own => (own.Index, own.change.Fte));
        _staff = new MarketStaff(prepared, market, room);
        _waysOut = new MarketWaysOut(prepared, market, _levers, time, _staff, room);
        _moves = new MarketMoves(prepared, market, time, _staff);
        var hiring = new MarketHiring(prepared, market, _staff);
        _movers = new MarketMovers(prepared, market, time, _staff, hiring);
        _pools = new MarketPools(prepared, market, time, _staff, hiring);
    }

    /// <summary>Runs eight futures to the end.</summary>
    /// <param name="futures">Their assumptions.</param>
    /// <param name="now">Takes what levers make of these.</param>
    /// <param name="record">Takes what is kept of them.</param>
    /// <param name="heads">By month, from 1: the market's heads are added to it.</param>
    /// <exception cref="ModelException">A published move takes a cohort below 0.</exception>
    /// <exception cref="InvariantException">The account of a cohort does not close.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(LaneParameters futures, LaneParameters now, Span<Lanes> record, Span<Lanes> heads)
    {
        _staff.Open(futures);
        _time.Open();
        _levers.Open(futures, now);
        _waysOut.Open();
        _pools.Open(futures);
        for (var month = 1; month <= _plan.Months; month++)
        {
            _levers.InMonth(month, futures, now);
            Step(month, now);
            foreach (ref readonly var cohort in _staff.Months)
                heads[month] += cohort.Closing.Heads;
            Record(month, record);
        }
    }

    private void Step(int month, LaneParameters futures)
    {
        var calendarMonth = _prepared.Model.MonthAt(month).Month;
        _staff.OpenMonth();
        FundPosts(month, calendarMonth, futures);
        ChangeHours(month);
        _waysOut.Leave(calendarMonth, futures);
        _moves.Book(month);
        _pools.Supply(futures, month, calendarMonth);
        Hire(futures);
        Close(month, futures);
        Check(month);
    }

    /// <summary>Docs/method.md section 3.1.</summary>
    private void FundPosts(int month, int calendarMonth, LaneParameters futures)
    {
        var posts = _staff.Posts;
        for (var i = 0; calendarMonth == 4 && i < posts.Length; i++)
            posts[i] *= Lanes.One + futures.PostsGrowth[_market.Cohorts[i]];
        foreach (var (i, planned) in _market.PlannedPostsByMonth[month])
            posts[i] += Lane.Of(planned) * futures.PostsDelivered[_market.Cohorts[i]];
        foreach (var (i, change) in _postsChanges[month])
            posts[i] = Lane.AtLeast(0, posts[i] + Lane.Of(change));
    }

    /// <summary>Docs/method.md section 3.6: where participation changes, the same heads are more or less FTE from the start of the month.</summary>
    private void ChangeHours(int month)
    {
        _time.BeginMonth(month, _market.StaffGroups);
        for (var i = 0; i < _market.Cohorts.Length; i++)
        {
            var group = _market.Groups[i];
            if (_time.Changes(group)) _staff.Months[i].Hours = _staff.FteOf(i, _time.AtOnce(group));
        }
    }

    /// <summary>Docs/method.md section 3.4: movers first, then the candidates of each pool, the smallest catchments first.</summary>
    private void Hire(LaneParameters futures)
    {
        foreach (var p in _market.WidestPools)
            _movers.Place(p, futures.Phi[_prepared.Model.Pools[_market.Pools[p]].StaffGroup]);
        for (var p = 0; p < _market.Pools.Length; p++)
            _pools.Hire(p, futures);
    }

    /// <summary>Docs/method.md sections 3.5 and 3.6: hours of the month, birthdays, the account's end, cover of what is vacant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Close(int month, LaneParameters futures)
    {
        for (var i = 0; i < _market.Cohorts.Length; i++)
        {
            var (group, c) = (_market.Groups[i], _market.Cohorts[i]);
            var (there, hours) = _staff.AddUp(i, _time.AfterBirthday(group), _time.OverMonth(group));
            if (month % 12 == 0)
            {
                _staff.Age(i);
                (there, _) = _staff.AddUp(i, _time.AfterBirthday(group), _time.OverMonth(group));
            }

            _staff.Fte[i] = there.Fte;
            ref var account = ref _staff.Months[i];
            account.Hours += hours;
            account.Closing = there;
            account.Posts = _staff.Posts[i];
            var noCap = Vector512.Equals(futures.CoverCap[c], Lane.Of(double.PositiveInfinity));
            var most = Lane.Where(noCap, futures.CoverCap[c], _staff.Posts[i] * futures.CoverCap[c]);
            account.Cover = Vector512.Min(account.Vacancies * futures.CoverShare[c], most);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Check(int month)
    {
        for (var i = 0; i < _staff.Months.Length; i++)
        {
            if (LaneInvariants.Hold(_staff.Months[i])) continue;
            for (var lane = 0; lane < Lane.Count; lane++)
                Invariants.Check(_prepared, _market.Cohorts[i], _staff.Months[i].In(lane), month);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Record(int month, Span<Lanes> record)
    {
        foreach (var (sum, cohorts) in _market.Sums)
        {
            var kept = record.Slice(_plan.AtSum(sum, month), _plan.Stride);
            kept.Clear();
            foreach (var i in cohorts)
                Add(i, kept);
        }

        if (!_plan.IsSampled(month)) return;
        for (var i = 0; i < _market.Cohorts.Length; i++)
        {
            var kept = record.Slice(_plan.AtCohort(_market.Cohorts[i], month), _plan.Stride);
            kept.Clear();
            Add(i, kept);
        }
    }

    /// <summary>The measures in the order of <see cref="RecordingPlan.Kept"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int i, Span<Lanes> kept)
    {
        ref readonly var month = ref _staff.Months[i];
        kept[0] += month.Closing.Heads;
        kept[1] += month.Closing.Fte;
        kept[2] += month.Posts;
        kept[3] += month.Vacancies;
        kept[4] += month.OverEstablishment;
        kept[5] += month.Joiners.Heads;
        kept[6] += month.Leavers.Heads;
        kept[7] += month.MovesIn.Heads - month.MovesOut.Heads + month.Adjustment.Heads;
        kept[8] += month.Cover;
        if (_plan.IsNeeded(_market.Cohorts[i])) kept[^1] += month.Closing.Fte;
    }
}
