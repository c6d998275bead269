using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads transfers.csv and adjustments.csv. Whether a cohort has the heads to give is the engine's to say.</summary>
internal static class MovesReader
{
    /// <summary>The moves in the order of the files, transfers first.</summary>
    public static List<StockMove> Read(ReadContext context, CohortIndex index)
    {
        var moves = new List<StockMove>();
        ReadTable(context.Table(FrameworkTables.Transfers), isTransfer: true);
        ReadTable(context.Table(FrameworkTables.Adjustments), isTransfer: false);
        return moves;

        void ReadTable(CsvTable table, bool isTransfer)
        {
            var lines = new Dictionary<(StockMove, string), int>();
            foreach (var row in table.Rows)
            {
                var (move, reason) = ReadRow(row, isTransfer);
                Provenance.Read(row, context);
                if (!lines.TryAdd((move with { Heads = 0 }, reason), row.Line) && move is { Cohort: >= 0, Month: > 0 })
                    row.Report("month", "a row that repeats another but for its numbers", $"different reasons; line {lines[(move with { Heads = 0 }, reason)]} has this one already");
                moves.Add(move);
            }
        }

        (StockMove Move, string Reason) ReadRow(CsvRow row, bool isTransfer)
        {
            var month = row.Whole("month", context.Header.RunMonth);
            var cohort = index.ReadCohort(row, index.ReadKey(row));
            var kind = isTransfer ? row.Word("direction", Words.Directions) ?? default : StockMoveKind.Adjustment;
            var heads = row.Number("heads", isTransfer ? Quantity.HeadsMoved : Quantity.HeadsEitherWay);
            if (heads == 0)
                row.Report("heads", "a number of heads other than 0");
            if (isTransfer)
                row.Number("fte", Quantity.Fte);
            return (new StockMove(kind, month, cohort, heads), row.Text("reason"));
        }
    }
}
