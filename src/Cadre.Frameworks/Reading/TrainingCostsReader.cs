namespace Cadre.Frameworks.Reading;

/// <summary>Reads training_costs.csv: what each person costs who starts with a source of candidates.</summary>
internal static class TrainingCostsReader
{
    /// <summary>By source: pounds for each who starts; null where no row gives them.</summary>
    public static double?[] Read(ReadContext context)
    {
        var table = context.Table(FrameworkTables.TrainingCosts);
        var keys = new RowKeys(table);
        var costs = new double?[context.Sources.Count];
        foreach (var row in table.Rows)
        {
            var source = row.Reference("supply", context.Sources);
            var pounds = row.Number("pounds", Quantity.Pounds);
            Provenance.Read(row, context);
            if (keys.TryAdd(row, new RowKey(source), "supply", _ => $"\"{row.OptionalText("supply")}\""))
                costs[source] = pounds;
        }

        return costs;
    }
}
