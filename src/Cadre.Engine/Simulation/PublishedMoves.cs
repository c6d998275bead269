namespace Cadre.Engine.Simulation;

/// <summary>Transfers and adjustments that the framework names, with their posts (docs/method.md section 3.2). Belongs to one thread.</summary>
internal sealed class PublishedMoves(PreparedModel prepared, WorkingTime time, Staff staff)
{
    /// <summary>Books those of a month.</summary>
    /// <exception cref="ModelException">They take a cohort below 0.</exception>
    public void Book(int month)
    {
        foreach (var move in prepared.MovesByMonth[month])
            Book(month, move);
    }

    private void Book(int month, PublishedMove move)
    {
        var c = move.Cohort;
        var heads = staff.HeadsOf(c);
        double before = 0;
        foreach (var h in heads)
            before += h;
        var fteEach = before > 0 ? staff.Fte[c] / before : time.OfStock(prepared.Model.Cohorts[c].StaffGroup) * prepared.FteFactor[c];
        var net = move.Net;
        var after = WithoutRounding(before + net, before + move.In + move.Out + Math.Abs(move.Adjusted));
        if (after < 0) throw move.TakesTooMany(prepared, month, before);
        for (var i = 0; i < heads.Length; i++)
            heads[i] = before > 0 ? heads[i] * (after / before) : after * prepared.OpeningShare(c, i);
        foreach (ref var mover in staff.MoversOf(c))
            mover *= before > 0 ? after / before : 0;
        staff.Fte[c] = after > 0 ? staff.Fte[c] + (net * fteEach) : 0;
        staff.Posts[c] = Math.Max(0, WithoutRounding(staff.Posts[c] + (net * fteEach), staff.Posts[c]));
        staff.Way(c, Way.TransferredIn) = new Amount(move.In, move.In * fteEach);
        staff.Way(c, Way.TransferredOut) = new Amount(move.Out, move.Out * fteEach);
        ref var account = ref staff.Months[c];
        account.MovesIn += staff.Way(c, Way.TransferredIn);
        account.MovesOut += staff.Way(c, Way.TransferredOut);
        account.Adjustment = new Amount(move.Adjusted, move.Adjusted * fteEach);
    }

    /// <summary>0 where <paramref name="value"/> is no more than the rounding of the sums it comes from, whose size is <paramref name="scale"/>.</summary>
    private static double WithoutRounding(double value, double scale) => Math.Abs(value) <= PublishedMove.Rounding * scale ? 0 : value;
}
