namespace Cadre.Engine.Simulation;

/// <summary>
/// Shares the candidates of a pool over the cohorts that want them (docs/method.md section 3.4).
/// </summary>
internal sealed class HiringRound(PreparedModel prepared)
{
    private readonly double[] _wants = new double[prepared.Model.Cohorts.Count];
    private readonly double[] _wanted = new double[prepared.Model.Pools.Count];
    private readonly bool[] _limitedByWants = new bool[prepared.Model.Pools.Count];

    /// <summary>By cohort: heads hired, as of the last call for its pool.</summary>
    public double[] Hires { get; } = new double[prepared.Model.Cohorts.Count];

    /// <summary>By pool: whether the offer covered all wants.</summary>
    public ReadOnlySpan<bool> LimitedByWants => _limitedByWants;

    /// <summary>By pool: heads that its cohorts wanted, as of the last call for it.</summary>
    public ReadOnlySpan<double> Wanted => _wanted;

    /// <summary>
    /// Fills <see cref="Hires"/> for the cohorts of <paramref name="pool"/> and returns their sum in heads:
    /// <paramref name="offer"/> or all wants, whichever is less.
    /// </summary>
    /// <param name="pool">Index of the pool.</param>
    /// <param name="phi">Share of vacancies that the month fills.</param>
    /// <param name="offer">People who can be hired, heads.</param>
    /// <param name="joinerFte">FTE of a joining head before the cohort's factor.</param>
    /// <param name="staff">Posts, staff after leaving and moves, and who has joined from smaller pools.</param>
    public double Share(int pool, double phi, double offer, double joinerFte, Staff staff)
    {
        var cohorts = prepared.PoolCohorts[pool];
        double wanted = 0, pull = 0;
        foreach (var c in cohorts)
        {
            var each = joinerFte * prepared.FteFactor[c];
            var open = Math.Max(0, (phi * Math.Max(0, staff.Posts[c] - staff.Fte[c])) - staff.Months[c].Joiners.Fte);
            _wants[c] = each > 0 ? open / each : 0;
            wanted += _wants[c];
            pull += _wants[c] * prepared.Model.Cohorts[c].Attractiveness;
        }

        (_wanted[pool], _limitedByWants[pool]) = (wanted, wanted <= offer);
        if (wanted <= offer)
        {
            foreach (var c in cohorts)
                Hires[c] = _wants[c];
            return wanted;
        }

        return ShareScarce(cohorts, offer, pull);
    }

    /// <summary>
    /// From the most attractive cohort down: one whose part of what is left would pass its wants is filled;
    /// the others share the rest by want and attractiveness.
    /// </summary>
    private double ShareScarce(int[] cohorts, double offer, double pull)
    {
        double hired = 0, left = offer;
        var filling = true;
        var level = 0.0;
        foreach (var c in cohorts)
        {
            var attractiveness = prepared.Model.Cohorts[c].Attractiveness;
            if (filling)
            {
                level = pull > 0 ? left / pull : 0;
                filling = level * attractiveness >= 1;
                if (filling)
                {
                    left -= _wants[c];
                    pull -= _wants[c] * attractiveness;
                }
            }

            Hires[c] = filling ? _wants[c] : _wants[c] * level * attractiveness;
            hired += Hires[c];
        }

        return hired;
    }
}
