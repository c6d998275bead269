using System.Globalization;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>Addresses of cells: <c>C12</c>.</summary>
internal static class CellAddress
{
    /// <summary>Columns that a sheet may have.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Rows that a sheet may have.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>The address of a column (from 0) and row (from 1).</summary>
    public static string Of(int column, int row) => BookXml.Address(column + 1, row);

    /// <summary>Reads an address; false where it is none that a sheet has.</summary>
    /// <param name="text">The text.</param>
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    public static bool TryParse(string text, out int column, out int row)
    {
        var letters = 0;
        column = 0;
        while (letters < text.Length && letters <= 3 && char.IsAsciiLetterUpper(text[letters]))
            column = (column * 26) + (text[letters++] - 'A' + 1);
        column--;
        return int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is >= 1 and <= MostRows && column is >= 0 and < MostColumns;
    }
}
