using System.Runtime.CompilerServices;
using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>Who leaves, wants to move or converts in a month of a market: <see cref="WaysOut"/> lane by lane. Belongs to one thread.</summary>
internal sealed class MarketWaysOut
{
    private readonly PreparedModel _prepared;
    private readonly Market _market;
    private readonly MarketLevers _levers;
    private readonly WorkingTime _time;
    private readonly MarketStaff _staff;
    private readonly MarketRoom _room;
    private readonly double[] _exitSeason;
    private readonly LaneMemory? _converted;
    private readonly Lanes[] _hazard;
    private readonly LaneAmount[] _ways = new LaneAmount[Ways.Count];
    private readonly bool[] _tellsApart;

    public MarketWaysOut(PreparedModel prepared, Market market, MarketLevers levers, WorkingTime time, MarketStaff staff, MarketRoom room)
    {
        (_prepared, _market, _levers, _time, _staff, _room) = (prepared, market, levers, time, staff, room);
        _exitSeason = new double[market.Cohorts.Length];
        _converted = market.ConvertTo.Length > 0 ? new LaneMemory(market.CellsAt[^1]) : null;
        _hazard = new Lanes[Enum.GetValues<Exit>().Length + prepared.Model.Conversions.Count];
        _tellsApart = [.. market.Groups.Select((group, i) =>
            prepared.Model.StaffGroups[group].Exits.Count > 0 || market.ConversionsFrom[i].Length > 0 || levers.NamesExitsOf(i))];
    }

    /// <summary>Begins eight futures.</summary>
    public void Open()
    {
        Array.Fill(_exitSeason, double.NaN);
        _converted?.Span.Clear();
    }

    /// <summary>Takes a month's leavers and converts from their cohorts, notes who wants to move, and lets length of service move on.</summary>
    public void Leave(int calendarMonth, LaneParameters futures)
    {
        for (var i = 0; i < _tellsApart.Length; i++)
        {
            if (_tellsApart[i])
                LeaveByWay(i, calendarMonth, futures);
            else
                LeaveAsOne(i, calendarMonth, futures);
        }

        foreach (var i in _market.ConvertTo)
            Convert(i);
        Serve();
    }

    /// <summary>A cohort in which leaving is the only way out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeaveAsOne(int i, int calendarMonth, LaneParameters futures)
    {
        var group = _market.Groups[i];
        var (w, runs) = (_time.AtStart(group), _prepared.Groups[group].LeavingRuns);
        var exits = ExitShares(i, calendarMonth, futures);
        var heads = _staff.HeadsOf(i);
        var (leaverHeads, leaverFte, stayFte) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var r = 0; r < runs.Length; r++)
        {
            var ages = heads[runs[r].Start..runs[r].End];
            var ftePerHead = w.AsSpan(runs[r].Start % Ages.Count, ages.Length);
            var exit = exits[r];
            for (var a = 0; a < ages.Length; a++)
            {
                var each = Lane.Of(ftePerHead[a]);
                var leavers = ages[a] * exit;
                var stay = ages[a] - leavers;
                ages[a] = stay;
                leaverHeads += leavers;
                leaverFte += leavers * each;
                stayFte += stay * each;
            }
        }

