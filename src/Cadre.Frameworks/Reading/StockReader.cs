using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads stock.csv: the cohorts.</summary>
internal static class StockReader
{
    /// <summary>The cohorts in the order of the file, without pools and rates yet; a number that could not be read is 0. Beside each the row that it comes from.</summary>
    public static (List<Cohort> Cohorts, List<StockEntry> Rows) Read(ReadContext context, IReadOnlyList<Place> places, CohortIndex index)
    {
        var table = context.Table(FrameworkTables.Stock);
        index.IsComplete = table.IsComplete;
        var keys = new RowKeys(table);
        var (cohorts, rows) = (new List<Cohort>(), new List<StockEntry>());
        foreach (var row in table.Rows)
        {
            var key = index.ReadKey(row);
            if (key.First >= 0 && places[key.First].Level != PlaceLevel.Trust)
            {
                row.Report("place", "a place of level trust");
                key = key with { First = -1 };
            }

            var heads = row.Number("heads", Quantity.Heads);
            var fte = row.Number("fte", Quantity.Fte);
            if (heads > 0 && fte == 0 || heads == 0 && fte > 0)
                row.Report("fte", heads > 0 ? "FTE over 0, because there are heads" : "0, because there are no heads");
            var provenance = Provenance.Read(row, context, describesTheStart: true);
            if (keys.TryAdd(row, key, "place", index.Name))
            {
                Add(row, key, heads, fte);
                rows.Add(new StockEntry(table.Schema.File, row.Line, provenance.Source, provenance.Grade, provenance.KnownOn, provenance.Note));
            }

            index.IsComplete &= key.IsGood;
        }

        if (table.IsComplete && table.Rows.Count == 0)
            context.Problems.Add(table.Schema.File, null, "no rows", "at least one cohort");
        return (cohorts, rows);

        void Add(CsvRow row, RowKey key, double heads, double fte)
        {
            index.Add(key, row);
            cohorts.Add(new Cohort
            {
                Place = key.First,
                Service = key.Second,
                StaffGroup = key.Third,
                OpeningHeads = new Headcount(double.IsNaN(heads) ? 0 : heads),
                OpeningFte = new Fte(double.IsNaN(fte) ? 0 : fte),
                Pools = [],
                LeavingMultiplier = 1,
                Attractiveness = 1,
            });
        }
    }
}
