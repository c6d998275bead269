namespace Cadre.Frameworks.Reading;

/// <summary>How much of a zip file is unpacked before it is refused: far more than frameworks have, far less than a machine holds.</summary>
internal sealed record FrameworkZipLimits
{
    /// <summary>Entries up to so many bytes may be packed as densely as they like.</summary>
    public const int SmallEntry = 1 << 20;

    /// <summary>Entries of the zip file.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>Bytes of all entries, unpacked.</summary>
    public long Bytes { get; init; } = 300_000_000;

    /// <summary>Bytes of an entry over its bytes packed, where it has more than <see cref="SmallEntry"/>.</summary>
    public int Ratio { get; init; } = 250;
}