        var f = _staff.FactorOf(i);
        _staff.Fte[i] = stayFte * f;
        _staff.Months[i].Leavers = new LaneAmount(leaverHeads, leaverFte * f);
    }

    /// <summary>The share of each of the group's <see cref="GroupTables.LeavingRuns"/> that leaves; kept while the season's share and the rates stay the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Span<Lanes> ExitShares(int i, int calendarMonth, LaneParameters futures)
    {
        var group = _market.Groups[i];
        var exit = _room.Exits.Slice(_market.ExitsAt[i], _market.ExitsAt[i + 1] - _market.ExitsAt[i]);
        ref var exitRate = ref _room.LeavingRates.Slice(i, 1)[0];
        var (season, rate) = (_prepared.Model.StaffGroups[group].LeavingSeason[calendarMonth - 1], futures.LeavingRate[_market.Cohorts[i]]);
        if (_exitSeason[i] == season && exitRate == rate) return exit;
        (_exitSeason[i], exitRate) = (season, rate);
        var (runs, flat) = (_prepared.Groups[group].LeavingRuns, Flat(i, season, rate));
        for (var r = 0; r < runs.Length; r++)
            exit[r] = Lanes.One - Lane.Exp(-(flat * Lane.Of(runs[r].Multiplier)));
        return exit;
    }

    /// <summary>The month's hazard of leaving of an age and band with a multiplier of 1.</summary>
    private Lanes Flat(int i, double season, Lanes rate) =>
        rate * Lane.Of(_prepared.Model.StaffGroups[_market.Groups[i]].LeavingScale) * Lane.Of(_prepared.Model.Cohorts[_market.Cohorts[i]].LeavingMultiplier) * Lane.Of(season);

    /// <summary>A cohort whose exits are told apart or which people convert from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeaveByWay(int i, int calendarMonth, LaneParameters futures)
    {
        var group = _market.Groups[i];
        var tables = _prepared.Groups[group];
        var (exits, conversions) = (tables.Exits, _market.ConversionsFrom[i]);
        var levers = _levers.ExitFactors(i);
        var flat = Flat(i, _prepared.Model.StaffGroups[group].LeavingSeason[calendarMonth - 1], futures.LeavingRate[_market.Cohorts[i]]);
        var hazard = _hazard.AsSpan(0, exits.Length + conversions.Length);
        for (var j = 0; j < conversions.Length; j++)
            hazard[exits.Length + j] = ConvertingIn(conversions[j].Conversion, calendarMonth, futures);
        Array.Clear(_ways);
        var cells = _staff.HeadsOf(i).Length;
        for (var cell = 0; cell < cells; cell++)
        {
            var a = cell % Ages.Count;
            for (var k = 0; k < exits.Length; k++)
            {
                hazard[k] = flat * Lane.Of(tables.LeavingMultiplier[cell]) * Lane.Of(exits[k].Share[a]);
                if (!levers.IsEmpty) hazard[k] *= levers[(k * Ages.Count) + a];
            }

            Go(i, cell, hazard);
        }

        Book(i);
    }

    /// <summary>The month's hazard of a conversion.</summary>
    private Lanes ConvertingIn(int conversion, int calendarMonth, LaneParameters futures)
    {
        var months = _prepared.Model.Conversions[conversion].Months;
        if (months.Count == 0) return futures.Converting[conversion] / Lane.Of(12);
        return months.Contains(calendarMonth) ? futures.Converting[conversion] / Lane.Of(months.Count) : Lanes.Zero;
    }

    /// <summary>Takes from one age and band those who go each way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Go(int i, int cell, ReadOnlySpan<Lanes> hazard)
    {
        var sum = Lanes.Zero;
        foreach (var h in hazard)
            sum += h;
        var group = _market.Groups[i];
        var (exits, heads, f) = (_prepared.Groups[group].Exits, _staff.HeadsOf(i)[cell], _staff.FactorOf(i));
        var w = Lane.Of(_time.AtStart(group)[cell % Ages.Count]);
        var going = heads * (Lanes.One - Lane.Exp(-sum));
        for (var k = 0; k < hazard.Length; k++)
        {
            var part = going * Lane.Ratio(hazard[k], sum);
            var way = k < exits.Length ? Ways.Of(exits[k].Exit) : Way.ConvertedFrom;
            if (way == Way.MovedAway)
            {
                _staff.MoversOf(i)[cell] = part;
                continue;
            }

            heads = Lane.AtLeast(0, heads - part);
            _ways[(int)way] += new LaneAmount(part, part * w * f);
            if (way == Way.ConvertedFrom) _converted!.Span[_market.CellsAt[_market.ConversionsFrom[i][k - exits.Length].To] + cell] += part;
        }

        _staff.HeadsOf(i)[cell] = heads;
    }

    /// <summary>Books what went each way in the cohort's account.</summary>
    private void Book(int i)
    {
        _staff.Fte[i] = _staff.FteOf(i, _time.AtStart(_market.Groups[i]));
        ref var account = ref _staff.Months[i];
        account.Leavers = _ways[(int)Way.Left] + _ways[(int)Way.Retired] + _ways[(int)Way.Resigned] + _ways[(int)Way.LeftOtherwise];
        account.MovesOut = _ways[(int)Way.MovedOutside] + _ways[(int)Way.ConvertedFrom];
    }

    /// <summary>Those who convert come to their new cohort, at what its staff work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Convert(int i)
    {
        var w = _time.AtStart(_market.Groups[i]);
        var heads = _staff.HeadsOf(i);
        var coming = _converted!.Slice(_market.CellsAt[i], heads.Length);
        var (all, fte) = (Lanes.Zero, Lanes.Zero);
        for (var cell = 0; cell < heads.Length; cell++)
        {
            heads[cell] += coming[cell];
            all += coming[cell];
            fte += coming[cell] * Lane.Of(w[cell % Ages.Count]);
        }

        var came = new LaneAmount(all, fte * _staff.FactorOf(i));
        _staff.Fte[i] += came.Fte;
        _staff.Months[i].MovesIn = came;
        coming.Clear();
    }

    private void Serve()
    {
        for (var i = 0; i < _tellsApart.Length; i++)
        {
            var serving = _prepared.Groups[_market.Groups[i]].Service.Serving;
            if (serving.Length == 0) continue;
            Serve(_staff.HeadsOf(i), serving);
            if (_staff.HasMovers) Serve(_staff.MoversOf(i), serving);
        }
    }

    /// <summary>Length of service moves on by a month: of each band but the last a share comes to the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Serve(Span<Lanes> heads, double[] serving)
    {
        for (var n = (heads.Length / Ages.Count) - 2; n >= 0; n--)
        {
            var from = heads.Slice(n * Ages.Count, Ages.Count);
            var to = heads.Slice((n + 1) * Ages.Count, Ages.Count);
            for (var a = 0; a < from.Length; a++)
            {
                var on = from[a] * Lane.Of(serving[n]);
                from[a] -= on;
                to[a] += on;
            }
        }
    }
}
