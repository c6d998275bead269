using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads length_of_service.csv: the bands of length of service of staff groups (docs/method.md section 2.3).</summary>
internal static class LengthOfServiceReader
{
    private static readonly Quantity Length = Quantity.Whole("months", 1, 600);

    /// <summary>By staff group: its bands in the order of the file; empty where the file has none.</summary>
    public static LengthOfServiceBand[][] Read(ReadContext context, StaffGroupTree tree)
    {
        var before = context.Problems.Count;
        var table = context.Table(FrameworkTables.LengthOfService);
        var bands = tree.Names.Select(_ => new List<(CsvRow Row, LengthOfServiceBand Band)>()).ToArray();
        var isComplete = table.IsComplete;
        foreach (var row in table.Rows)
        {
            var group = LeafReference.Read(row, context, tree);
            var band = ReadBand(row);
            Provenance.Read(row, context);
            isComplete &= group >= 0;
            if (group < 0)
                continue;
            if (band.Code.Length > 0 && bands[group].Find(item => item.Band.Code == band.Code) is { Row: { } earlier })
                row.Report("band", $"\"{band.Code}\" of \"{context.StaffGroups[group]}\" a second time", $"each band of a staff group once; line {earlier.Line} has it already");
            bands[group].Add((row, band));
        }

        // A row whose staff group could not be read may be the last band of any.
        foreach (var group in bands.Where(group => isComplete && group.Count > 0))
            Check(group);
        context.KnowsLengthOfService = context.Problems.Count == before;
        return [.. bands.Select(group => group.Select(item => item.Band).ToArray())];
    }

    private static LengthOfServiceBand ReadBand(CsvRow row) => new(
        row.Code("band") ?? "",
        row.OptionalText("months").Length == 0 ? 0 : row.Whole("months", Length),
        row.Number("leaving_multiplier", Quantity.LeavingMultiplier));

    private static void Check(List<(CsvRow Row, LengthOfServiceBand Band)> bands)
    {
        foreach (var (row, _) in bands.SkipLast(1).Where(item => item.Row.IsBlank("months")))
            row.Report("months", $"{Length.Expected()}: only the last band of a staff group is open, in line {bands[^1].Row.Line}");
        if (bands[^1].Band.Months > 0)
            bands[^1].Row.Report("months", "an empty cell: the last band of a staff group is open");
        if (bands.TrueForAll(item => item.Band.LeavingMultiplier == 0))
            bands[0].Row.Report("leaving_multiplier", "multipliers that are not all 0");
    }
}
