using Cadre.Engine.Results;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The columns of a sheet, each with what it takes from a row; a figure over the futures takes three.</summary>
/// <param name="hasRange">Whether the run has more than one future.</param>
internal sealed class BookTable<T>(bool hasRange)
{
    private readonly List<(BookColumn Column, Func<T, BookCell> Cell)> _columns = [];

    /// <summary>Whether figures have the ends of a range.</summary>
    public bool HasRange => hasRange;

    /// <summary>Adds a column.</summary>
    public BookTable<T> Add(BookColumn column, Func<T, BookCell> cell)
    {
        _columns.Add((column, cell));
        return this;
    }

    /// <summary>Adds a column of text.</summary>
    public BookTable<T> AddText(string title, Func<T, string> text, int widest = 44) => Add(new BookColumn(title) { Widest = widest }, Spaced(text));

    /// <summary>Adds a column of numbers.</summary>
    public BookTable<T> AddNumber(string title, Func<T, double?> number, BookFormat format = BookFormat.Whole) =>
        Add(new BookColumn(title) { IsNumber = true }, row => BookCell.Of(number(row), format));

    /// <summary>Text, away from the number before it.</summary>
    private Func<T, BookCell> Spaced(Func<T, string> text)
    {
        var indent = _columns is [.., var (column, _)] && column.IsNumber ? 1 : 0;
        return row => BookCell.Of(text(row)) with { Indent = indent };
    }

    /// <summary>Adds a figure: the central run and, where there are futures to tell, the ends of the range.</summary>
    /// <param name="name">What it is called in the header.</param>
    /// <param name="figure">The figure of a row.</param>
    /// <param name="format">How it is shown.</param>
    public BookTable<T> AddFigure(string name, Func<T, BookFigure> figure, BookFormat format = BookFormat.Whole)
    {
        AddNumber(name, row => figure(row).Central, format);
        if (!hasRange) return this;
        Add(new BookColumn("low") { IsNumber = true }, row => BookCell.Of(figure(row).Low, format) with { IsFaint = true });
        return Add(new BookColumn("high") { IsNumber = true }, row => BookCell.Of(figure(row).High, format) with { IsFaint = true });
    }

    /// <summary>The sheet.</summary>
    /// <param name="name">Its name on the tab.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="notes">What a reader should know.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isBold">Which rows are totals.</param>
    /// <param name="frozen">Columns that stay in sight.</param>
    public BookSheet ToSheet(string name, string title, IReadOnlyList<string> notes, IEnumerable<T> rows, Func<T, bool>? isBold = null, int frozen = 1) => new()
    {
        Name = name,
        Title = title,
        Notes = notes,
        Columns = Named(),
        Rows = [.. rows.Select(row => new BookRow([.. _columns.Select(column => column.Cell(row))], isBold?.Invoke(row) ?? false))],
        FrozenColumns = frozen,
    };

    /// <summary>The columns, the ends of a range named after their figure, so that each header stands for itself.</summary>
    private List<BookColumn> Named()
    {
        var figure = "";
        var named = new List<BookColumn>();
        foreach (var (column, _) in _columns)
        {
            var isEnd = column.Title is "low" or "high";
            if (!isEnd) figure = column.Title.Split(',')[0];
            named.Add(isEnd ? column with { Title = $"{figure}: {column.Title}" } : column);
        }

        return named;
    }
}

/// <summary>A figure of a workbook.</summary>
/// <param name="Central">Of the central run; null where there is none.</param>
/// <param name="Low">The 5th percentile over the futures; null where there is none.</param>
/// <param name="High">The 95th percentile.</param>
internal readonly record struct BookFigure(double? Central, double? Low, double? High)
{
    public static implicit operator BookFigure(Summary summary) => new(summary.Central, summary.P5, summary.P95);

    /// <summary>A figure of a summary; nothing where the run does not hold it.</summary>
    public static BookFigure Of(Summary? summary) => summary is { } held ? held : default(BookFigure);
}
