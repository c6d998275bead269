using Cadre.Core.Plans.Sections;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>Reads a plan's workbook back: every cell that may be typed into, beside what stood there when it was made.</summary>
internal sealed class PlanBookReader
{
    private readonly FormBook _book;
    private readonly PlannedPlace _began;
    private readonly PlanBookLayout _layout;
    private readonly Dictionary<string, SectionContent> _changed = [];
    private readonly List<BookFault> _faults = [];
    private readonly List<string> _notices = [];

    private PlanBookReader(FormBook book, PlannedPlace began) => (_book, _began, _layout) = (book, began, new PlanBookLayout(began));

    /// <summary>Reads what a workbook says of itself.</summary>
    /// <exception cref="BookRefusedException">It is none that Cadre made, or lacks a sheet.</exception>
    public static PlanBookOrigin OriginOf(FormBook book, string name)
    {
        var cells = book.CellsOf(PlanBookLayout.Origin);
        var rows = cells.Where(cell => cell.Key.Column == 1).DistinctBy(cell => cell.Value.Text).ToDictionary(cell => cell.Value.Text, cell => cells.GetValueOrDefault((2, cell.Key.Row)).Text ?? "");
        var origin = PlanBookOrigin.Of(rows) ?? throw new BookRefusedException($"{name} is no workbook of a plan that Cadre made, or its hidden sheet {PlanBookLayout.Origin} was changed. Download the plan's workbook and fill that in.");
        if (origin.Format != PlanBookOrigin.CurrentFormat)
            throw new BookRefusedException($"{name} has version {origin.Format} of the format of plan workbooks, and this Cadre reads version {PlanBookOrigin.CurrentFormat}. Download the workbook again.");
        string[] missing = [.. Inputs.Where(sheet => !book.Sheets.Contains(sheet))];
        if (missing.Length > 0)
        {
            string[] others = [.. book.Sheets.Except(PlanBookLayout.Sheets)];
            throw new BookRefusedException(
                $"{name} lacks the {(missing.Length == 1 ? "sheet" : "sheets")} {string.Join(", ", missing)}{(others.Length > 0 ? $" and has {string.Join(", ", others)}, which it did not have" : "")}. Sheets keep their names: download the workbook again and fill that in.");
        }

        return origin;
    }

    /// <summary>The sheets that people type into.</summary>
    public static IReadOnlyList<string> Inputs { get; } = [PlanBookLayout.Posts, .. SectionDefinition.All.Select(PlanBookLayout.SheetOf)];

    /// <summary>Reads what it makes of the plan that it began from.</summary>
    public static PlanBookReading Read(FormBook book, PlannedPlace began)
    {
        var reader = new PlanBookReader(book, began);
        reader.TellOfSheets();
        reader.ReadPosts();
        foreach (var definition in SectionDefinition.All)
            new SectionReading(book, reader._layout, definition, reader._faults).AddTo(reader._changed);
        return new PlanBookReading(began, reader._changed, reader._faults, reader._notices);
    }

    private void TellOfSheets()
    {
        string[] added = [.. _book.Sheets.Except(PlanBookLayout.Sheets)], gone = [.. PlanBookLayout.Sheets.Except(_book.Sheets)];
        if (added.Length > 0) _notices.Add($"{(added.Length == 1 ? "The sheet" : "The sheets")} {string.Join(", ", added)} {(added.Length == 1 ? "was" : "were")} added to the workbook and {(added.Length == 1 ? "is" : "are")} not read.");
        if (gone.Length > 0) _notices.Add($"{(gone.Length == 1 ? "The sheet" : "The sheets")} {string.Join(", ", gone)} {(gone.Length == 1 ? "was" : "were")} deleted; nothing is read from there.");
        if (added.Length + gone.Length == 0 && !_book.Sheets.SequenceEqual(PlanBookLayout.Sheets)) _notices.Add("The sheets stand in another order than they were made in; they are read by their names.");
    }

