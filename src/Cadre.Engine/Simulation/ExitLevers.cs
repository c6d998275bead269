using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>
/// The levers that name exits or ages of leaving, and the factors on the hazards that they come to in a month (docs/method.md section 9).
/// Belongs to one thread.
/// </summary>
internal sealed class ExitLevers
{
    private readonly PreparedModel _prepared;
    private readonly ExitLever[] _levers;
    private readonly double[]?[] _factors;
    private bool _inForce;

    /// <param name="prepared">The model.</param>
    /// <param name="levers">The levers that name exits or ages, those that multiply before those that add.</param>
    public ExitLevers(PreparedModel prepared, IEnumerable<Lever> levers)
    {
        _prepared = prepared;
        _levers = [.. levers.Select(lever => ExitLever.Of(prepared, lever))];
        _factors = new double[prepared.Model.Cohorts.Count][];
        foreach (var c in _levers.SelectMany(entry => entry.Cohorts))
            _factors[c] ??= new double[TablesOf(c).Exits.Length * Ages.Count];
    }

    /// <summary>Whether some lever is about a cohort.</summary>
    public bool Concerns(int cohort) => _factors[cohort] is not null;

    /// <summary>The factors of the month, by exit, then age; empty where none differs from 1.</summary>
    public ReadOnlySpan<double> FactorsOf(int cohort) => _inForce ? _factors[cohort] : [];

    /// <summary>Works out the factors of a month.</summary>
    /// <param name="month">The month.</param>
    /// <param name="leavingRate">By cohort: the leaving rate as the other levers leave it.</param>
    /// <param name="observer">Told what the floor takes from each lever and cohort, as a change of the cohort's leaving rate; may be null.</param>
    public void BeginMonth(CalendarMonth month, double[] leavingRate, Action<Lever, double>? observer)
    {
        _inForce = _levers.Any(entry => entry.Lever.ShareAt(month) > 0);
        if (!_inForce) return;
        foreach (var factors in _factors)
            factors?.AsSpan().Fill(1);
        foreach (var entry in _levers)
        {
            var share = entry.Lever.ShareAt(month);
            if (!(share > 0)) continue;
            foreach (var c in entry.Cohorts)
            {
                var withheld = Apply(entry, c, share, leavingRate[c]);
                observer?.Invoke(entry.Lever, withheld);
            }
        }
    }

    /// <summary>Changes the factors of one cohort; returns what the floor took away, as a change of its leaving rate.</summary>
    private double Apply(ExitLever entry, int c, double share, double rate)
    {
        var (lever, tables, factors) = (entry.Lever, TablesOf(c), _factors[c]!);
        var part = rate * entry.ShareOfGroup[_prepared.Model.Cohorts[c].StaffGroup];
        // Nothing to spread an addition over: all of it is withheld.
        if (lever.Effect == LeverEffect.Add && !(part > 0)) return Math.Abs(lever.Size * share);
        double below = 0;
        for (var k = 0; k < tables.Exits.Length; k++)
        {
            if (!entry.Names(tables.Exits[k])) continue;
            for (var a = lever.FromAge - Ages.First; a < lever.ToAge - Ages.First; a++)
            {
                ref var factor = ref factors[(k * Ages.Count) + a];
                factor = lever.Effect == LeverEffect.Multiply ? factor * (1 + (lever.Size * share)) : factor + (lever.Size * share / part);
                if (factor >= 0) continue;
                below -= factor * ExitLever.WeightOf(tables, a) * tables.Exits[k].Share[a];
                factor = 0;
            }
        }

        return below * rate / ExitLever.WeightOfAll(tables);
    }

    private GroupTables TablesOf(int cohort) => _prepared.Groups[_prepared.Model.Cohorts[cohort].StaffGroup];
}
