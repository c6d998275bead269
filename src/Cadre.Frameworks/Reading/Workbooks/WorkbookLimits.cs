namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>How much of a workbook is read before it is refused: far more than publications have, far less than a machine holds.</summary>
internal sealed record WorkbookLimits
{
    /// <summary>Entries of the zip file.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>Bytes of all entries, unpacked.</summary>
    public long Bytes { get; init; } = 400_000_000;

    /// <summary>Bytes of an entry over its bytes packed, where it has more than <see cref="SmallEntry"/>.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Cells of a sheet, and of the table of texts that sheets share.</summary>
    public int Cells { get; init; } = 20_000_000;

    /// <summary>Entries up to so many bytes may be packed as densely as they like.</summary>
    public const int SmallEntry = 1 << 20;
}
