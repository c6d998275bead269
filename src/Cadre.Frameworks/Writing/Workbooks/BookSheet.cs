namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>A sheet of a workbook: a title, notes, a header with filters, and rows.</summary>
public sealed record BookSheet
{
    /// <summary>Its name on the tab, up to 31 characters, none of <c>[]:*?/\</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader should know, a paragraph each, between title and header.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The columns, at least one.</summary>
    public required IReadOnlyList<BookColumn> Columns { get; init; }

    /// <summary>The rows, each with a cell for every column.</summary>
    public required IReadOnlyList<BookRow> Rows { get; init; }

    /// <summary>Whether the columns' titles are shown, frozen, with filters, and repeated on each printed page.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Columns that stay in sight when others are scrolled.</summary>
    public int FrozenColumns { get; init; } = 1;

    /// <summary>Number of the header's row, from 1.</summary>
    internal int HeaderRow => Notes.Count + 2;

    /// <summary>Number of the first of <see cref="Rows"/>, from 1.</summary>
    internal int FirstRow => HasHeader ? HeaderRow + 1 : HeaderRow;

    /// <summary>Number of the last row, from 1.</summary>
    internal int LastRow => FirstRow + Rows.Count - 1;
}

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its header.</param>
public sealed record BookColumn(string Title)
{
    private const int FilterButton = 2;
    private const int Margin = 2;

    /// <summary>The least width, characters.</summary>
    public int Narrowest { get; init; } = 9;

    /// <summary>The greatest width, characters; longer text is wrapped.</summary>
    public int Widest { get; init; } = 44;

    /// <summary>Whether it holds numbers, which stand at the right as its header does then.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The width that shows its longest cell and word of its header.</summary>
    internal int WidthFor(IEnumerable<BookCell> cells)
    {
        var longest = Title.Split(' ', '\n').Max(word => word.Length) + FilterButton;
        return Math.Clamp(Math.Max(longest, cells.Select(cell => cell.Length).DefaultIfEmpty(0).Max() + Margin), Narrowest, Math.Max(Narrowest, Widest));
    }
}

/// <summary>A row of a sheet.</summary>
/// <param name="Cells">A cell for every column.</param>
/// <param name="IsBold">Whether it is a total.</param>
public sealed record BookRow(IReadOnlyList<BookCell> Cells, bool IsBold = false);
