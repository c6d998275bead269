using System.Text.Unicode;
using Cadre.Frameworks.Reading;
using CsvHelper;

namespace Cadre.Frameworks.Import;

/// <summary>The rows of a publisher's CSV file; those that cannot be rows are among the faults.</summary>
/// <param name="Header">The cells of the first row.</param>
/// <param name="Rows">The rows that have as many.</param>
/// <param name="Problems">The faults of the others.</param>
internal sealed record PublishedCsv(string[] Header, List<PublishedRow> Rows, List<Problem> Problems)
{
    /// <summary>Longest row in bytes, line breaks within quotes included.</summary>
    private const int LongestRow = 1 << 16;

    /// <summary>Most cells of a file, whose rows are all kept.</summary>
    private const long MostCells = 50_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="columns">Columns that it should have.</param>
    /// <exception cref="FrameworkException">It is empty, or cannot be split into rows.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PublishedCsv Read(string path, string name, string[] columns)
    {
        var isOpen = false;
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = record => isOpen |= record.Reason is CsvMalformedReason.UnterminatedQuote,
        };
        var line = 0L;
        try
        {
            using var reader = CsvReader.FromFile(path, options);
            if (!reader.Read())
                throw new FrameworkException([new Problem(name, 1, null, "an empty file", $"a header with {string.Join(", ", columns)}")]);
            if (!Utf8.IsValid(reader.RawRecord) || reader.RawRecord.Contains((byte)0))
                throw new FrameworkException([new Problem(name, 1, null, "bytes that are not UTF-8", "a CSV file in UTF-8, or an .xlsx workbook by its name")]);
            line = reader.LineNumber;
            var csv = new PublishedCsv(reader.Current.ToArray(), [], []);
            for (isOpen = false; reader.Read(); isOpen = false)
            {
                line = reader.LineNumber;
                csv.Add(reader, name, isOpen);
            }

            return csv;
        }
        catch (CsvFormatException)
        {
            throw new FrameworkException([new Problem(name, (int)line + 1, null, FormattableString.Invariant($"a row that is longer than {LongestRow:#,0} bytes"), "rows that are shorter, and every quote closed")]);
        }
    }

    private void Add(CsvReader reader, string name, bool isOpen)
    {
        var line = (int)reader.LineNumber;
        if ((long)Rows.Count * Header.Length >= MostCells)
            throw new FrameworkException([new Problem(name, line, null, FormattableString.Invariant($"more than {MostCells:#,0} cells up to this line"), "a smaller file")]);
        if (!Utf8.IsValid(reader.RawRecord) || reader.RawRecord.Contains((byte)0))
            Problems.Add(new Problem(name, line, null, "bytes that are not UTF-8", "plain text in UTF-8"));
        else if (isOpen)
            Problems.Add(new Problem(name, line, null, "a quote that is not closed", "a quote at both ends of the cell"));
        else if (reader.FieldCount != Header.Length)
            Problems.Add(new Problem(name, line, null, $"{reader.FieldCount} cells", $"{Header.Length} cells, as in the header"));
        else
            Rows.Add(new PublishedRow(line, reader.Current.ToArray()));
    }
}
