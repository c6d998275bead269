using System.Security.Cryptography;
using System.Text;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Writing;

/// <summary>
/// Writes one CSV file in UTF-8, cell by cell, without a string for any number. Cells are quoted where they must be;
/// numbers are the shortest text that reads back as the same double.
/// </summary>
internal sealed class CsvOutput : IDisposable
{
    private const int LongestNumber = 64;

    private readonly FileStream _file;
    private readonly IncrementalHash? _digest;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;
    private bool _rowBegun;

    /// <summary>Creates the file and writes its header line.</summary>
    /// <param name="path">Where; there must be no such file yet.</param>
    /// <param name="digest">Takes every byte of the file too; may be null.</param>
    /// <param name="columns">The header.</param>
    public CsvOutput(string path, IncrementalHash? digest, params ReadOnlySpan<string> columns)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        _digest = digest;
        foreach (var column in columns)
            Cell(column);
        EndRow();
    }

    /// <summary>Writes a blank cell.</summary>
    public CsvOutput Blank()
    {
        Separate();
        return this;
    }

    /// <summary>Writes text, quoted where it holds a comma, a quote or the end of a line.</summary>
    public CsvOutput Cell(string text)
    {
        Separate();
        Append(text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text);
        return this;
    }

    /// <summary>Writes a number; a negative zero as 0.</summary>
    public CsvOutput Cell(double value)
    {
        Separate();
        Reserve(LongestNumber);
        (value == 0 ? 0.0 : value).TryFormat(_buffer.AsSpan(_used), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _used += written;
        return this;
    }

    /// <summary>Writes a number; a blank cell where there is none.</summary>
    public CsvOutput Cell(double? value) => value is { } number ? Cell(number) : Blank();

    /// <summary>Writes a whole number.</summary>
    public CsvOutput Cell(int value)
    {
        Separate();
        Reserve(LongestNumber);
        value.TryFormat(_buffer.AsSpan(_used), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _used += written;
        return this;
    }

    /// <summary>Writes a month as <c>2026-04</c>.</summary>
    public CsvOutput Cell(CalendarMonth month) => Cell(month.ToString());

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Reserve(1);
        _buffer[_used++] = (byte)'\n';
        _rowBegun = false;
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        Flush();
        _file.Dispose();
    }

    private void Separate()
    {
        if (_rowBegun)
        {
            Reserve(1);
            _buffer[_used++] = (byte)',';
        }

        _rowBegun = true;
    }

    private void Append(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length)
        {
            Flush();
            Put(Encoding.UTF8.GetBytes(text));
            return;
        }

        Reserve(most);
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _used < bytes) Flush();
    }

    private void Flush()
    {
        Put(_buffer.AsSpan(0, _used));
        _used = 0;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _file.Write(bytes);
        _digest?.AppendData(bytes);
    }
}
