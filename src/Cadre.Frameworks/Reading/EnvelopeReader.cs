using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads envelope.csv: what there is to pay for a financial year.</summary>
internal static class EnvelopeReader
{
    /// <summary>The envelopes in the order of their years.</summary>
    public static List<Envelope> Read(ReadContext context)
    {
        var table = context.Table(FrameworkTables.Envelope);
        var keys = new RowKeys(table);
        var envelopes = new List<Envelope>();
        foreach (var row in table.Rows)
        {
            var year = ReadYear(row, context.Header);
            var pounds = row.Number("pounds", Quantity.PoundsOfTheNation);
            Provenance.Read(row, context);
            if (keys.TryAdd(row, new RowKey(year?.Start ?? -1), "year", _ => $"{year}"))
                envelopes.Add(new Envelope(year!.Value, pounds));
        }

        return [.. envelopes.OrderBy(envelope => envelope.Year)];
    }

    /// <summary>A financial year that the framework reaches; null when it is none.</summary>
    private static FinancialYear? ReadYear(CsvRow row, FrameworkHeader header)
    {
        var text = row.Text("year");
        if (text.Length == 0)
            return null;
        (FinancialYear First, FinancialYear Last)? reach = header.Span is { } span ? (FinancialYear.Of(span.First), FinancialYear.Of(span.Last)) : null;
        if (FinancialYear.TryParse(text, out var year) && !(year < reach?.First) && !(year > reach?.Last))
            return year;
        row.Report("year", reach is { } years ? $"a financial year from {years.First} to {years.Last}, which the framework reaches" : "a financial year, written like 2026/27");
        return null;
    }
}
