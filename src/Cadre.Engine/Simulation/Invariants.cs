namespace Cadre.Engine.Simulation;

/// <summary>The rules of docs/method.md section 3.6 that every run checks in every month.</summary>
internal static class Invariants
{
    /// <summary>What rounding may take or give, of what is in the account.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Checks that no cohort's stock is negative and that its account closes in heads and in FTE.</summary>
    /// <exception cref="InvariantException">A rule does not hold.</exception>
    public static void Check(PreparedModel prepared, ReadOnlySpan<CohortMonth> month, int number)
    {
        for (var c = 0; c < month.Length; c++)
            Check(prepared, c, month[c], number);
    }

    /// <summary>The same for one cohort.</summary>
    /// <exception cref="InvariantException">A rule does not hold.</exception>
    public static void Check(PreparedModel prepared, int c, in CohortMonth m, int number)
    {
        var heads = m.Opening.Heads + m.Joiners.Heads + m.MovesIn.Heads - m.Leavers.Heads - m.MovesOut.Heads + m.Adjustment.Heads;
        if (!(Math.Abs(heads - m.Closing.Heads) <= Tolerance * Math.Max(1, Size(m).Heads)))
            throw new InvariantException($"{prepared.NameOf(c)}, month {number}: the account gives {heads:R} heads, the stock is {m.Closing.Heads:R}.");
        var fte = m.Opening.Fte + m.Joiners.Fte + m.MovesIn.Fte - m.Leavers.Fte - m.MovesOut.Fte + m.Adjustment.Fte + m.Hours;
        if (!(Math.Abs(fte - m.Closing.Fte) <= Tolerance * Math.Max(1, Size(m).Fte)))
            throw new InvariantException($"{prepared.NameOf(c)}, month {number}: the account gives {fte:R} FTE, the stock is {m.Closing.Fte:R}.");
        if (!(m.Closing.Heads >= 0 && m.Posts >= 0 && m.Joiners.Heads >= 0 && m.Leavers.Heads >= 0))
            throw new InvariantException($"{prepared.NameOf(c)}, month {number}: a stock or flow is negative or not a number.");
        var gap = m.Vacancies - m.OverEstablishment;
        if (!(Math.Abs(m.Posts - m.Closing.Fte - gap) <= Tolerance * Math.Max(1, m.Posts)))
            throw new InvariantException($"{prepared.NameOf(c)}, month {number}: posts less staff is not vacancies less over-establishment.");
    }

    /// <summary>What the rounding of an account is measured by: everything in it without its sign.</summary>
    private static Amount Size(in CohortMonth m) => m.Opening + m.Joiners + m.MovesIn + m.Leavers + m.MovesOut + m.Closing
        + new Amount(Math.Abs(m.Adjustment.Heads), Math.Abs(m.Adjustment.Fte) + Math.Abs(m.Hours));

    /// <summary>Checks that a pool gave no more than it offered.</summary>
    /// <exception cref="InvariantException">It did.</exception>
    public static void CheckOffer(PreparedModel prepared, int pool, double hired, double offer)
    {
        if (hired >= 0 && hired <= offer * (1 + Tolerance)) return;
        var p = prepared.Model.Pools[pool];
        throw new InvariantException(
            $"Pool of {prepared.Model.StaffGroups[p.StaffGroup].Code} in {prepared.Model.Places[p.Catchment].Code}: hired {hired:R} heads of {offer:R} offered.");
    }

    /// <summary>Checks that the nation's staff is the sum over cohorts.</summary>
    /// <exception cref="InvariantException">It is not.</exception>
    public static void CheckNation(ReadOnlySpan<CohortMonth> month, double nationHeads, int number)
    {
        double heads = 0;
        foreach (ref readonly var m in month)
            heads += m.Closing.Heads;
        CheckNation(heads, nationHeads, number);
    }

    /// <summary>The same, the cohorts added up already.</summary>
    /// <exception cref="InvariantException">It is not.</exception>
    public static void CheckNation(double heads, double nationHeads, int number)
    {
        if (!(Math.Abs(heads - nationHeads) <= Tolerance * Math.Max(1, heads)))
            throw new InvariantException($"Month {number}: the nation has {nationHeads:R} heads, its cohorts {heads:R}.");
    }
}
