using System.Globalization;
using Cadre.Core.Plans.Sections;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>A section of a plan besides posts: a row for each item, and empty ones.</summary>
internal static class SectionSheet
{
    /// <summary>Days that a spreadsheet counts as a calendar does, from 1 March 1900 on; others stay text.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1), DayZero = new(1899, 12, 30);

    /// <summary>The sheet.</summary>
    public static FormSheet Of(PlanBookLayout layout, SectionDefinition definition)
    {
        var items = layout.Place.ItemsOf(definition.Name);
        var rows = layout.RowsOf(definition);
        return new FormSheet(PlanBookLayout.SheetOf(definition))
        {
            Widths = [.. layout.FieldsOf(definition).Select(field => definition.MostItems == 1 ? 110 : WidthOf(field))],
            HeaderRow = PlanBookLayout.HeaderRow,
            Rows =
            [
                .. PostsSheets.Lead(definition.Title, definition.Intro),
                new FormRow([.. layout.FieldsOf(definition).Select(field => FormCell.Of(field.Label, FormStyle.Header))]),
                .. Enumerable.Range(0, rows).Select(i => new FormRow([.. layout.FieldsOf(definition).Select(field => CellOf(layout, field, i < items.Count ? items[i].GetValueOrDefault(field.Name, "") : ""))])),
            ],
            Rules =
            [
                .. layout.FieldsOf(definition).Select((field, i) =>
                {
                    var letters = BookXml.Letters(i + 1);
                    var (kind, first, last) = RuleOf(definition, field);
                    var expected = field.ExpectedInstead("\u0001", layout.Place.Basis) ?? $"at most {(field.Kind == FieldKind.Text ? SectionField.MostLine : SectionField.MostText):#,0} characters";
                    return new FormRule($"{letters}{PlanBookLayout.FirstRow}:{letters}{PlanBookLayout.FirstRow + rows - 1}", kind, first, last, field.Label, HintOf(field, expected), expected);
                }),
            ],
        };
    }

    /// <summary>The cell of a value, as it is read back by <see cref="SectionReading"/>.</summary>
    public static FormCell CellOf(PlanBookLayout layout, SectionField field, string value)
    {
        var style = StyleOf(field);
        if (value.Length == 0) return FormCell.Blank(style);
        return field.Kind switch
        {
            FieldKind.Choice => FormCell.Of(layout.ChoicesOf(field).FirstOrDefault(choice => choice.Code == value).Name ?? value, style),
            // More digits than are read back stay text.
            FieldKind.Number or FieldKind.Whole when PlanNumbers.TryParse(value, out var number) && (decimal)(double)number == number && Math.Round(number, FormSheetReader.Decimals) == number => FormCell.Of(number, style),
            FieldKind.Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay => FormCell.Of(day.DayNumber - DayZero.DayNumber, style),
            _ => FormCell.Of(value, style),
        };
    }

    private static FormStyle StyleOf(SectionField field) => field.Kind switch
    {
        FieldKind.Number or FieldKind.Whole => FormStyle.NumberInput,
        FieldKind.Day => FormStyle.DayInput,
        FieldKind.Text or FieldKind.LongText or FieldKind.Month or FieldKind.Choice => FormStyle.TextInput,
    };

    private static double WidthOf(SectionField field) => field.Kind switch
    {
        FieldKind.LongText => 46,
        FieldKind.Choice => 32,
        FieldKind.Text => 26,
        FieldKind.Number or FieldKind.Whole or FieldKind.Month or FieldKind.Day => 15,
    };

    private static (string Kind, string First, string Last) RuleOf(SectionDefinition definition, SectionField field) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.Month => ("list", PlanBookLayout.ListOf(definition, field), ""),
        FieldKind.Number => ("decimal", Text(field.Least), Text(field.Greatest)),
        FieldKind.Whole => ("whole", Text(field.Least), Text(field.Greatest)),
        FieldKind.Day => ("date", "61", "2958465"),
        FieldKind.Text => ("textLength", "0", Text(SectionField.MostLine)),
        FieldKind.LongText => ("textLength", "0", Text(SectionField.MostText)),
    };

    private static string HintOf(SectionField field, string expected) =>
        $"{(field.Kind is FieldKind.Choice or FieldKind.Month ? "Choose from the list." : field.Hint.Length > 0 ? field.Hint : $"{char.ToUpperInvariant(expected[0])}{expected[1..]}.")}{(field.MayBeBlank ? " It may stay blank." : "")}";

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
