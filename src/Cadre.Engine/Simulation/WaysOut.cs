using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// Who leaves, wants to move or converts in a month: competing risks of everybody who opens it (docs/method.md section 3.2). Belongs to one
/// thread.
/// </summary>
internal sealed class WaysOut
{
    private readonly PreparedModel _prepared;
    private readonly NationalModel _model;
    private readonly LeverSchedule _levers;
    private readonly WorkingTime _time;
    private readonly Staff _staff;
    private readonly Luck? _luck;
    private readonly double[][] _exit;
    private readonly double[] _exitSeason;
    private readonly double[] _exitRate;
    private readonly double[] _converted;
    private readonly double[] _hazard;
    private readonly bool[] _tellsApart;

    public WaysOut(PreparedModel prepared, LeverSchedule levers, WorkingTime time, Staff staff, Luck? luck)
    {
        (_prepared, _model, _levers, _time, _staff, _luck) = (prepared, prepared.Model, levers, time, staff, luck);
        var cohorts = _model.Cohorts.Count;
        _exit = [.. _model.Cohorts.Select(cohort => new double[prepared.Groups[cohort.StaffGroup].LeavingRuns.Length])];
        (_exitSeason, _exitRate) = (new double[cohorts], new double[cohorts]);
        Array.Fill(_exitSeason, double.NaN);
        _converted = _model.Conversions.Count > 0 ? new double[prepared.OpeningHeads.Length] : [];
        _hazard = new double[Enum.GetValues<Exit>().Length + _model.Conversions.Count];
        _tellsApart = [.. _model.Cohorts.Select((cohort, c) =>
            _model.StaffGroups[cohort.StaffGroup].Exits.Count > 0 || prepared.ConversionsFrom[c].Length > 0 || levers.NamesExitsOf(c))];
    }

    /// <summary>Takes a month's leavers and converts from their cohorts, notes who wants to move, and lets length of service move on.</summary>
    public void Leave(int month, FutureParameters future)
    {
        var calendarMonth = _model.MonthAt(month).Month;
        for (var c = 0; c < _tellsApart.Length; c++)
        {
            if (_tellsApart[c])
                LeaveByWay(c, calendarMonth, future);
            else
                LeaveAsOne(c, calendarMonth, future);
        }

        if (_converted.Length > 0) Convert();
        Serve();
    }

    /// <summary>A cohort in which leaving is the only way out.</summary>
    private void LeaveAsOne(int c, int calendarMonth, FutureParameters future)
    {
        var group = _model.Cohorts[c].StaffGroup;
        var (w, runs, exit) = (_time.AtStart(group), _prepared.Groups[group].LeavingRuns, ExitShares(c, calendarMonth, future));
        var heads = _staff.HeadsOf(c);
        double leaverHeads = 0, leaverFte = 0, stayFte = 0;
        for (var r = 0; r < runs.Length; r++)
        {
            var ages = heads[runs[r].Start..runs[r].End];
            var ftePerHead = w.AsSpan(runs[r].Start % Ages.Count, ages.Length);
            for (var a = 0; a < ages.Length; a++)
            {
                var leavers = _luck is null ? ages[a] * exit[r] : _luck.OutOf(ages[a], exit[r]);
                var stay = ages[a] - leavers;
                ages[a] = stay;
                leaverHeads += leavers;
                leaverFte += leavers * ftePerHead[a];
                stayFte += stay * ftePerHead[a];
            }
        }

        var f = _prepared.FteFactor[c];
        _staff.Fte[c] = stayFte * f;
        var left = new Amount(leaverHeads, leaverFte * f);
        _staff.Way(c, Way.Left) = left;
        _staff.Months[c].Leavers = left;
    }

    /// <summary>The share of each of the group's <see cref="GroupTables.LeavingRuns"/> that leaves; kept while the season's share and the rate stay the same.</summary>
    private double[] ExitShares(int c, int calendarMonth, FutureParameters future)
    {
        var exit = _exit[c];
        var group = _model.Cohorts[c].StaffGroup;
        var (season, rate) = (_model.StaffGroups[group].LeavingSeason[calendarMonth - 1], future.LeavingRate[c]);
        if (_exitSeason[c] == season && _exitRate[c] == rate) return exit;
        (_exitSeason[c], _exitRate[c]) = (season, rate);
        var (runs, flat) = (_prepared.Groups[group].LeavingRuns, Flat(c, season, rate));
        for (var r = 0; r < runs.Length; r++)
            exit[r] = 1 - Elementary.Exp(-(flat * runs[r].Multiplier));
        return exit;
    }

    /// <summary>The month's hazard of leaving of an age and band with a multiplier of 1.</summary>
    private double Flat(int c, double season, double rate) =>
        rate * _model.StaffGroups[_model.Cohorts[c].StaffGroup].LeavingScale * _model.Cohorts[c].LeavingMultiplier * season;

