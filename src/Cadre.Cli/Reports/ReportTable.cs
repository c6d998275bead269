namespace Cadre.Cli.Reports;

/// <summary>A table of a report: a caption, a head that print repeats, and rows whose first cell names them.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns; the first names the rows.</param>
internal sealed record ReportTable(string Caption, params IReadOnlyList<ReportColumn> Columns)
{
    /// <summary>Of each row the steps below the top; none unless given.</summary>
    public IReadOnlyList<int>? Depths { get; init; }

    /// <summary>The table's id, for what sorts and filters it; none unless given.</summary>
    public string? Id { get; init; }

    /// <summary>The table in a box that scrolls sideways where it is too wide.</summary>
    public Html Show()
    {
        var rows = Enumerable.Range(0, Columns[0].Cells.Count).Select(Row);
        var id = Id is null ? Html.None : Html.Of($" id=\"{Id}\"");
        return Html.Of($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Caption}\"><table{id}><caption><span>{Caption}</span></caption><thead><tr>{Html.Join(Columns.Select(Head))}</tr></thead><tbody>{Html.Join(rows)}</tbody></table></div>\n");
    }

    /// <summary>The table behind a line that opens it; paper shows it open.</summary>
    public Html Folded() => Html.Of($"<details><summary>Table: {Caption}</summary>{Show()}</details>\n");

    private static Html Head(ReportColumn column) => Html.Of($"<th scope=\"col\"{Class(column.IsNumber ? "n" : "")}>{column.Header}</th>");

    private Html Row(int row)
    {
        var depth = Depths?[row] ?? 0;
        var rest = Columns.Skip(1).Select(column => Html.Of($"<td{Class(column.IsNumber ? "n" : "")}>{column.Cells[row]}</td>"));
        return Html.Of($"<tr><th scope=\"row\"{Class(depth == 0 ? "" : $"d{Math.Min(depth, 3)}")}>{Columns[0].Cells[row]}</th>{Html.Join(rest)}</tr>");
    }

    private static Html Class(string name) => name.Length == 0 ? Html.None : Html.Of($" class=\"{name}\"");
}

/// <summary>A column of a report's table.</summary>
/// <param name="Header">Its header.</param>
/// <param name="IsNumber">Whether it stands to the right.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record ReportColumn(string Header, bool IsNumber, IReadOnlyList<Html> Cells)
{
    /// <summary>Words.</summary>
    public static ReportColumn Words(string header, IEnumerable<string> cells) => new(header, false, [.. cells.Select(Html.Text)]);

    /// <summary>Numbers.</summary>
    public static ReportColumn Numbers(string header, IEnumerable<string> cells) => new(header, true, [.. cells.Select(Html.Text)]);

    /// <summary>Words, with a note that opens where there is one.</summary>
    public static ReportColumn Noted(string header, IEnumerable<(string Words, string Note)> cells) =>
        new(header, false, [.. cells.Select(cell => cell.Note.Length == 0 ? Html.Text(cell.Words) : Html.Of($"{cell.Words}<details><summary>Note</summary>{cell.Note}</details>"))]);

    /// <summary>Figures, each over its range.</summary>
    public static ReportColumn Figures(string header, IEnumerable<(string Central, string Range)> cells) =>
        new(header, true, [.. cells.Select(cell => cell.Range.Length == 0 ? Html.Text(cell.Central) : Html.Of($"{cell.Central}<span class=\"range\">{cell.Range}</span>"))]);
}
