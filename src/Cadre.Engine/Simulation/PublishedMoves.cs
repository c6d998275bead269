using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>Transfers and adjustments that the framework names, with their posts (docs/method.md section 3.2). Belongs to one thread.</summary>
internal sealed class PublishedMoves(PreparedModel prepared, WorkingTime time, Staff staff)
{
    /// <summary>Books those of a month.</summary>
    /// <exception cref="ModelException">They take a cohort below 0.</exception>
    public void Book(int month)
    {
        foreach (var moves in prepared.MovesByMonth[month].GroupBy(move => move.Cohort))
            Book(month, moves.Key, moves);
    }

    private void Book(int month, int c, IEnumerable<StockMove> moves)
    {
        var group = prepared.Model.Cohorts[c].StaffGroup;
        var heads = staff.HeadsOf(c);
        double before = 0;
        foreach (var h in heads)
            before += h;
        var fteEach = before > 0 ? staff.Fte[c] / before : time.OfStock(group) * prepared.FteFactor[c];
        double Sum(StockMoveKind kind) => moves.Where(move => move.Kind == kind).Sum(move => move.Heads);
        var (movedIn, movedOut, adjusted) = (Sum(StockMoveKind.TransferIn), Sum(StockMoveKind.TransferOut), Sum(StockMoveKind.Adjustment));
        var net = movedIn - movedOut + adjusted;
        var after = WithoutRounding(before + net, before + movedIn + movedOut + Math.Abs(adjusted));
        if (after < 0)
        {
            throw new ModelException(
                $"{prepared.NameOf(c)}, month {month}: transfers and adjustments take {-net:0.##} heads from the {before:0.##} that are there. "
                + "Lower the rows of transfers.csv or adjustments.csv for it.");
        }

        for (var i = 0; i < heads.Length; i++)
            heads[i] = before > 0 ? heads[i] * (after / before) : after * prepared.OpeningShare(c, i);
        foreach (ref var mover in staff.MoversOf(c))
            mover *= before > 0 ? after / before : 0;
        staff.Fte[c] = after > 0 ? staff.Fte[c] + (net * fteEach) : 0;
        staff.Posts[c] = Math.Max(0, WithoutRounding(staff.Posts[c] + (net * fteEach), staff.Posts[c]));
        staff.Way(c, Way.TransferredIn) = new Amount(movedIn, movedIn * fteEach);
        staff.Way(c, Way.TransferredOut) = new Amount(movedOut, movedOut * fteEach);
        ref var account = ref staff.Months[c];
        account.MovesIn += staff.Way(c, Way.TransferredIn);
        account.MovesOut += staff.Way(c, Way.TransferredOut);
        account.Adjustment = new Amount(adjusted, adjusted * fteEach);
    }

    /// <summary>0 where <paramref name="value"/> is no more than the rounding of the sums it comes from, whose size is <paramref name="scale"/>.</summary>
    private static double WithoutRounding(double value, double scale) => Math.Abs(value) <= 1e-9 * scale ? 0 : value;
}
