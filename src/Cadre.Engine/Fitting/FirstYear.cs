using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Fitting;

/// <summary>What the central run of a model whose cohorts have one pool each gives in its first month and its first twelve.</summary>
internal sealed class FirstYear
{
    /// <summary>By pool: its sources and their joiners of twelve months, FTE.</summary>
    private readonly (int Source, double Joiners)[][] _sources;

    public FirstYear(NationalModel model)
    {
        var prepared = new PreparedModel(model);
        var simulation = new Simulator(prepared);
        (Leavers1, Leavers12, Opening, Closing) = (new double[model.StaffGroups.Count], new double[model.StaffGroups.Count], new double[model.StaffGroups.Count], new double[model.StaffGroups.Count]);
        (Joiners1, Joiners12, Heads12, Other12) = (new double[model.Pools.Count], new double[model.Pools.Count], new double[model.Pools.Count], new double[model.Pools.Count]);
        Other1 = new double[model.Pools.Count];
        LimitedByWants = new bool[model.Pools.Count];
        Central = FutureParameters.Central(prepared);
        _sources = [.. prepared.PoolSources.Select(sources => sources.Select(source => (source, 0.0)).ToArray())];
        simulation.Run(Central, 12, month => Add(model, simulation, month));
    }

    /// <summary>The central run's parameters.</summary>
    public FutureParameters Central { get; }

    /// <summary>By staff group: leavers of month 1, FTE.</summary>
    public double[] Leavers1 { get; }

    /// <summary>By staff group: leavers of twelve months, FTE.</summary>
    public double[] Leavers12 { get; }

    /// <summary>By staff group: staff on the opening day, FTE.</summary>
    public double[] Opening { get; }

    /// <summary>By staff group: staff after twelve months, FTE.</summary>
    public double[] Closing { get; }

    /// <summary>By pool: joiners of month 1, FTE.</summary>
    public double[] Joiners1 { get; }

    /// <summary>By pool: joiners of twelve months, FTE.</summary>
    public double[] Joiners12 { get; }

    /// <summary>By pool: joiners of twelve months who come from "other", heads.</summary>
    public double[] Heads12 { get; }

    /// <summary>By pool: the same in FTE.</summary>
    public double[] Other12 { get; }

    /// <summary>By pool: joiners of month 1 who come from "other", FTE.</summary>
    public double[] Other1 { get; }

    /// <summary>By pool: whether wants limited month 1.</summary>
    public bool[] LimitedByWants { get; }

    /// <summary>Average staff of a staff group over the twelve months, FTE.</summary>
    public double AverageStaff(int group) => (Opening[group] + Closing[group]) / 2;

    /// <summary>For an error: the source of a pool that brings most joiners, and how many; empty where none brings any.</summary>
    public string LargestSource(NationalModel model, int pool)
    {
        var (source, joiners) = _sources[pool].OrderByDescending(row => row.Joiners).FirstOrDefault();
        return joiners > 0 ? $": the source {model.Sources[source].Code} alone brings {joiners:0.####}" : "";
    }

    private void Add(NationalModel model, Simulator simulation, int month)
    {
        if (month == 1) simulation.LimitedByWants.CopyTo(LimitedByWants);
        for (var p = 0; p < model.Pools.Count; p++)
        {
            Heads12[p] += simulation.PoolJoiners[p][0].Heads;
            Other12[p] += simulation.PoolJoiners[p][0].Fte;
            for (var s = 0; s < _sources[p].Length; s++)
                _sources[p][s].Joiners += simulation.PoolJoiners[p][s + 1].Fte;
            if (month == 1) Other1[p] += simulation.PoolJoiners[p][0].Fte;
        }

        for (var c = 0; c < model.Cohorts.Count; c++)
        {
            var (cohort, account) = (model.Cohorts[c], simulation.Month[c]);
            Leavers12[cohort.StaffGroup] += account.Leavers.Fte;
            Joiners12[cohort.Pools[0]] += account.Joiners.Fte;
            if (month == 1)
            {
                Leavers1[cohort.StaffGroup] += account.Leavers.Fte;
                Joiners1[cohort.Pools[0]] += account.Joiners.Fte;
                Opening[cohort.StaffGroup] += account.Opening.Fte;
            }

            if (month == 12) Closing[cohort.StaffGroup] += account.Closing.Fte;
        }
    }
}
