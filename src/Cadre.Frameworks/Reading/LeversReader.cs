using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads the levers of a scenario.</summary>
internal sealed class LeversReader(ScenarioContext context)
{
    private const int MostMonths = 600;

    private static readonly string Expected = $"a list of {string.Join(", ", YamlFields.Lever.Where(field => !field.MayBeBlank).Select(field => field.Name))} and what else it takes";

    private readonly Dictionary<string, int> _lines = [];

    /// <summary>Every lever, in the order of the file.</summary>
    public List<LeverEntry> Read(YamlMapping scenario) =>
        [.. scenario.OptionalMappings("levers", Expected).Select(ReadLever)];

    private LeverEntry ReadLever(YamlMapping yaml)
    {
        yaml.CheckKeys(YamlFields.Lever);
        var parameter = yaml.Word("parameter", Words.LeverParameters);
        var rule = parameter is { } known ? LeverRule.Of(known) : null;
        var effect = ReadEffect(yaml, rule);
        var size = yaml.Number("size", rule is not null && effect is { } meant ? rule.Size(meant) : Quantity.AnyNumber) ?? double.NaN;
        var limit = yaml.Has("limit") ? yaml.Number("limit", rule?.Value ?? Quantity.AnyNumber) : null;
        var (ramp, rampMonths) = ReadRamp(yaml);
        var source = new LeverSource(context);
        var (supply, stage) = source.Read(yaml, rule);
        var (exits, fromAge, toAge) = LeverReach.Read(yaml, rule);
        var lever = new Lever
        {
            Id = ReadId(yaml) ?? "",
            Parameter = parameter ?? default,
            Place = Scope(yaml, rule, "place", context.Places),
            Service = Scope(yaml, rule, "service", context.Services),
            StaffGroup = Scope(yaml, rule, "staff_group", context.StaffGroups),
            Supply = supply,
            Stage = stage,
            Conversion = source.ReadConversion(yaml, rule),
            Substitution = source.ReadSubstitution(yaml, rule),
            Exits = exits,
            FromAge = fromAge,
            ToAge = toAge,
            Effect = effect ?? default,
            Size = rule is not null && effect is { } how ? rule.SizeToModel(how, size) : size,
            Start = ReadStart(yaml),
            LeadMonths = yaml.Has("lead_months") ? yaml.Whole("lead_months", Quantity.Whole("months", 0, MostMonths)) ?? 0 : 0,
            Ramp = ramp,
            RampMonths = rampMonths,
            Limit = rule is not null && limit is { } value ? rule.ToModel(value) : limit,
            CostPerYear = yaml.Has("cost_per_year") ? yaml.Number("cost_per_year", Quantity.Pounds) ?? 0 : 0,
        };
        CheckWorks(yaml, lever, rule);
        var isOn = !yaml.Has("on") || (yaml.Word("on", Words.Truths) ?? true);
        var reason = yaml.Text("reason") ?? "";
        var grade = yaml.Word("grade", Words.Grades) ?? default;
        yaml.Reference("source", context.Evidence);
        return new LeverEntry(lever, isOn, size, limit, reason, grade, yaml.Has("source") ? yaml.Text("source") ?? "" : "");
    }

    private static LeverEffect? ReadEffect(YamlMapping yaml, LeverRule? rule)
    {
        var effect = yaml.Word("effect", Words.LeverEffects);
        if (rule is { IsOfSubstitutions: true } && effect == LeverEffect.Multiply)
            yaml.Report("effect", $"{Words.LeverEffects.First(word => word.Value == LeverEffect.Add).Key}: {rule.Word} is 0 until a lever adds to it");
        return effect;
    }

    private string? ReadId(YamlMapping yaml)
    {
        var id = yaml.Id("id");
        if (id is not null && !_lines.TryAdd(id, yaml.Line))
            yaml.Report("id", $"each id once; the lever of line {_lines[id]} has it already");
        return id;
    }

    private static int? Scope(YamlMapping yaml, LeverRule? rule, string key, CodeList codes)
    {
        if (rule is null || rule.Keys.Contains(key)) return yaml.OptionalReference(key, codes);
        if (yaml.Has(key)) yaml.Report(key, $"no such key: {rule.Word} works by {string.Join(", ", rule.Keys)}");
        return null;
    }

    private CalendarMonth ReadStart(YamlMapping yaml)
    {
        var expected = context.Span is { } span ? $"a month from {span.First} to {span.Last}" : "a month, written like 2029-03";
        var start = yaml.Month("start", expected);
        if (start is { } month && context.Span is { } months && (month < months.First || month > months.Last))
            yaml.Report("start", expected);
        return start ?? default;
    }

    private static (Ramp Ramp, int Months) ReadRamp(YamlMapping yaml)
    {
        var word = yaml.Has("ramp") ? yaml.Word("ramp", Words.Ramps) : Ramp.Step;
        var months = yaml.Has("ramp_months") ? yaml.Whole("ramp_months", Quantity.Whole("months", 1, MostMonths)) : null;
        if (word is Ramp.Linear or Ramp.SCurve && !yaml.Has("ramp_months"))
            yaml.Report("ramp", "ramp_months beside it: over how many months it grows");
        else if (word is Ramp.Step && months is not null)
            yaml.Report("ramp_months", "no such key: a step is whole from its first month");
        return (word ?? default, word is Ramp.Step ? 1 : months ?? 1);
    }

    /// <summary>A lever that works nowhere is a mistake: the place and staff group never meet.</summary>
    private void CheckWorks(YamlMapping yaml, Lever lever, LeverRule? rule)
    {
        if (rule is null || lever is { Place: < 0 } or { Service: < 0 } or { StaffGroup: < 0 } or { Supply: < 0 } or { Conversion: < 0 } or { Substitution: < 0 } || !context.KnowsWhere) return;
        var worksOn = LeverNeed.Meeting(lever, context.Model);
        if (worksOn.Count > 0)
        {
            LeverReach.CheckExits(yaml, lever, worksOn, context.Model);
            return;
        }

        yaml.Report(null, "a lever that works nowhere", rule switch
        {
            { IsOfConversions: true } => $"a conversion in {FrameworkTables.Conversions.File}",
            { IsOfSubstitutions: true } => $"a substitution in {FrameworkTables.Substitutions.File}, and a place and service with a need of both its staff groups in {FrameworkTables.Need.File}",
            { Parameter: LeverParameter.HoursAvailable } => $"a need of its staff group by workload or cover in {FrameworkTables.Need.File}",
            { Kind: { } kind } => $"a source of kind {Words.Of(kind)} in sources.csv",
            { Parameter: LeverParameter.Inflow } => "a place that holds a catchment of supply.csv for its staff group",
            _ => "a place, service and staff group of at least one row of stock.csv",
        });
    }
}
