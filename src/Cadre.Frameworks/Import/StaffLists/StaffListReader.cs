using System.Text.Unicode;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;
using CsvHelper;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// Reads a staff list row by row and adds it up. Nothing of a row is kept but counts, the hash of its pseudonym until the list is read, and of rows
/// that are left out a few line numbers and examples.
/// </summary>
internal sealed class StaffListReader
{
    /// <summary>Longest line in bytes; one longer is no row of a list.</summary>
    private const int LongestLine = 1 << 16;
    private const int BufferSize = 1 << 17;
    private const int RowsBetweenLooks = 1 << 13;
    private const int OldestAge = 100;
    private const long MostUnits = 3 * StaffListCell.UnitsPerFte / 2;

    private readonly StaffListKeys _keys;
    private readonly StaffListHeader _header;
    private readonly StaffCounts _counts;
    private readonly byte _decimalSign;
    private readonly DayOrder _dates;
    private readonly DateOnly _day;
    private readonly DateOnly _yearBefore;

    private StaffListReader(StaffListColumns columns, StaffListKeys keys, StaffListHeader header, StaffCounts counts, DateOnly day)
    {
        (_keys, _header, _counts) = (keys, header, counts);
        (_decimalSign, _dates) = ((byte)columns.DecimalSign, columns.Dates);
        (_day, _yearBefore) = (day, day.AddYears(-1));
    }

    /// <summary>The header and the counts of a list.</summary>
    /// <exception cref="FrameworkException">There is no such file, it has no rows, its header lacks a column, or it cannot be split into lines.</exception>
    public static (StaffListHeader Header, StaffCounts Counts) Read(
        string path, StaffListColumns columns, StaffListKeys keys, StaffListFramework framework, DateOnly day, Problems problems, CancellationToken cancellation)
    {
        var hasQuoteFault = false;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = columns.Separator,
            AllowLineBreaksInQuotes = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = LongestLine,
            BufferSize = BufferSize,
            OnMalformedRecord = record => hasQuoteFault |= record.Reason is not (CsvMalformedReason.StrayQuote or CsvMalformedReason.FieldCountMismatch),
        };
        long line = 1;
        try
        {
            using var file = Open(path);
            using var csv = CsvReader.Create(file, options);
            var header = ReadHeader(csv, path, columns, problems);
            problems.ThrowIfAny();
            var counts = new StaffCounts(framework.Places.Count, framework.Services, framework.StaffGroups) 
            {
                People = header.Pseudonym >= 0 ? new PeopleCount(framework.Places.Count) : null,
                LeftOut = new LeftOutTally(keys.Near),
            };
            var reader = new StaffListReader(columns, keys, header, counts, day);
            for (hasQuoteFault = false; csv.Read(); hasQuoteFault = false)
            {
                line = csv.LineNumber;
                reader.AddRow(csv, hasQuoteFault);
                if (counts.Rows % RowsBetweenLooks == 0)
                    cancellation.ThrowIfCancellationRequested();
            }

            return (header, counts);
        }
        catch (CsvFormatException)
        {
            problems.Add(new Problem(path, (int)line, null, $"after this line one of more than {LongestLine:#,0} bytes", "lines of a staff list, one for each post held"));
        }
        catch (GzipBombException)
        {
            problems.Add(new Problem(path, (int)line, null, $"after this line compressed data that unpacks to over {BoundedGzip.MostTimes} times its size", "a staff list, as CSV or packed with gzip"));
        }
        catch (InvalidDataException)
        {
            problems.Add(new Problem(path, (int)line, null, "after this line compressed data that breaks off or is spoilt", "a whole file of gzip"));
        }

