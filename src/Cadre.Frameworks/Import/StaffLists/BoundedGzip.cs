using System.IO.Compression;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Unpacks gzip, and refuses a small file that unpacks to one without end: lists of staff pack to a tenth, not to a thousandth.</summary>
/// <param name="packed">The file.</param>
/// <param name="freely">So many bytes are unpacked however they are packed.</param>
internal sealed class BoundedGzip(FileStream packed, long freely = 1 << 26) : Stream
{
    /// <summary>Most bytes unpacked for each byte packed.</summary>
    public const int MostTimes = 250;

    private readonly GZipStream _unpacked = new(packed, CompressionMode.Decompress);
    private readonly FileStream _packed = packed;
    private long _read;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="GzipBombException">It unpacks to too much.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _unpacked.Read(buffer);
        _read += read;
        return _read <= freely || !_packed.CanSeek || _read <= _packed.Length * MostTimes ? read : throw new GzipBombException();
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Compressed data unpacks to more than any list of staff does.</summary>
internal sealed class GzipBombException : Exception;
