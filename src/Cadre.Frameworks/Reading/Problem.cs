namespace Cadre.Frameworks.Reading;

/// <summary>One fault in the files of a framework: where it is, what stands there and what should.</summary>
/// <param name="File">Name of the file within the framework's folder.</param>
/// <param name="Line">Line of the file, 1 for the first; 0 where the fault has no line, such as a missing file or row.</param>
/// <param name="Column">Name of the column, or of the key in a YAML file; null where the whole line is meant.</param>
/// <param name="Found">What was found; text from the file stands in quotes.</param>
/// <param name="Expected">What should be there.</param>
public sealed record Problem(string File, int Line, string? Column, string Found, string Expected)
{
    /// <summary>Of a workbook, the name of the sheet; else null.</summary>
    public string? Sheet { get; init; }

    /// <summary>Of a workbook, the address of the cell, <c>C12</c>, which then stands instead of the line; else null.</summary>
    public string? Cell { get; init; }

    /// <summary>Whether it says what the faults after it come of, and is none itself.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The fault in one line: <c>stock.csv, line 12, column heads: found "-3", expected a number of heads, 0 or more</c>.</summary>
    public override string ToString()
    {
        var sheet = Sheet is null ? "" : $", sheet {Sheet}";
        var line = Cell is not null ? $", cell {Cell}" : Line > 0 ? $", line {Line}" : "";
        var columnWord = File.EndsWith(".yaml", StringComparison.Ordinal) ? "key" : Column?.Contains(", ", StringComparison.Ordinal) == true ? "columns" : "column";
        var column = Column is null ? "" : $", {columnWord} {Column}";
        return $"{File}{sheet}{line}{column}: found {Found}, expected {Expected}";
    }
}