        problems.ThrowIfAny();
        throw new InvalidOperationException("A fault was reported.");
    }

    private static Stream Open(string path)
    {
        if (!File.Exists(path))
            throw new FrameworkException([new Problem(path, 0, null, Directory.Exists(path) ? "a folder" : "no such file", "a staff list (docs/frameworks.md)")]);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        if (!IsGzip(file, path))
            return file;
        // .NET takes compressed data that breaks off for its end, unless the program's runtime configuration has System.IO.Compression.UseStrictValidation.
        return new BoundedGzip(file);
    }

    /// <summary>By how it begins; of a pipe, which cannot be read twice, by its name.</summary>
    private static bool IsGzip(FileStream file, string path)
    {
        if (!file.CanSeek)
            return path.EndsWith(".gz", StringComparison.Ordinal);
        Span<byte> start = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0x1f, 0x8b];
        file.Position = 0;
        return isGzip;
    }

    private static StaffListHeader ReadHeader(CsvReader csv, string path, StaffListColumns columns, Problems problems)
    {
        if (!csv.Read())
            throw new FrameworkException([new Problem(path, 1, null, "an empty file", "a header and a row for each post held")]);
        if (StaffListEncoding.FaultOf(csv.RawRecord) is { } fault)
            throw new FrameworkException([new Problem(path, 1, null, fault, "a CSV file in UTF-8, or in UTF-16 with its byte order mark; a spreadsheet is saved as one first")]);
        return StaffListHeader.Read(path, csv.Current.ToArray(), columns, problems);
    }

    private void AddRow(CsvReader csv, bool hasQuoteFault)
    {
        _counts.Rows++;
        if (!Utf8.IsValid(csv.RawRecord))
            LeaveOutWhole(csv, LeftOutReason.NotUtf8, StaffListEncoding.NameOf(csv.RawRecord));
        else if (hasQuoteFault)
            LeaveOutWhole(csv, LeftOutReason.QuoteFault);
        else if (csv.FieldCount != _header.Width)
            LeaveOutWhole(csv, LeftOutReason.CellCount, csv.FieldCount == 1 ? "1 cell" : $"{csv.FieldCount} cells");
        else
            AddSplit(csv);
    }

    /// <summary>Adds a row that has the header's cells.</summary>
    private void AddSplit(CsvReader csv)
    {
        var place = _keys.PlaceOf(csv.GetSpan(_header.Organisation));
        if (place < 0)
        {
            LeaveOut(csv, LeftOutReason.OtherOrganisation, csv.GetSpan(_header.Organisation));
            return;
        }

        var group = _keys.StaffGroupOf(csv.GetSpan(_header.StaffGroup));
        var service = _keys.ServiceOf(Cell(csv, _header.Service));
        if (group < 0 || service < 0)
        {
            LeaveOut(csv, group < 0 ? LeftOutReason.NoStaffGroup : LeftOutReason.NoService, Cell(csv, group < 0 ? _header.StaffGroup : _header.Service));
            return;
        }

        if (TryFte(csv, out var fte) && TryAge(csv, out var age) && TryStart(csv, out var start))
            Add(csv, place, service, group, fte, age, start);
    }

    private void Add(CsvReader csv, int place, int service, int group, long fte, int? age, DateOnly? start)
    {
        _counts.Add(place, service, group, fte);
        if (age is { } years)
            _counts.AddAge(group, years, fte, isJoiner: start > _yearBefore);
        else if (_header.Age >= 0)
            _counts.WithoutAge++;
        if (start is null && _header.StartDate >= 0)
            _counts.WithoutStart++;
        if (_counts.People is not { } people)
            return;
        var pseudonym = csv.GetSpan(_header.Pseudonym);
        if (!StaffListCell.IsBlank(pseudonym))
        {
            people.Add(place, pseudonym, csv.RawRecord.TrimEnd("\r\n"u8));
            return;
        }

        people.AddNameless(place);
        _counts.WithoutPseudonym++;
    }

    private bool TryFte(CsvReader csv, out long fte)
    {
        var cell = csv.GetSpan(_header.Fte);
        if (!StaffListCell.TryFte(cell, _decimalSign, out fte))
            LeaveOut(csv, LeftOutReason.FteNoNumber, cell);
        else if (fte is > 0 and <= MostUnits)
            return true;
        else if (fte == 0)
            LeaveOutWhole(csv, LeftOutReason.FteZero);
        else
            LeaveOut(csv, LeftOutReason.FteOutOfBounds, cell);
        return false;
    }

    /// <summary>The age, of a year of birth the one that is reached in the year of the list's day; null where the list does not say.</summary>
    private bool TryAge(CsvReader csv, out int? age)
    {
        age = null;
        var cell = Cell(csv, _header.Age);
        if (StaffListCell.IsBlank(cell))
            return true;
        if (!StaffListCell.TryWhole(cell, out var number))
        {
            LeaveOut(csv, LeftOutReason.AgeNoNumber, cell);
            return false;
        }

        age = _header.AgeIsYearOfBirth ? _day.Year - number : number;
        if (age is >= Ages.First and <= OldestAge)
            return true;
        LeaveOut(csv, LeftOutReason.AgeOutOfBounds, cell);
        return false;
    }

    private bool TryStart(CsvReader csv, out DateOnly? start)
    {
        start = null;
        var cell = Cell(csv, _header.StartDate);
        if (StaffListCell.IsBlank(cell))
            return true;
        if (!StaffListCell.TryDay(cell, _dates, out var day))
        {
            LeaveOut(csv, LeftOutReason.StartNoDay, cell);
            return false;
        }

        start = day;
        _counts.AddStart(day);
        if (day <= _day)
            return true;
        LeaveOutWhole(csv, LeftOutReason.StartsLater);
        return false;
    }

    private static ReadOnlySpan<byte> Cell(CsvReader csv, int column) => column < 0 ? [] : csv.GetSpan(column);

    private void LeaveOutWhole(CsvReader csv, LeftOutReason reason, string? example = null) => _counts.LeftOut.AddWhole(reason, csv.LineNumber, example);

    private void LeaveOut(CsvReader csv, LeftOutReason reason, ReadOnlySpan<byte> cell) => _counts.LeftOut.Add(reason, csv.LineNumber, cell);
}
