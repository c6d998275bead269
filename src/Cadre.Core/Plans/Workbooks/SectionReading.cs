using Cadre.Core.Plans.Sections;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>Reads the sheet of a section besides posts.</summary>
internal sealed class SectionReading(FormBook book, PlanBookLayout layout, SectionDefinition definition, List<BookFault> faults)
{
    private readonly IReadOnlyDictionary<(int Column, int Row), FormValue> _cells = book.CellsOf(PlanBookLayout.SheetOf(definition));

    /// <summary>Adds the section where it was changed, or adds what is wrong with it.</summary>
    public void AddTo(Dictionary<string, SectionContent> changed)
    {
        var before = faults.Count;
        CheckFrame();
        if (faults.Count > before) return;
        var began = layout.Place.ItemsOf(definition.Name);
        var (items, rows) = (new List<IReadOnlyDictionary<string, string>>(), new List<int>());
        for (var i = 0; i < layout.RowsOf(definition); i++)
        {
            if (ItemIn(PlanBookLayout.FirstRow + i, i < began.Count ? began[i] : null) is not { } item) continue;
            items.Add(item);
            rows.Add(PlanBookLayout.FirstRow + i);
        }

        if (faults.Count > before || (items.Count == began.Count && items.Zip(began).All(pair => ReferenceEquals(pair.First, pair.Second)))) return;
        if (faults.Count == before) AddTogether(items, rows);
        changed[definition.Name] = new ItemsContent { Items = items };
    }

    /// <summary>What is wrong with the rows together, at the cell that it is told of.</summary>
    private void AddTogether(List<IReadOnlyDictionary<string, string>> items, List<int> rows)
    {
        var fields = layout.FieldsOf(definition);
        foreach (var problem in definition.Together?.Invoke(items, layout.Place) ?? [])
        {
            var column = 1 + fields.Index().FirstOrDefault(field => field.Item.Name == problem.Field).Index;
            faults.Add(new BookFault(PlanBookLayout.SheetOf(definition), BookXml.Address(column, rows[problem.Item ?? 0]), problem.Found, $"{problem.Expected} ({problem.Label})"));
        }
    }

    /// <summary>The text that stood there before, where what was read is the same but for what a workbook cannot hold: line ends and characters of no script.</summary>
    public static string AsBefore(string read, string before) => read == Held(before) ? before : read;

    private static string Held(string text) => BookText.Clean(text).Replace("_x005F_", "_", StringComparison.Ordinal).ReplaceLineEndings("\n");

    private void CheckFrame()
    {
        var sheet = PlanBookLayout.SheetOf(definition);
        foreach (var (i, field) in layout.FieldsOf(definition).Index())
        {
            var found = _cells.GetValueOrDefault((i + 1, PlanBookLayout.HeaderRow)).Text ?? "";
            if (found != field.Label) faults.Add(new BookFault(sheet, BookXml.Address(i + 1, PlanBookLayout.HeaderRow), found, $"\"{field.Label}\": columns stay as they were made"));
        }

        var last = PlanBookLayout.FirstRow + layout.RowsOf(definition) - 1;
        foreach (var ((column, row), value) in _cells.Where(cell => cell.Key.Row >= PlanBookLayout.HeaderRow && (cell.Key.Row > last || cell.Key.Column > layout.FieldsOf(definition).Count)).OrderBy(cell => (cell.Key.Row, cell.Key.Column)))
            faults.Add(new BookFault(sheet, BookXml.Address(column, row), value.Text, $"nothing: there is room for {layout.RowsOf(definition)} {(layout.RowsOf(definition) == 1 ? "row" : "rows")} and {layout.FieldsOf(definition).Count} {(layout.FieldsOf(definition).Count == 1 ? "column" : "columns")}"));
    }

    /// <summary>The item of a row; that which stood there before where nothing was changed; null where the row is empty.</summary>
    private IReadOnlyDictionary<string, string>? ItemIn(int row, IReadOnlyDictionary<string, string>? before)
    {
        FormValue[] values = [.. layout.FieldsOf(definition).Select((_, i) => _cells.GetValueOrDefault((i + 1, row)))];
        if (values.All(value => !value.IsFormula && string.IsNullOrWhiteSpace(value.Text))) return null;
        var (item, isChanged) = (new Dictionary<string, string>(), before is null);
        foreach (var (i, field) in layout.FieldsOf(definition).Index())
        {
            var old = before?.GetValueOrDefault(field.Name, "") ?? "";
            var text = TextOf(field, values[i], old);
            isChanged |= text != old;
            item[field.Name] = text;
            if (ExpectedInstead(field, values[i], text) is { } expected)
                faults.Add(new BookFault(PlanBookLayout.SheetOf(definition), BookXml.Address(i + 1, row), values[i].IsFormula ? BookFault.Formula : values[i].Text ?? "", expected));
        }

        return isChanged ? item : before;
    }

    private string? ExpectedInstead(SectionField field, FormValue value, string text) =>
        value.IsFormula ? "what it comes to, typed as a value" : field.ExpectedInstead(text, layout.Place.Basis);

    /// <summary>What a cell says in the words of the plan; what stood there before where the cell holds what was written for it.</summary>
    private string TextOf(SectionField field, FormValue value, string before)
    {
        var read = value.Text ?? "";
        var written = SectionSheet.CellOf(layout, field, before);
        if (written.Text is { } text && read == Held(text)) return before;
        if (written.Number is { } number && PlanNumbers.TryParse(before, out _) && !value.IsDay && PlanNumbers.TryParse(read, out var typed) && typed == number) return before;
        var trimmed = read.Trim();
        return field.Kind switch
        {
            FieldKind.Choice => layout.ChoicesOf(field).FirstOrDefault(choice => choice.Name == trimmed).Code ?? read,
            // A spreadsheet makes the first of the month of a month that is typed.
            FieldKind.Month when value.IsDay && trimmed.EndsWith("-01", StringComparison.Ordinal) => trimmed[..^3],
            FieldKind.Number or FieldKind.Whole or FieldKind.Month or FieldKind.Day => trimmed,
            FieldKind.Text or FieldKind.LongText => read,
        };
    }
}
