namespace Cadre.Frameworks.Reading;

/// <summary>Gives no more bytes than an entry of a zip file says it has.</summary>
internal sealed class BoundedStream(Stream bytes, long length) : CheckedStream(bytes)
{
    private long _left = length;

    /// <inheritdoc/>
    protected override void Check(int read)
    {
        _left -= read;
        if (_left < 0) throw new InvalidDataException();
    }
}
