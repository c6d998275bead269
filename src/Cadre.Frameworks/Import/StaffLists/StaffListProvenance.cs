using System.Globalization;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>The last columns of the rows that a staff list gives.</summary>
/// <param name="Day">The day that the list describes.</param>
/// <param name="Source">Id of an item of evidence.csv.</param>
/// <param name="Grade">Its grade as files write it.</param>
/// <param name="KnownOn">The day on which it became known.</param>
internal sealed record StaffListProvenance(DateOnly Day, string Source, string Grade, DateOnly KnownOn)
{
    private const string NoSource = "none";
    private const int FirstYear = 1900;
    private const int YearsAhead = 5;
    private const int MostIds = 5;

    /// <summary>The day of the list as a note writes it.</summary>
    public string DayText => Text(Day);

    /// <summary>The day on which it became known as a cell writes it.</summary>
    public string KnownOnText => Text(KnownOn);

    /// <summary>Puts options, columns file and framework together; reports a source without evidence, a day of another age and one after the framework's as-of day.</summary>
    public static StaffListProvenance Create(StaffListOptions options, StaffListColumns columns, StaffListFramework framework, Problems problems)
    {
        var day = options.On ?? columns.On ?? framework.Header.Opening ?? default;
        var source = options.Source ?? columns.Source?.Value ?? NoSource;
        var knownOn = options.KnownOn ?? columns.KnownOn ?? day;
        var evidence = framework.Context.Evidence;
        if (evidence.IndexOf(source) < 0)
            ReportSource(options, columns, source, evidence, problems);
        var lastYear = framework.Header.AsOf!.Value.Year + YearsAhead;
        if (day.Year < FirstYear || day.Year > lastYear)
            ReportDay(options, columns, day, lastYear, problems);
        else if (knownOn > framework.Header.AsOf)
            ReportKnownOn(options, columns, knownOn, framework.Header.AsOf.Value, problems);
        return new StaffListProvenance(day, source, (options.Grade ?? columns.Grade ?? Engine.Model.Grade.D).ToString(), knownOn);
    }

    private static void ReportSource(StaffListOptions options, StaffListColumns columns, string source, CodeList evidence, Problems problems)
    {
        var expected = $"{evidence.Expected}{evidence.Suggestion(source)}";
        if (options.Source is not null)
            problems.Add("--source", null, $"\"{source}\"", expected);
        else if (columns.Source is { } pair)
            problems.Add(new Problem(columns.File!, pair.Line, pair.Path, $"\"{source}\"", expected));
        else
        {
            string[] ids = [.. Enumerable.Range(0, Math.Min(evidence.Count, MostIds)).Select(i => evidence[i])];
            var known = ids.Length == 0 ? "" : $", such as {string.Join(", ", ids)}";
            problems.Add("--source", null, $"nothing, and no item {NoSource} in {evidence.File} to stand for it", $"--source ID, or source: ID in the columns file, with {evidence.Expected}{known}: add a row for the list there, or one of the id {NoSource}");
        }
    }

    /// <summary>Blames the day that the user wrote: known_on, or the list's day where known_on is that.</summary>
    private static void ReportKnownOn(StaffListOptions options, StaffListColumns columns, DateOnly knownOn, DateOnly asOf, Problems problems)
    {
        var (found, expected) = ($"\"{Text(knownOn)}\"", $"a day not after the framework's as_of, {Text(asOf)}, because ages.csv says so of every row; or a later as_of in {FrameworkTables.HeaderFile}");
        var ofTheList = $"{expected}; known_on is the list's day unless given (--known-on)";
        if (options.KnownOn is not null)
            problems.Add("--known-on", null, found, expected);
        else if (columns.KnownOn is not null)
            problems.Add(new Problem(columns.File!, columns.KnownOnLine, "known_on", found, expected));
        else if (options.On is not null)
            problems.Add("--on", null, found, ofTheList);
        else if (columns.On is not null)
            problems.Add(new Problem(columns.File!, columns.OnLine, "on", found, ofTheList));
        else
            problems.Add(FrameworkTables.HeaderFile, "opening", found, ofTheList);
    }

    private static void ReportDay(StaffListOptions options, StaffListColumns columns, DateOnly day, int lastYear, Problems problems)
    {
        var (found, expected) = ($"\"{Text(day)}\"", string.Create(CultureInfo.InvariantCulture, $"a day from {FirstYear} to {lastYear}, five years after the framework's as_of"));
        if (options.On is not null)
            problems.Add("--on", null, found, expected);
        else if (columns.On is not null)
            problems.Add(new Problem(columns.File!, columns.OnLine, "on", found, expected));
        else
            problems.Add(FrameworkTables.HeaderFile, "opening", found, expected);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
