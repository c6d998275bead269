using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>What was changed in a plan's workbook, counted and summed by formulas.</summary>
internal static class CheckSheet
{
    /// <summary>The sheet.</summary>
    public static FormSheet Of(PlanBookLayout layout)
    {
        var counts = Counts(layout);
        var (quarters, firstSum) = (layout.Place.Basis.Quarters, PlanBookLayout.HeaderRow + counts.Count + 3);
        return new FormSheet(PlanBookLayout.Check)
        {
            Widths = [46, 16, 16, 16],
            Rows =
            [
                .. PostsSheets.Lead("Check", "What was changed, counted as you type. A row with a change and no reason is refused when the workbook is uploaded."),
                Header("What", "Count"),
                .. counts.Select(count => new FormRow([FormCell.Of(count.Label, FormStyle.Label), FormCell.Worked(count.Formula, count.Now, FormStyle.Count)])),
                new FormRow([]),
                Header("Posts, FTE", "Prefilled", "Planned", "Difference"),
                .. quarters.Select((quarter, q) => SumOf(layout, q, firstSum + q)),
            ],
        };
    }

    private static FormRow SumOf(PlanBookLayout layout, int quarter, int row)
    {
        var (place, name) = (layout.Place, Wording.Short(layout.Place.Basis.Quarters[quarter].Ends));
        var prefilled = place.Lines.Sum(line => place.PrefilledOf(line)[quarter]);
        var planned = place.Lines.Sum(line => place.PostsOf(line)[quarter]);
        string Sum(string sheet, int column) => $"SUM({sheet}!{layout.PostsRange(column, column)})";
        return new FormRow(
        [
            FormCell.Of(quarter == 0 ? $"Opening day {name}" : $"Quarter to {name}", FormStyle.Text),
            FormCell.Worked(Sum(PlanBookLayout.Prefilled, PlanBookLayout.PrefilledColumnOf(quarter)), prefilled, FormStyle.Sum),
            FormCell.Worked(Sum(PlanBookLayout.Posts, PlanBookLayout.ColumnOf(quarter)), planned, FormStyle.Sum),
            FormCell.Worked($"ROUND(C{row}-B{row},2)", planned - prefilled, FormStyle.Sum),
        ]);
    }

    private static List<(string Label, string Formula, decimal Now)> Counts(PlanBookLayout layout)
    {
        var place = layout.Place;
        int[] changed = [.. place.Lines.Select(line => place.PostsOf(line).Zip(place.PrefilledOf(line)).Count(pair => pair.First != pair.Second))];
        string Of(int column) => $"{PlanBookLayout.Posts}!{layout.PostsRange(column, column)}";
        var (counted, reasons) = (Of(PlanBookLayout.ChangedColumn), Of(PlanBookLayout.ReasonColumn));
        var withoutReason = place.Lines.Where((line, i) => changed[i] > 0 && place.Sections.TryGetValue(line.Section, out var section) && string.IsNullOrWhiteSpace(((PostsContent)section).Reason)).Count();
        return
        [
            ("Staff groups whose posts were changed", $"COUNTIF({counted},\">0\")", changed.Count(count => count > 0)),
            ("Quarters that were changed", $"SUM({counted})", changed.Sum()),
            ("Rows with a change but no reason", $"SUMPRODUCT(({counted}>0)*(LEN(TRIM({reasons}))=0))", withoutReason),
            .. SectionDefinition.All.Select(definition => ($"{definition.Title}: rows filled in", FilledIn(layout, definition), (decimal)place.ItemsOf(definition.Name).Count)),
        ];
    }

    private static string FilledIn(PlanBookLayout layout, SectionDefinition definition)
    {
        var last = PlanBookLayout.FirstRow + layout.RowsOf(definition) - 1;
        var columns = layout.FieldsOf(definition).Select((_, i) => BookXml.Letters(i + 1)).Select(letters => $"LEN({PlanBookLayout.SheetOf(definition)}!{letters}{PlanBookLayout.FirstRow}:{letters}{last})");
        return $"SUMPRODUCT(--({string.Join('+', columns)}>0))";
    }

    private static FormRow Header(params IEnumerable<string> texts) => new([.. texts.Select((text, i) => FormCell.Of(text, i == 0 ? FormStyle.Header : FormStyle.NumberHeader))]);
}
