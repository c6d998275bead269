namespace Cadre.Core.Plans.Tracking;

/// <summary>What applying an upload would do.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Held">Number of the last that was applied, which this is beside; 0 before there is one.</param>
/// <param name="Months">Its months, in order: trusts, cells, cells that are new, that replace others and that are as they were.</param>
public sealed record ActualPreview(ActualUpload Upload, int Held, IReadOnlyList<ActualPreview.Month> Months)
{
    /// <summary>Trusts that it has.</summary>
    public required int Trusts { get; init; }

    /// <summary>A month.</summary>
    /// <param name="Code">2025-10.</param>
    /// <param name="Trusts">Trusts.</param>
    /// <param name="New">Cells that are not there yet.</param>
    /// <param name="Replaced">Cells that are there with other figures.</param>
    /// <param name="Same">Cells that are there with the same figures.</param>
    public sealed record Month(string Code, int Trusts, int New, int Replaced, int Same);
}
