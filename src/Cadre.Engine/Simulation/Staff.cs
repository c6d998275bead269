namespace Cadre.Engine.Simulation;

/// <summary>The state of one future: who is there, in which posts, and the month's account. Belongs to one thread.</summary>
internal sealed class Staff
{
    private readonly PreparedModel _prepared;
    private readonly double[] _heads;
    private readonly double[] _movers;
    private readonly Amount[] _ways;

    public Staff(PreparedModel prepared)
    {
        _prepared = prepared;
        var cohorts = prepared.Model.Cohorts.Count;
        _heads = new double[prepared.OpeningHeads.Length];
        _movers = prepared.HasMovers ? new double[_heads.Length] : [];
        _ways = new Amount[cohorts * Ways.Count];
        (Fte, Posts, Months) = (new double[cohorts], new double[cohorts], new CohortMonth[cohorts]);
    }

    /// <summary>By cohort: FTE as the month goes on.</summary>
    public double[] Fte { get; }

    /// <summary>By cohort: posts in the month.</summary>
    public double[] Posts { get; }

    /// <summary>By cohort: the month's account.</summary>
    public CohortMonth[] Months { get; }

    /// <summary>Begins a future on the opening day.</summary>
    /// <param name="vacancyRate">By cohort: vacancies over posts.</param>
    /// <param name="luck">Draws everybody's age; null for the shares themselves.</param>
    public void Open(double[] vacancyRate, Luck? luck)
    {
        if (luck is null)
            _prepared.OpeningHeads.CopyTo(_heads, 0);
        else
            DrawAges(luck);
        for (var c = 0; c < Fte.Length; c++)
        {
            var cohort = _prepared.Model.Cohorts[c];
            Fte[c] = luck is null ? cohort.OpeningFte.Value : FteOf(c, _prepared.Groups[cohort.StaffGroup].FtePerHead[0]);
            Posts[c] = cohort.OpeningFte.Value / (1 - vacancyRate[c]);
            Months[c] = default;
            Months[c].Closing = new Amount(cohort.OpeningHeads.Value, Fte[c]);
        }
    }

    /// <summary>Opens the account of a month: what closed the last one opens this one.</summary>
    public void OpenMonth()
    {
        Array.Clear(_ways);
        for (var c = 0; c < Months.Length; c++)
        {
            ref var month = ref Months[c];
            var closing = month.Closing;
            month = default;
            month.Opening = closing;
        }
    }

    /// <summary>Heads by band of length of service and age.</summary>
    public Span<double> HeadsOf(int cohort) => _heads.AsSpan(_prepared.CellsAt[cohort], CellsOf(cohort));

    /// <summary>Of these heads, those who want to move to another place; empty in a model in which nobody does.</summary>
    public Span<double> MoversOf(int cohort) => _movers.Length == 0 ? [] : _movers.AsSpan(_prepared.CellsAt[cohort], CellsOf(cohort));

    /// <summary>What has gone or come a way this month.</summary>
    public ref Amount Way(int cohort, Way way) => ref _ways[(cohort * Ways.Count) + (int)way];

    /// <summary>Every way of every cohort, by cohort, then way.</summary>
    public ReadOnlySpan<Amount> AllWays => _ways;

    /// <summary>FTE of the heads that are there, or what a change of FTE per head gives them.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="ftePerHead">FTE per head by age, before the cohort's factor.</param>
    public double FteOf(int cohort, double[] ftePerHead)
    {
        double fte = 0;
        var heads = HeadsOf(cohort);
        for (var n = 0; n < heads.Length; n += Ages.Count)
        {
            for (var a = 0; a < Ages.Count; a++)
                fte += heads[n + a] * ftePerHead[a];
        }

        return fte * _prepared.FteFactor[cohort];
    }

    /// <summary>Heads, their FTE and what a change of FTE per head gives them, in one pass; the last two as in <see cref="FteOf"/>.</summary>
    public (Amount There, double Hours) AddUp(int cohort, double[] ftePerHead, double[] change)
    {
        double all = 0, fte = 0, hours = 0;
        var heads = HeadsOf(cohort);
        for (var n = 0; n < heads.Length; n += Ages.Count)
        {
            var band = heads.Slice(n, Ages.Count);
            for (var a = 0; a < band.Length; a++)
            {
                all += band[a];
                fte += band[a] * ftePerHead[a];
                hours += band[a] * change[a];
            }
        }

        return (new Amount(all, fte * _prepared.FteFactor[cohort]), hours * _prepared.FteFactor[cohort]);
    }

    private int CellsOf(int cohort) => _prepared.Groups[_prepared.Model.Cohorts[cohort].StaffGroup].Service.Bands * Ages.Count;

    private void DrawAges(Luck luck)
    {
        Array.Clear(_heads);
        for (var c = 0; c < Fte.Length; c++)
        {
            var heads = HeadsOf(c);
            var shares = _prepared.OpeningHeads.AsSpan(_prepared.CellsAt[c], heads.Length);
            for (var i = 0; i < _prepared.Model.Cohorts[c].OpeningHeads.Value; i++)
                heads[luck.Pick(shares)]++;
        }
    }
}
