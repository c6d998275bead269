using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads stages.csv: the stages of every education source.</summary>
internal static class StagesReader
{
    private static readonly Quantity Length = Quantity.Whole("months", 1, 120);
    private static readonly Quantity Delay = Quantity.Whole("months", 0, 60);

    /// <summary>By source: its stages in the order of the file.</summary>
    public static List<TrainingStage>[] Read(ReadContext context, SourceIndex index)
    {
        var table = context.Table(FrameworkTables.Stages);
        var (stages, rows) = (ForEach<TrainingStage>(index), ForEach<CsvRow>(index));
        var isComplete = table.IsComplete && context.Sources.IsComplete;
        foreach (var row in table.Rows)
        {
            var source = index.Read(row, SupplyKind.Education);
            var stage = ReadStage(row);
            Provenance.Read(row, context);
            isComplete &= source >= 0;
            if (source < 0)
                continue;
            var codes = index.Stages[source];
            if (stage.Code.Length == 0)
                codes.IsComplete = false;
            else if (!codes.TryAdd(stage.Code))
                row.Report("stage", $"\"{stage.Code}\" a second time", $"each stage of a source once; line {rows[source][codes.IndexOf(stage.Code)].Line} has it already");
            else
                Add(source, stage, row);
        }

        foreach (var (source, codes) in index.Stages.Index())
        {
            codes.IsComplete &= isComplete;
            if (index.Kinds[source] != SupplyKind.Education || codes is not { Count: 0, IsComplete: true })
                continue;
            context.Problems.Add(table.Schema.File, "supply", $"no stage of \"{context.Sources[source]}\"", "one or more for every source of kind education");
            codes.IsComplete = false;
        }

        return stages;

        void Add(int source, TrainingStage stage, CsvRow row)
        {
            stages[source].Add(stage);
            rows[source].Add(row);
        }
    }

    private static TrainingStage ReadStage(CsvRow row) => new()
    {
        Code = row.Code("stage") ?? "",
        Name = row.Text("name"),
        Months = row.Whole("months", Length),
        InterruptionMonths = row.Whole("interruption_months", Delay),
        LateMonths = row.Whole("late_months", Delay),
        GapMonths = row.Whole("gap_months", Delay),
    };

    private static List<T>[] ForEach<T>(SourceIndex index) => [.. index.Kinds.Select(_ => new List<T>())];
}
