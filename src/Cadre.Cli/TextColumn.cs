namespace Cadre.Cli;

/// <summary>A column of a <see cref="TextTable"/>; a line feed in a cell or the header begins a second line.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Cells">A cell for each row.</param>
internal sealed record TextColumn(string Header, IReadOnlyList<string> Cells)
{
    /// <summary>Text is broken between words where the table has no room for it, down to this width; null for figures, which are never broken.</summary>
    public int? Narrowest { get; init; }

    /// <summary>Spaces before it.</summary>
    public int Gap { get; init; } = 2;

    /// <summary>Style of the first line of a cell; later lines of figures are faint.</summary>
    public string Style { get; init; } = "default";

    /// <summary>Width of the longest line, header included.</summary>
    public int Natural => Cells.Append(Header).SelectMany(cell => cell.Split('\n')).Max(line => line.Length);

    /// <summary>The least width it can be written in: text down to <see cref="Narrowest"/> or its longest word, figures as they are.</summary>
    public int Least => Narrowest is { } narrowest
        ? Cells.Append(Header).SelectMany(cell => TextTable.Wrap(cell, narrowest)).Max(line => line.Length)
        : Natural;

    public bool IsText => Narrowest is not null;
}
