namespace Cadre.Engine.Simulation;

/// <summary>Those who want to move to another place, shared over what the cohorts that share their widest pool want (docs/method.md section 3.4). Belongs to one thread.</summary>
internal sealed class Movers(PreparedModel prepared, WorkingTime time, Staff staff, HiringRound hiring)
{
    private readonly double[][] _moving = [.. prepared.Groups.Select(tables => tables is { HasMovers: true } ? new double[tables.Service.Bands * Ages.Count] : [])];
    private double[] _all = [];

    /// <summary>Finds a place for those who want to move, as far as there is room; those without one stay.</summary>
    /// <param name="pool">Index of one of <see cref="PreparedModel.WidestPools"/>.</param>
    /// <param name="phi">Share of vacancies that the month fills.</param>
    public void Place(int pool, double phi)
    {
        var group = prepared.Model.Pools[pool].StaffGroup;
        if (!prepared.Groups[group].HasMovers) return;
        var (moving, fteEach) = Gather(pool, group);
        if (!(moving > 0)) return;
        var placed = hiring.Share(pool, phi, moving, fteEach, staff) / moving;
        foreach (var c in prepared.PoolCohorts[pool])
            Move(c, time.AtStart(group), placed, hiring.Hires[c] / moving);
    }

    /// <summary>Adds up who wants to move; returns how many, and FTE per head of them before a cohort's factor.</summary>
    private (double Heads, double FteEach) Gather(int pool, int group)
    {
        _all = _moving[group];
        Array.Clear(_all);
        foreach (var c in prepared.PoolCohorts[pool])
        {
            var movers = staff.MoversOf(c);
            for (var i = 0; i < movers.Length; i++)
                _all[i] += movers[i];
        }

        double heads = 0, fte = 0;
        var w = time.AtStart(group);
        for (var i = 0; i < _all.Length; i++)
        {
            heads += _all[i];
            fte += _all[i] * w[i % Ages.Count];
        }

        return (heads, heads > 0 ? fte / heads : 0);
    }

    /// <summary>
    /// Takes the share <paramref name="placed"/> of a cohort's own movers and brings the share <paramref name="here"/> of all; who would
    /// come to where they are stays.
    /// </summary>
    private void Move(int c, double[] w, double placed, double here)
    {
        var heads = staff.HeadsOf(c);
        var movers = staff.MoversOf(c);
        double goneHeads = 0, goneFte = 0, comeHeads = 0, comeFte = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            var gone = (placed - here) * movers[i];
            var come = here * (_all[i] - movers[i]);
            heads[i] = Math.Max(0, heads[i] - gone) + come;
            (goneHeads, goneFte) = (goneHeads + gone, goneFte + (gone * w[i % Ages.Count]));
            (comeHeads, comeFte) = (comeHeads + come, comeFte + (come * w[i % Ages.Count]));
        }

        movers.Clear();
        var f = prepared.FteFactor[c];
        var (away, arrived) = (new Amount(goneHeads, goneFte * f), new Amount(comeHeads, comeFte * f));
        staff.Way(c, Way.MovedAway) = away;
        staff.Way(c, Way.MovedHere) = arrived;
        staff.Fte[c] += arrived.Fte - away.Fte;
        ref var account = ref staff.Months[c];
        account.MovesIn += arrived;
        account.MovesOut += away;
    }
}
