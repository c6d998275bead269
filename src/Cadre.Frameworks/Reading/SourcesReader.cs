using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads sources.csv, and with it stages.csv, intakes.csv and source_ages.csv.</summary>
internal static class SourcesReader
{
    /// <summary>What results call the candidates whom no source accounts for.</summary>
    private const string Other = "other";

    /// <summary>The sources in the order of the file.</summary>
    public static List<SupplySource> Read(ReadContext context, StaffGroupTree tree, SourceIndex index)
    {
        var table = context.Table(FrameworkTables.Sources);
        var codes = context.Sources;
        codes.IsComplete = table.IsComplete;
        var (sources, rows) = (new List<SupplySource>(), new List<CsvRow>());
        foreach (var row in table.Rows)
        {
            var code = row.Code("supply");
            var kind = row.Word("kind", Words.SupplyKinds);
            var source = ReadSource(row, context, tree, kind);
            Provenance.Read(row, context);
            if (code == Other)
                row.Report("supply", $"another code: {Other} is everyone whom no source accounts for");
            if (code is null or Other)
            {
                codes.IsComplete = false;
            }
            else if (index.TryAdd(code, kind))
            {
                sources.Add(source with { Code = code });
                rows.Add(row);
            }
            else
            {
                row.Report("supply", $"\"{code}\" a second time", $"each source once; line {rows[codes.IndexOf(code)].Line} has it already");
            }
        }

        var stages = StagesReader.Read(context, index);
        var intakes = IntakesReader.Read(context, index);
        var ages = SourceAgesReader.Read(context, index);
        return [.. sources.Select((source, s) => source with { Stages = stages[s], Intakes = intakes[s], Ages = ages[s] })];
    }

    private static SupplySource ReadSource(CsvRow row, ReadContext context, StaffGroupTree tree, SupplyKind? kind)
    {
        var name = row.Text("name");
        var group = LeafReference.Read(row, context, tree);
        var isReturn = IsOf(row, kind, SupplyKind.ReturnToPractice, "months", "outside");
        var isInternational = IsOf(row, kind, SupplyKind.International, "floor", "ceiling");
        var (floor, ceiling) = isInternational ? (Limit("floor"), Limit("ceiling")) : (null, null);
        if (ceiling < floor)
            row.Report("ceiling", FormattableString.Invariant($"no less than floor, {floor}"));
        return new SupplySource
        {
            Code = "",
            Name = name,
            Kind = kind ?? default,
            StaffGroup = group,
            Months = isReturn ? row.Whole("months", Quantity.MonthsOfRetraining) : 0,
            Outside = isReturn ? row.Number("outside", Quantity.Heads) : 0,
            Floor = floor,
            Ceiling = ceiling,
        };

        double? Limit(string column) => row.OptionalText(column).Length == 0 ? null : row.Number(column, Quantity.HeadsPerYear);
    }

    /// <summary>Whether the source is of the kind that has these columns; reports those that another kind fills.</summary>
    private static bool IsOf(CsvRow row, SupplyKind? kind, SupplyKind owner, params ReadOnlySpan<string> columns)
    {
        if (kind is null || kind == owner)
            return kind == owner;
        foreach (var column in columns)
        {
            if (row.OptionalText(column).Length > 0)
                row.Report(column, $"an empty cell: {column} is for {Words.Of(owner)}");
        }

        return false;
    }
}