    /// <summary>A cohort whose exits are told apart or which people convert from.</summary>
    private void LeaveByWay(int c, int calendarMonth, FutureParameters future)
    {
        var group = _model.Cohorts[c].StaffGroup;
        var tables = _prepared.Groups[group];
        var (exits, conversions) = (tables.Exits, _prepared.ConversionsFrom[c]);
        var flat = Flat(c, _model.StaffGroups[group].LeavingSeason[calendarMonth - 1], future.LeavingRate[c]);
        var heads = _staff.HeadsOf(c);
        var levers = _levers.ExitFactors(c);
        var hazard = _hazard.AsSpan(0, exits.Length + conversions.Length);
        for (var j = 0; j < conversions.Length; j++)
            hazard[exits.Length + j] = ConvertingIn(conversions[j].Conversion, calendarMonth, future);
        for (var i = 0; i < heads.Length; i++)
        {
            if (!(heads[i] > 0)) continue;
            var a = i % Ages.Count;
            for (var k = 0; k < exits.Length; k++)
                hazard[k] = flat * tables.LeavingMultiplier[i] * exits[k].Share[a] * (levers.IsEmpty ? 1 : levers[(k * Ages.Count) + a]);
            Go(c, i, hazard);
        }

        Close(c);
    }

    /// <summary>The month's hazard of a conversion.</summary>
    private double ConvertingIn(int conversion, int calendarMonth, FutureParameters future)
    {
        var months = _model.Conversions[conversion].Months;
        if (months.Count == 0) return future.Converting[conversion] / 12;
        return months.Contains(calendarMonth) ? future.Converting[conversion] / months.Count : 0;
    }

    /// <summary>Takes from one age and band those who go each way.</summary>
    private void Go(int c, int i, ReadOnlySpan<double> hazard)
    {
        double sum = 0;
        foreach (var h in hazard)
            sum += h;
        if (!(sum > 0)) return;
        var group = _model.Cohorts[c].StaffGroup;
        var (exits, w) = (_prepared.Groups[group].Exits, _time.AtStart(group)[i % Ages.Count]);
        var heads = _staff.HeadsOf(c);
        var p = 1 - Elementary.Exp(-sum);
        var going = _luck is null ? heads[i] * p : _luck.OutOf(heads[i], p);
        var (left, rest) = (going, sum);
        for (var k = 0; k < hazard.Length; k++)
        {
            var part = _luck is null ? going * (hazard[k] / sum) : k == hazard.Length - 1 ? left : _luck.OutOf(left, hazard[k] / rest);
            (left, rest) = (left - part, rest - hazard[k]);
            var way = k < exits.Length ? Ways.Of(exits[k].Exit) : Way.ConvertedFrom;
            if (way == Way.MovedAway)
            {
                _staff.MoversOf(c)[i] = part;
                continue;
            }

            heads[i] = Math.Max(0, heads[i] - part);
            _staff.Way(c, way) += new Amount(part, part * w * _prepared.FteFactor[c]);
            if (way == Way.ConvertedFrom) _converted[_prepared.CellsAt[_prepared.ConversionsFrom[c][k - exits.Length].To] + i] += part;
        }
    }

    /// <summary>Books what went each way in the cohort's account.</summary>
    private void Close(int c)
    {
        _staff.Fte[c] = _staff.FteOf(c, _time.AtStart(_model.Cohorts[c].StaffGroup));
        ref var account = ref _staff.Months[c];
        account.Leavers = _staff.Way(c, Way.Left) + _staff.Way(c, Way.Retired) + _staff.Way(c, Way.Resigned) + _staff.Way(c, Way.LeftOtherwise);
        account.MovesOut = _staff.Way(c, Way.MovedOutside) + _staff.Way(c, Way.ConvertedFrom);
    }

    /// <summary>Those who convert come to their new cohort, at what its staff work.</summary>
    private void Convert()
    {
        foreach (var c in _prepared.ConvertTo)
        {
            var w = _time.AtStart(_model.Cohorts[c].StaffGroup);
            var heads = _staff.HeadsOf(c);
            var coming = _converted.AsSpan(_prepared.CellsAt[c], heads.Length);
            double all = 0, fte = 0;
            for (var i = 0; i < heads.Length; i++)
            {
                heads[i] += coming[i];
                all += coming[i];
                fte += coming[i] * w[i % Ages.Count];
            }

            var came = new Amount(all, fte * _prepared.FteFactor[c]);
            _staff.Way(c, Way.ConvertedTo) = came;
            _staff.Fte[c] += came.Fte;
            _staff.Months[c].MovesIn = came;
            coming.Clear();
        }
    }

    private void Serve()
    {
        for (var c = 0; c < _tellsApart.Length; c++)
        {
            var service = _prepared.Groups[_model.Cohorts[c].StaffGroup].Service;
            if (service.Bands == 1) continue;
            service.Serve(_staff.HeadsOf(c), _luck);
            if (_prepared.HasMovers) service.Serve(_staff.MoversOf(c));
        }
    }
}
