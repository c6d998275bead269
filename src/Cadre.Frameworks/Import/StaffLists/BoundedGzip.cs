using System.IO.Compression;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Unpacks gzip, and refuses a small file that unpacks to one without end: lists of staff pack to a tenth, not to a thousandth.</summary>
/// <param name="packed">The file.</param>
/// <param name="freely">So many bytes are unpacked however they are packed.</param>
internal sealed class BoundedGzip(FileStream packed, long freely = 1 << 26) : CheckedStream(new GZipStream(packed, CompressionMode.Decompress))
{
    /// <summary>Most bytes unpacked for each byte packed.</summary>
    public const int MostTimes = 250;

    private readonly FileStream _packed = packed;
    private long _read;

    /// <inheritdoc/>
    /// <exception cref="GzipBombException">It unpacks to too much.</exception>
    protected override void Check(int read)
    {
        _read += read;
        if (_read > freely && _packed.CanSeek && _read > _packed.Length * MostTimes) throw new GzipBombException();
    }
}

/// <summary>Compressed data unpacks to more than any list of staff does.</summary>
internal sealed class GzipBombException : Exception;
