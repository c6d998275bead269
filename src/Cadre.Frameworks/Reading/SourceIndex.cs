using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>The sources of candidates and the stages of each, for the rows that name one in the column <c>supply</c>.</summary>
internal sealed class SourceIndex(ReadContext context)
{
    private const string Column = "supply";

    private readonly List<SupplyKind?> _kinds = [];
    private readonly List<CodeList> _stages = [];

    /// <summary>By source: its kind; null where it could not be read.</summary>
    public IReadOnlyList<SupplyKind?> Kinds => _kinds;

    /// <summary>By source: the codes of its stages; not complete while one may be missing.</summary>
    public IReadOnlyList<CodeList> Stages => _stages;

    /// <summary>Adds a source; false when there is one of that code.</summary>
    public bool TryAdd(string code, SupplyKind? kind)
    {
        if (!context.Sources.TryAdd(code))
            return false;
        _kinds.Add(kind);
        _stages.Add(new CodeList($"the code of a stage of {code}", FrameworkTables.Stages.File));
        return true;
    }

    /// <summary>The source that a row of another table names; -1 when there is none, or one of another kind, which is reported.</summary>
    public int Read(CsvRow row, SupplyKind? only = null)
    {
        var source = row.Reference(Column, context.Sources);
        if (source < 0 || only is not { } kind || (_kinds[source] ?? kind) == kind)
            return source;
        row.Report(Column, $"a source of kind {Words.Of(kind)}");
        return -1;
    }

    /// <summary>
    /// The source and the stage that a row of the register names; null for none. A source of -1 is one that could not be
    /// read, or that the parameter does not allow, which is reported.
    /// </summary>
    public (int? Source, int? Stage) ReadScope(CsvRow row, ParameterRule? rule)
    {
        var text = row.OptionalText(Column);
        if (rule is null)
            return (null, null);
        if (!rule.IsOfSources)
            return text.Length == 0 ? (null, null) : Refuse($"an empty cell: {rule.Word} is no parameter of sources");
        var expected = rule.Per == ParameterScope.Source ? $"the source that {rule.Word} is of" : $"the source, or source/stage, that {rule.Word} is of";
        if (text.Length == 0)
            return row.IsBlank(Column) ? Refuse(expected) : (-1, null);
        var parts = text.Split('/');
        if (parts.Length > (rule.Per == ParameterScope.Source ? 1 : 2))
            return Refuse(expected);

        var source = Find(parts[0], context.Sources);
        if (source < 0)
            return (-1, null);
        if (_kinds[source] is { } kind && kind != rule.Kind)
            return Refuse($"a source of kind {Words.Of(rule.Kind!.Value)}: {rule.Word} is a parameter of those");
        if (parts is not [_, var stageCode])
            return (source, null);
        var stage = Find(stageCode, _stages[source]);
        return stage < 0 ? (-1, null) : (source, stage);

        int Find(string code, CodeList codes)
        {
            var index = codes.IndexOf(code);
            if (index < 0 && codes.IsNews(code, row.File, Column))
                row.Report(Column, codes.Expected + codes.Suggestion(code));
            return index;
        }

        (int?, int?) Refuse(string what)
        {
            row.Report(Column, what);
            return (-1, null);
        }
    }

    /// <summary>How a message names a source or one of its stages: <c>nursing</c>, <c>nursing/degree</c>.</summary>
    public string Name(int source, int? stage) =>
        stage is { } index ? $"{context.Sources[source]}/{_stages[source][index]}" : context.Sources[source];
}