    private void ReadPosts()
    {
        var cells = _book.CellsOf(PlanBookLayout.Posts);
        var before = _faults.Count;
        foreach (var (i, header) in _layout.PostsHeader.Index())
            Hold(cells, i + 1, PlanBookLayout.HeaderRow, header, "columns stay as they were made");
        foreach (var (i, line) in _began.Lines.Index())
        {
            Hold(cells, PlanBookLayout.ServiceColumn, PlanBookLayout.RowOf(i), _layout.NamesOf(line).Service, "rows stay where they were made");
            Hold(cells, PlanBookLayout.GroupColumn, PlanBookLayout.RowOf(i), _layout.NamesOf(line).Group, "rows stay where they were made");
        }

        foreach (var ((column, row), value) in cells.Where(cell => cell.Key.Row >= PlanBookLayout.HeaderRow && (cell.Key.Row > _layout.LastPostsRow || cell.Key.Column > _layout.LastPostsColumn)).OrderBy(cell => (cell.Key.Row, cell.Key.Column)))
            _faults.Add(new BookFault(PlanBookLayout.Posts, BookXml.Address(column, row), value.Text, "nothing: rows and columns are those that the workbook was made with"));
        // Where rows or columns were moved, what is in them is not guessed at.
        if (_faults.Count > before) return;
        foreach (var (i, line) in _began.Lines.Index())
            ReadLine(cells, line, PlanBookLayout.RowOf(i));
    }

    private void ReadLine(IReadOnlyDictionary<(int Column, int Row), FormValue> cells, PlanLine line, int row)
    {
        var began = _began.Sections.TryGetValue(line.Section, out var section) ? (PostsContent)section : new PostsContent();
        var (posts, prefilled) = (_began.PostsOf(line), _began.PrefilledOf(line));
        var (fte, faults) = (new SortedDictionary<string, decimal>(StringComparer.Ordinal), _faults.Count);
        for (var q = 1; q < posts.Length; q++)
        {
            var value = cells.GetValueOrDefault((PlanBookLayout.ColumnOf(q), row));
            var quarter = _began.Basis.Quarters[q].Code;
            if (Refuse(value, PlanBookLayout.Posts, PlanBookLayout.ColumnOf(q), row)) continue;
            if (value.IsDay || !PlanNumbers.TryParse(value.Text, out var typed) || typed < 0 || typed > PostsContent.Most || typed % LargestRemainder.Unit != 0)
                _faults.Add(new BookFault(PlanBookLayout.Posts, BookXml.Address(PlanBookLayout.ColumnOf(q), row), value.Text ?? "", PostsSheets.Expected));
            else if (typed == posts[q] && began.Fte.TryGetValue(quarter, out var before))
                fte[quarter] = before;
            else if (typed != posts[q] && typed != prefilled[q])
                fte[quarter] = typed;
        }

        var written = cells.GetValueOrDefault((PlanBookLayout.ReasonColumn, row));
        if (Refuse(written, PlanBookLayout.Posts, PlanBookLayout.ReasonColumn, row) || _faults.Count > faults) return;
        var reason = SectionReading.AsBefore(written.Text ?? "", began.Reason);
        CheckReason(fte.Count > 0, reason, began.Reason, row);
        var content = new PostsContent { Fte = fte, Reason = fte.Count > 0 ? reason : "" };
        if (content.ToText() != (began.IsEmpty ? new PostsContent() : began).ToText()) _changed[line.Section] = content;
    }

    private void CheckReason(bool hasChanges, string reason, string before, int row)
    {
        var cell = BookXml.Address(PlanBookLayout.ReasonColumn, row);
        if (hasChanges && string.IsNullOrWhiteSpace(reason)) _faults.Add(new BookFault(PlanBookLayout.Posts, cell, "", "why the posts differ from those that the plan was prefilled with"));
        if (reason.Length > SectionField.MostText) _faults.Add(new BookFault(PlanBookLayout.Posts, cell, reason, $"at most {SectionField.MostText:#,0} characters"));
        if (!hasChanges && !string.IsNullOrWhiteSpace(reason)) _notices.Add($"{PlanBookLayout.Posts}!{cell}: the reason is not kept, as no quarter of the row differs from what was prefilled.");
    }

    private bool Refuse(FormValue value, string sheet, int column, int row)
    {
        if (!value.IsFormula) return false;
        _faults.Add(new BookFault(sheet, BookXml.Address(column, row), BookFault.Formula, "what it comes to, typed as a value"));
        return true;
    }

    private void Hold(IReadOnlyDictionary<(int Column, int Row), FormValue> cells, int column, int row, string expected, string why)
    {
        var found = cells.GetValueOrDefault((column, row)).Text ?? "";
        if (found != expected) _faults.Add(new BookFault(PlanBookLayout.Posts, BookXml.Address(column, row), found, $"\"{expected}\": {why}"));
    }
}
