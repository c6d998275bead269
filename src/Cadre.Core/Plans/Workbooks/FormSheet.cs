namespace Cadre.Core.Plans.Workbooks;

/// <summary>A sheet of a form: protected without a password, but for the cells that are there to be typed into.</summary>
internal sealed record FormSheet(string Name)
{
    /// <summary>"hidden" or "veryHidden"; empty where it is in sight.</summary>
    public string Hidden { get; init; } = "";

    /// <summary>Widths of its columns, characters.</summary>
    public required IReadOnlyList<double> Widths { get; init; }

    /// <summary>Its rows, from row 1 on.</summary>
    public required IReadOnlyList<FormRow> Rows { get; init; }

    /// <summary>The row of its header, which stays in sight with all above it; 0 for none.</summary>
    public int HeaderRow { get; init; }

    /// <summary>Columns that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>What may be typed where.</summary>
    public IReadOnlyList<FormRule> Rules { get; init; } = [];

    /// <summary>Notes on cells: address and text.</summary>
    public IReadOnlyList<(int Column, int Row, string Text)> Notes { get; init; } = [];

    /// <summary>Where a cell stands out in red, and the formula, for the first cell, that says when.</summary>
    public (string Range, string Formula)? Warning { get; init; }
}

/// <summary>A row of a form.</summary>
/// <param name="Cells">Its cells from column A on.</param>
/// <param name="IsAcross">Whether its first cell reaches over all columns.</param>
internal sealed record FormRow(IReadOnlyList<FormCell> Cells, bool IsAcross = false);

/// <summary>What may be typed into some cells.</summary>
/// <param name="Range">The cells.</param>
/// <param name="Kind">"custom", "list", "decimal", "whole", "date" or "textLength".</param>
/// <param name="First">The formula, the list, or the least.</param>
/// <param name="Last">The greatest; empty where the kind has none.</param>
/// <param name="Label">What the cells are for.</param>
/// <param name="Hint">What to type, shown when a cell is entered.</param>
/// <param name="Expected">What is expected, shown when something else is typed.</param>
internal sealed record FormRule(string Range, string Kind, string First, string Last, string Label, string Hint, string Expected);
