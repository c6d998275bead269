namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>How the header of a sheet is told from the rows above it.</summary>
/// <param name="Columns">The columns that are looked for.</param>
internal sealed record HeaderSearch(IReadOnlyList<string> Columns)
{
    /// <summary>Whether a row is the header, by how many of its cells are columns that are looked for.</summary>
    public int Fewest { get; init; } = 1;

    /// <summary>Whether the first row that holds anything is the header where no other is.</summary>
    public bool OrFirst { get; init; }

    /// <summary>Whether the text of a cell is a column that is looked for; null for the same letters.</summary>
    public Func<string, bool>? IsColumn { get; init; }

    /// <summary>What is expected of a workbook with several sheets.</summary>
    public string ExpectedSheet { get; init; } = "one sheet, or its name as the key sheet of the publication in import.yaml";

    /// <summary>Whether a row with these cells is the header.</summary>
    public bool IsHeader(IEnumerable<string> cells) => cells.Count(IsColumn ?? (cell => Columns.Contains(cell.Trim()))) >= Fewest;
}
