using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads place_rates.csv: how each cohort differs in leaving and hiring.</summary>
internal static class PlaceRatesReader
{
    /// <summary>Puts the rates into the cohorts.</summary>
    public static void Read(ReadContext context, CohortIndex index, List<Cohort> cohorts)
    {
        var table = context.Table(FrameworkTables.PlaceRates);
        var keys = new RowKeys(table);
        foreach (var row in table.Rows)
        {
            var key = index.ReadKey(row);
            var cohort = index.ReadCohort(row, key);
            var leaving = row.Number("leaving_multiplier", Quantity.Factor);
            var attractiveness = row.Number("attractiveness", Quantity.Factor);
            Provenance.Read(row, context);
            if (keys.TryAdd(row, key, "place", index.Name) && cohort >= 0)
                cohorts[cohort] = cohorts[cohort] with { LeavingMultiplier = leaving, Attractiveness = attractiveness };
        }

        foreach (var (cohort, key) in index.Keys.Index().Where(item => keys.Lacks(item.Item)))
            context.Problems.Add(table.Schema.File, CohortIndex.Columns, $"no row for {index.Name(key)}", $"one for every cohort; {FrameworkTables.Stock.File} has it in line {index.Rows[cohort].Line}");
    }
}
