using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>What a scenario refers to: the codes, the register and the months of its framework.</summary>
internal sealed class ScenarioContext
{
    /// <summary>The context while the framework itself is read, whose faults it shares.</summary>
    public ScenarioContext(ReadContext context, SourceIndex sources, NationalModel model, IReadOnlyList<AssumptionEntry> register, bool isRegisterComplete)
    {
        (Problems, Model, Register) = (context.Problems, model, register);
        (Places, Services, StaffGroups, Evidence) = (context.Places, context.Services, context.StaffGroups, context.Evidence);
        (Sources, Kinds, Stages, Conversions, Substitutions) = (context.Sources, sources.Kinds, sources.Stages, context.Conversions, context.Substitutions);
        Assumptions = IdsOf(register, isRegisterComplete);
        Span = context.Header.Span;
        KnowsWhere = Problems.Count == 0;
    }

    /// <summary>The context of a framework that was read without faults.</summary>
    public ScenarioContext(Framework framework, Problems problems)
    {
        (Problems, Model, Register) = (problems, framework.Model, framework.Register);
        Places = Codes("the code of a place", FrameworkTables.Places.File, Model.Places.Select(place => place.Code));
        Services = Codes("the code of a service", FrameworkTables.HeaderFile, Model.Services.Select(service => service.Code));
        StaffGroups = Codes("the code of a staff group", FrameworkTables.StaffGroups.File, Model.StaffGroups.Select(group => group.Code));
        Evidence = Codes("the id of an item", FrameworkTables.Evidence.File, framework.Evidence.Select(item => item.Id));
        Sources = Codes("the code of a source", FrameworkTables.Sources.File, Model.Sources.Select(source => source.Code));
        Kinds = [.. Model.Sources.Select(source => (SupplyKind?)source.Kind)];
        Stages = [.. Model.Sources.Select(source => Codes($"the code of a stage of {source.Code}", FrameworkTables.Stages.File, source.Stages.Select(stage => stage.Code)))];
        Conversions = Codes("the code of a conversion", FrameworkTables.Conversions.File, Model.Conversions.Select(conversion => conversion.Code));
        Substitutions = Codes("the code of a substitution", FrameworkTables.Substitutions.File, Model.Substitutions.Select(substitution => substitution.Code));
        Assumptions = IdsOf(framework.Register, isComplete: true);
        Span = (Model.MonthAt(1), Model.MonthAt(Model.Months));
        KnowsWhere = true;
    }

    public Problems Problems { get; }

    public NationalModel Model { get; }

    public IReadOnlyList<AssumptionEntry> Register { get; }

    public CodeList Places { get; }

    public CodeList Services { get; }

    public CodeList StaffGroups { get; }

    public CodeList Evidence { get; }

    public CodeList Sources { get; }

    /// <summary>By source: its kind; null where it could not be read.</summary>
    public IReadOnlyList<SupplyKind?> Kinds { get; }

    /// <summary>By source: the codes of its stages.</summary>
    public IReadOnlyList<CodeList> Stages { get; }

    public CodeList Conversions { get; }

    public CodeList Substitutions { get; }

    /// <summary>The ids of the register; their indexes are those of <see cref="Register"/>.</summary>
    public CodeList Assumptions { get; }

    /// <summary>The framework's first and last month; null when they could not be read.</summary>
    public (CalendarMonth First, CalendarMonth Last)? Span { get; }

    /// <summary>Whether the framework had no faults before its scenarios were read, so that where a lever works can be told.</summary>
    public bool KnowsWhere { get; }

    private static CodeList IdsOf(IEnumerable<AssumptionEntry> register, bool isComplete)
    {
        var ids = Codes("the id of a row", "the register", register.Select(entry => entry.Assumption.Id));
        ids.IsComplete = isComplete;
        return ids;
    }

    private static CodeList Codes(string noun, string file, IEnumerable<string> codes)
    {
        var list = new CodeList(noun, file);
        foreach (var code in codes)
            list.TryAdd(code);
        return list;
    }
}
