namespace Cadre.Frameworks.Import.Publications;

/// <summary>What came of a publication: what was read, what was left out and why, what was written, and what no longer fits.</summary>
public sealed record PublicationReport
{
    /// <summary>Path of the file as the user wrote it.</summary>
    public required string File { get; init; }

    /// <summary>Name of the format that its header told.</summary>
    public required string Format { get; init; }

    /// <summary>Rows after the header.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows whose figures are used.</summary>
    public required int Used { get; init; }

    /// <summary>Rows that are not used, by reason, in the order in which the reasons were met.</summary>
    public required IReadOnlyList<LeftOutPublished> LeftOut { get; init; }

    /// <summary>What else a reader should know of the file: how days were read, what was rounded.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The figures that came of it, before and now.</summary>
    public required IReadOnlyList<PublishedFigure> Figures { get; init; }

    /// <summary>What the figures are, a title for them.</summary>
    public required string FiguresTitle { get; init; }

    /// <summary>The tables written, with how many of their rows are new, changed, gone and as they were.</summary>
    public required IReadOnlyList<WrittenTable> Tables { get; init; }

    /// <summary>What of the framework no longer fits, a sentence each.</summary>
    public required IReadOnlyList<string> NoLongerFits { get; init; }
}

/// <summary>A table that an import wrote.</summary>
/// <param name="File">Its name.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows of the same key with other figures.</param>
/// <param name="Removed">Rows that are gone.</param>
/// <param name="Kept">Rows that are as they were.</param>
/// <param name="FromRows">Rows of the publication that stand behind it.</param>
public sealed record WrittenTable(string File, int Added, int Changed, int Removed, int Kept, int FromRows);

/// <summary>A figure that a publication gives.</summary>
/// <param name="What">What it is of: a staff group and place, an activity.</param>
/// <param name="Before">What the framework said; blank where it said nothing.</param>
/// <param name="Now">What it says now.</param>
/// <param name="Range">Its range; blank where it has none.</param>
/// <param name="From">What of the publication it comes from: its years, months or rows.</param>
public sealed record PublishedFigure(string What, string Before, string Now, string Range, string From);

/// <summary>Rows of a publication that are not used, for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Rows">How many.</param>
/// <param name="FirstLines">The first few lines.</param>
/// <param name="Examples">The first few different texts that stand there.</param>
/// <param name="Near">What of the framework they may mean.</param>
public sealed record LeftOutPublished(string Reason, int Rows, IReadOnlyList<int> FirstLines, IReadOnlyList<string> Examples, IReadOnlyList<string> Near);
