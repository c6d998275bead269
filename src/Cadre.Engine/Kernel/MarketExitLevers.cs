using System.Runtime.Intrinsics;
using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>The levers that name exits or ages of leaving in a market: <see cref="ExitLevers"/> lane by lane. Belongs to one thread.</summary>
internal sealed class MarketExitLevers
{
    private readonly PreparedModel _prepared;
    private readonly Market _market;
    private readonly (ExitLever Lever, int[] Cohorts)[] _levers;
    private readonly Lanes[]?[] _factors;
    private bool _inForce;

    public MarketExitLevers(PreparedModel prepared, Market market, IEnumerable<Lever> levers)
    {
        (_prepared, _market) = (prepared, market);
        _levers = [.. levers.Select(lever => ExitLever.Of(prepared, lever)).Select(lever => (lever, lever.Cohorts.Select(c => Array.IndexOf(market.Cohorts, c)).Where(i => i >= 0).ToArray()))];
        _factors = new Lanes[market.Cohorts.Length][];
        foreach (var i in _levers.SelectMany(entry => entry.Cohorts))
            _factors[i] ??= new Lanes[prepared.Groups[market.Groups[i]].Exits.Length * Ages.Count];
    }

    /// <summary>Whether some lever is about a cohort.</summary>
    public bool Concerns(int cohort) => _factors[cohort] is not null;

    /// <summary>The factors of the month, by exit, then age; empty where none differs from 1.</summary>
    public ReadOnlySpan<Lanes> FactorsOf(int cohort) => _inForce ? _factors[cohort] : [];

    /// <summary>Works out the factors of a month; <paramref name="leavingRate"/> is by cohort of the model, as the other levers leave it.</summary>
    public void BeginMonth(CalendarMonth month, Lanes[] leavingRate)
    {
        _inForce = false;
        foreach (var (lever, _) in _levers)
            _inForce |= lever.Lever.ShareAt(month) > 0;
        if (!_inForce) return;
        foreach (var factors in _factors)
            factors?.AsSpan().Fill(Lanes.One);
        foreach (var (lever, cohorts) in _levers)
        {
            var share = lever.Lever.ShareAt(month);
            if (!(share > 0)) continue;
            foreach (var i in cohorts)
                Apply(lever, i, share, leavingRate[_market.Cohorts[i]]);
        }
    }

    private void Apply(ExitLever exit, int i, double share, Lanes rate)
    {
        var (lever, tables, factors) = (exit.Lever, _prepared.Groups[_market.Groups[i]], _factors[i]!);
        var part = rate * Lane.Of(exit.ShareOfGroup[_market.Groups[i]]);
        var isThere = Vector512.GreaterThan(part, Lanes.Zero);
        for (var k = 0; k < tables.Exits.Length; k++)
        {
            if (!exit.Names(tables.Exits[k])) continue;
            for (var a = lever.FromAge - Ages.First; a < lever.ToAge - Ages.First; a++)
            {
                ref var factor = ref factors[(k * Ages.Count) + a];
                var changed = lever.Effect == LeverEffect.Multiply
                    ? factor * Lane.Of(1 + (lever.Size * share))
                    : Lane.Where(isThere, factor + (Lane.Of(lever.Size * share) / part), factor);
                factor = Lane.Where(Vector512.GreaterThanOrEqual(changed, Lanes.Zero), changed, Lanes.Zero);
            }
        }
    }
}
