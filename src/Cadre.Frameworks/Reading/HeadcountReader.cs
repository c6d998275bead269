namespace Cadre.Frameworks.Reading;

/// <summary>Reads headcount.csv: people as published.</summary>
internal static class HeadcountReader
{
    /// <summary>People by the code of their place.</summary>
    public static Dictionary<string, double> Read(ReadContext context)
    {
        var table = context.Table(FrameworkTables.Headcount);
        var keys = new RowKeys(table);
        var headcount = new Dictionary<string, double>();
        foreach (var row in table.Rows)
        {
            var place = row.Reference("place", context.Places);
            var people = row.Number("headcount", Quantity.People);
            if (people != Math.Floor(people) && !double.IsNaN(people))
                row.Report("headcount", Quantity.People.Expected());
            Provenance.Read(row, context, describesTheStart: true);
            if (keys.TryAdd(row, new RowKey(place), "place", key => $"\"{context.Places[key.First]}\""))
                headcount.Add(context.Places[place], people);
        }

        return headcount;
    }
}
