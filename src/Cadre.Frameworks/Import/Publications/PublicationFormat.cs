namespace Cadre.Frameworks.Import.Publications;

/// <summary>A format of published files: how its header is told, and what it gives.</summary>
/// <param name="name">What it is called on the screen and in errors.</param>
/// <param name="required">The headers that it has always.</param>
/// <param name="optional">The headers that are read where it has them.</param>
/// <param name="evidence">The item of evidence that it is unless the user names another.</param>
internal abstract class PublicationFormat(string name, string[] required, string[] optional, PublicationEvidence evidence)
{
    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>The headers that it has always, in capitals.</summary>
    public IReadOnlyList<string> Required => required;

    /// <summary>The headers that are read where it has them.</summary>
    public IReadOnlyList<string> Optional => optional;

    /// <summary>The item of evidence that it is.</summary>
    public PublicationEvidence Evidence => evidence;

    /// <summary>Headers of the columns that hold days, by which their order is found.</summary>
    public virtual IReadOnlyList<string> Days => [];

    /// <summary>Whether it sets the opening stock.</summary>
    public virtual bool SetsStock => false;

    /// <summary>Makes the tables of a working copy of the framework; faults go into the work's problems, and then nothing may be written.</summary>
    public abstract PublicationOutcome Import(PublicationWork work);
}

/// <summary>An item of evidence that a format is.</summary>
/// <param name="Id">Its id in evidence.csv.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Its publisher.</param>
internal sealed record PublicationEvidence(string Id, string Title, string Publisher);

/// <summary>What a format made of a publication.</summary>
/// <param name="FiguresTitle">What the figures are.</param>
/// <param name="Figures">The figures, before and now.</param>
/// <param name="Tables">The tables written.</param>
/// <param name="NoLongerFits">What no longer fits, a sentence each.</param>
internal sealed record PublicationOutcome(
    string FiguresTitle, IReadOnlyList<PublishedFigure> Figures, IReadOnlyList<WrittenTable> Tables, IReadOnlyList<string> NoLongerFits);
