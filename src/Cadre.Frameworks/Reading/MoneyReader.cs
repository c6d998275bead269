using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads pay.csv, and with it training_costs.csv and envelope.csv.</summary>
internal static class MoneyReader
{
    /// <summary>What everything costs; null where the framework has no pay.csv.</summary>
    public static Money? Read(ReadContext context, StaffGroupTree tree)
    {
        var pay = PayReader.Read(context, tree);
        var training = TrainingCostsReader.Read(context);
        var envelopes = EnvelopeReader.Read(context);
        TableSchema[] present = [.. new[] { FrameworkTables.Pay, FrameworkTables.TrainingCosts, FrameworkTables.Envelope }.Where(table => context.Folder.Bytes(table.File) is not null)];
        if (present.Length == 0)
            return null;
        var files = string.Join(", ", present.Select(table => table.File));
        if (context.Header.LacksPrices)
            context.Problems.Add(FrameworkTables.HeaderFile, "prices", "no such key", $"the financial year in whose prices {files} is, such as 2025/26");
        if (!present.Contains(FrameworkTables.Pay))
            context.Problems.Add(FrameworkTables.Pay.File, null, "no such file", $"the pay of every leaf beside {files}");
        return new Money { Prices = context.Header.Prices, Pay = pay, TrainingCosts = training, Envelopes = envelopes };
    }
}
