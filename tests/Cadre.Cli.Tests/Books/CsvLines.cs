using System.Text;

namespace Cadre.Cli.Tests.Books;

/// <summary>CSV with quotes and line breaks within them, as LibreOffice writes it.</summary>
internal static class CsvLines
{
    public static List<string[]> Read(string file)
    {
        var lines = new List<string[]>();
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in File.ReadAllText(file))
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (isQuoted || letter is not (',' or '\n')) cell.Append(letter);
            if (isQuoted || letter is not (',' or '\n')) continue;
            cells.Add(cell.ToString().TrimEnd('\r'));
            cell.Clear();
            if (letter != '\n') continue;
            lines.Add([.. cells]);
            cells.Clear();
        }

        return lines;
    }
}
