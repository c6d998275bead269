namespace Cadre.Frameworks.Reading;

/// <summary>Reads expectations.csv: what was expected of the targets before anything was run.</summary>
internal static class ExpectationsReader
{
    /// <summary>The expectations in the order of the file.</summary>
    public static List<Expectation> Read(ReadContext context)
    {
        var table = context.Table(FrameworkTables.Expectations);
        var keys = new RowKeys(table);
        var expectations = new List<Expectation>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var target = row.Reference("target", context.Targets);
            var levers = row.Word("levers", Words.LeversExpected);
            var (low, high) = (row.Number("low", Quantity.AnyNumber), row.Number("high", Quantity.AnyNumber));
            if (high < low)
                row.Report("high", $"no less than low, {row.OptionalText("low")}");
            var why = row.Text("why");
            var day = row.Date("written_on");
            var key = new RowKey(target, levers is { } known ? Convert.ToInt32(known) : -1);
            if (keys.TryAdd(row, key, "target", same => $"\"{context.Targets[same.First]}\", {row.OptionalText("levers")}"))
                expectations.Add(new Expectation(target, levers ?? false, low, high, why, day ?? default));
        }

        return expectations;
    }
}
