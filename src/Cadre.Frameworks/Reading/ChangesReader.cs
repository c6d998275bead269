using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads the rows of the register that a scenario changes.</summary>
internal sealed class ChangesReader(ScenarioContext context)
{
    private static readonly string Expected = $"a list of {string.Join(", ", YamlFields.Change.Where(field => !field.MayBeBlank).Select(field => field.Name))} and what else it takes";

    private readonly Dictionary<int, int> _lines = [];

    /// <summary>The rows that could be read, in the order of the file.</summary>
    public List<ChangeEntry> Read(YamlMapping scenario) =>
        [.. scenario.OptionalMappings("assumptions", Expected).Select(ReadChange).OfType<ChangeEntry>()];

    private ChangeEntry? ReadChange(YamlMapping change)
    {
        change.CheckKeys(YamlFields.Change);
        var row = ReadRow(change);
        var before = row >= 0 ? context.Register[row].Assumption : null;
        var (low, central, high, family) = ReadValues(change, before);
        var reason = change.Text("reason") ?? "";
        var grade = change.Word("grade", Words.Grades) ?? default;
        change.Reference("source", context.Evidence);
        var source = change.Has("source") ? change.Text("source") ?? "" : "";
        if (before is null || !_lines.TryAdd(row, change.Line)) return null;
        var rule = ParameterRule.Of(before.Parameter);
        var after = before with
        {
            Low = rule.ToModel(low),
            Central = rule.ToModel(central),
            High = rule.ToModel(high),
            Distribution = family,
            Grade = grade,
            Source = source,
            Note = reason,
        };
        return new ChangeEntry(row, after, reason);
    }

    private int ReadRow(YamlMapping change)
    {
        var row = change.Reference("id", context.Assumptions);
        if (row < 0) return row;
        if (_lines.TryGetValue(row, out var line))
            change.Report("id", $"each row once; line {line} changes it already");
        else if (context.Register[row].Assumption.Parameter == Parameter.NetChange)
            change.Report("id", "another row: net_change only fits the baseline's supply, which a scenario keeps; a lever on inflow changes it");
        return row;
    }

    private static (double Low, double Central, double High, DistributionFamily Family) ReadValues(YamlMapping change, Assumption? before)
    {
        var quantity = before is null ? Quantity.AnyNumber : ParameterRule.Of(before.Parameter).Quantity;
        var given = change.Has("distribution");
        var family = given ? change.Word("distribution", Words.Distributions) : before?.Distribution;
        var central = change.Number("central", quantity) ?? double.NaN;
        if (family is null or DistributionFamily.Fixed && !change.Has("low") && !change.Has("high"))
            return (central, central, central, family ?? default);
        var (low, high) = (End("low"), End("high"));
        if (family is { } shape && !double.IsNaN(low + central + high))
        {
            var word = Words.Distributions.First(pair => pair.Value == shape).Key;
            if (ShapeFault.Find(shape, word, low, central, high, before is null ? null : quantity) is { } fault) change.Report(fault.Column, fault.Expected);
        }

        return (low, central, high, family ?? default);

        double End(string key)
        {
            if (change.Has(key)) return change.Number(key, quantity) ?? double.NaN;
            if (family is not (null or DistributionFamily.Fixed))
                change.Report(key, "no such key", $"{quantity.Noun}, as the distribution {Words.Distributions.First(pair => pair.Value == family).Key} asks");
            return central;
        }
    }
}
