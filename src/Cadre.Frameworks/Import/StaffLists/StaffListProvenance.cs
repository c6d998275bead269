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
            problems.Add(new Problem(options.List, 0, "known_on", $"\"{Text(knownOn)}\"", $"a day not after the framework's as_of, {Text(framework.Header.AsOf.Value)}, because ages.csv says so of every row; or a later as_of in {FrameworkTables.HeaderFile}"));
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
            problems.Add(options.List, null, "no source", $"{evidence.Expected}, by --source or in the columns file, or an item {NoSource} there");
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
