using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>What the framework's transfers and adjustments come to for one cohort in one month, heads (docs/method.md section 3.2).</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="In">Came with transferred services.</param>
/// <param name="Out">Went with them.</param>
/// <param name="Adjusted">Published differences that are neither, either sign.</param>
internal readonly record struct PublishedMove(int Cohort, double In, double Out, double Adjusted)
{
    /// <summary>What is no more than this part of the sums that it comes from is their rounding.</summary>
    public const double Rounding = 1e-9;

    /// <summary>How many more there are.</summary>
    public double Net => In - Out + Adjusted;

    /// <summary>By month, 0 holding nothing: those of a model, in the order of the framework.</summary>
    public static PublishedMove[][] ByMonth(NationalModel model)
    {
        var months = model.Moves.ToLookup(move => move.Month);
        return [.. Enumerable.Range(0, model.Months + 1).Select(month => months[month].GroupBy(move => move.Cohort).Select(moves => Of(moves.Key, moves)).ToArray())];
    }

    private static PublishedMove Of(int cohort, IEnumerable<StockMove> moves)
    {
        double Sum(StockMoveKind kind) => moves.Where(move => move.Kind == kind).Sum(move => move.Heads);
        return new PublishedMove(cohort, Sum(StockMoveKind.TransferIn), Sum(StockMoveKind.TransferOut), Sum(StockMoveKind.Adjustment));
    }

    /// <summary>The fault of moves that take more heads than there are.</summary>
    public ModelException TakesTooMany(PreparedModel prepared, int month, double before) => new(
        $"{prepared.NameOf(Cohort)}, month {month}: transfers and adjustments take {-Net:0.##} heads from the {before:0.##} that are there. "
        + "Lower the rows of transfers.csv or adjustments.csv for it.");
}
