namespace Cadre.Frameworks.Reading;

/// <summary>A publication, or a judgement written down, that figures come from.</summary>
/// <param name="Id">The id that rows name as their source.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it; may be blank.</param>
/// <param name="Published">A day, a month or a year, as written in the file; may be blank.</param>
/// <param name="Location">Where it is to be found; may be blank.</param>
/// <param name="Licence">Under what licence; may be blank.</param>
/// <param name="Note">What a reader should know about it; may be blank.</param>
public sealed record EvidenceItem(string Id, string Title, string Publisher, string Published, string Location, string Licence, string Note);
