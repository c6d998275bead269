using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads the register: assumptions.csv, then assumptions_imported.csv.</summary>
internal sealed class AssumptionsReader(ReadContext context, SourceIndex sources)
{
    private readonly Dictionary<string, (string File, int Line)> _ids = [];
    private readonly List<AssumptionEntry> _entries = [];

    /// <summary>The rows whose parameter and scope could be read, in the order of the files.</summary>
    public IReadOnlyList<AssumptionEntry> Entries => _entries;

    /// <summary>The parameters about which every row could be read, so that a missing row is really missing.</summary>
    public HashSet<Parameter> WhollyRead { get; } = [.. ParameterRule.All.Select(rule => rule.Parameter)];

    /// <summary>Reads both files.</summary>
    public static AssumptionsReader Read(ReadContext context, SourceIndex sources)
    {
        var reader = new AssumptionsReader(context, sources);
        foreach (var schema in new[] { FrameworkTables.Assumptions, FrameworkTables.AssumptionsImported })
        {
            var table = context.Table(schema);
            if (!table.IsComplete)
                reader.WhollyRead.Clear();
            foreach (var row in table.Rows)
                reader.ReadRow(row);
        }

        return reader;
    }

    private void ReadRow(CsvRow row)
    {
        var id = ReadId(row);
        var parameter = row.Word("parameter", ParameterRule.Words);
        var rule = parameter is { } known ? ParameterRule.Of(known) : null;
        var (place, service, staffGroup) = ReadScope(row, rule);
        var conversion = rule is { Per: ParameterScope.Conversion } ? row.Reference("supply", context.Conversions) : (int?)null;
        var (supply, stage) = conversion is null ? sources.ReadScope(row, rule) : (null, null);
        var (low, central, high, family) = ReadValues(row, rule);
        var (correlationGroup, correlation) = ReadCorrelation(row);
        var provenance = Provenance.Read(row, context);
        var review = row.OptionalDate("review");

        if (rule is null)
        {
            WhollyRead.Clear();
        }
        else if (id is null || place < 0 || service < 0 || staffGroup < 0 || supply < 0 || conversion < 0)
        {
            WhollyRead.Remove(rule.Parameter);
        }
        else
        {
            var assumption = new Assumption
            {
                Id = id,
                Parameter = rule.Parameter,
                Place = place,
                Service = service,
                StaffGroup = staffGroup,
                Supply = supply,
                Stage = stage,
                Conversion = conversion,
                Low = rule.ToModel(low),
                Central = rule.ToModel(central),
                High = rule.ToModel(high),
                Least = rule.ToModel(rule.Low),
                Greatest = rule.ToModel(rule.High),
                Distribution = family,
                CorrelationGroup = correlationGroup,
                Correlation = correlation,
                Grade = provenance.Grade,
                Source = provenance.Source,
                Note = provenance.Note,
            };
            _entries.Add(new AssumptionEntry(assumption, row.File, row.Line, rule.Unit, low, central, high, provenance.KnownOn, review));
        }
    }

    private string? ReadId(CsvRow row)
    {
        var id = row.Id("id");
        if (id is null || _ids.TryAdd(id, (row.File, row.Line)))
            return id;
        var (file, line) = _ids[id];
        row.Report("id", $"\"{id}\" a second time", $"each id once; {file}, line {line} has it already");
        return null;
    }

    private (int? Place, int? Service, int? StaffGroup) ReadScope(CsvRow row, ParameterRule? rule)
    {
        var takesPlace = rule is null or { PerCohort: true };
        return (
            takesPlace ? row.OptionalReference("place", context.Places) : NotAllowed("place"),
            takesPlace ? row.OptionalReference("service", context.Services) : NotAllowed("service"),
            rule is { IsOfSources: true } or { Per: ParameterScope.Conversion } ? NotAllowed("staff_group") : row.OptionalReference("staff_group", context.StaffGroups));

        int? NotAllowed(string column)
        {
            if (row.OptionalText(column).Length == 0)
                return null;
            row.Report(column, $"an empty cell: {rule!.Word} is resolved per {(rule.IsOfSources ? "source" : rule.Per == ParameterScope.Conversion ? "conversion" : "staff group")}");
            return -1;
        }
    }

    private static (double Low, double Central, double High, DistributionFamily Family) ReadValues(CsvRow row, ParameterRule? rule)
    {
        var unit = row.Text("unit");
        var isUnitRight = unit == rule?.Unit;
        if (rule is not null && unit.Length > 0 && !isUnitRight)
            row.Report("unit", $"{rule.Unit}, the unit of {rule.Word}");

        var quantity = isUnitRight ? rule!.Quantity : Quantity.AnyNumber;
        var family = row.Word("distribution", Words.Distributions);
        var mayBeBlank = family is null or DistributionFamily.Fixed;
        var central = row.Number("central", quantity);
        var low = mayBeBlank && row.IsBlank("low") ? central : row.Number("low", quantity);
        var high = mayBeBlank && row.IsBlank("high") ? central : row.Number("high", quantity);
        if (family is { } shape && !double.IsNaN(low + central + high))
            CheckShape(row, shape, low, central, high, isUnitRight ? quantity : null);
        return (low, central, high, family ?? default);
    }

    /// <summary>The group of rows that this one rises and falls with, and how closely; null and 0 for none.</summary>
    private static (string? Group, double Correlation) ReadCorrelation(CsvRow row)
    {
        const string both = "both correlation_group and correlation, or neither";
        var (hasGroup, hasCorrelation) = (row.OptionalText("correlation_group").Length > 0, row.OptionalText("correlation").Length > 0);
        var group = hasGroup ? row.Code("correlation_group") : null;
        var correlation = hasCorrelation ? row.Number("correlation", Quantity.Correlation) : 0;
        if (hasCorrelation && correlation == 0)
            row.Report("correlation", "a correlation other than 0");
        if (hasGroup && row.IsBlank("correlation"))
            row.Report("correlation", both);
        else if (hasCorrelation && row.IsBlank("correlation_group"))
            row.Report("correlation_group", both);
        else if (hasGroup && hasCorrelation && row.OptionalText("distribution") == Words.Of(DistributionFamily.Fixed))
            row.Report("correlation_group", "an empty cell: a fixed value does not rise or fall");
        return (group, correlation);
    }

    private static void CheckShape(CsvRow row, DistributionFamily family, double low, double central, double high, Quantity? allowed)
    {
        if (ShapeFault.Find(family, row.OptionalText("distribution"), low, central, high, allowed) is { } fault)
            row.Report(fault.Column, fault.Expected);
    }
}
