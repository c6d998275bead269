using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Where a figure comes from: the last columns of a row.</summary>
/// <param name="Source">Id of the evidence item.</param>
/// <param name="Grade">How good the evidence is.</param>
/// <param name="KnownOn">The day the figure became public.</param>
/// <param name="Note">What a reader should know about it.</param>
internal sealed record Provenance(string Source, Grade Grade, DateOnly KnownOn, string Note)
{
    /// <summary>Reads and checks the columns; what cannot be read is blank or the first of its kind.</summary>
    /// <param name="row">The row.</param>
    /// <param name="context">Evidence and as-of day to check against.</param>
    /// <param name="describesTheStart">Whether the figure may have become public after the as-of day.</param>
    public static Provenance Read(CsvRow row, ReadContext context, bool describesTheStart = false)
    {
        row.Reference("source", context.Evidence);
        var grade = row.Word("grade", Words.Grades);
        var knownOn = row.Date("known_on");
        if (!describesTheStart && knownOn > context.Header.AsOf)
            row.Report("known_on", $"a day not after the framework's as_of, {context.Header.AsOf:yyyy-MM-dd}");
        return new Provenance(row.OptionalText("source"), grade ?? default, knownOn ?? default, row.OptionalText("note"));
    }
}
