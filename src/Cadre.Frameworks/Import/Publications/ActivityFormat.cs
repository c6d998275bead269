using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Published counts of what services do by organisation and period: activities of need by workload (docs/publications.md, "Activity").</summary>
internal abstract class ActivityFormat(string name, string[] required, string[] optional, PublicationEvidence evidence) : PublicationFormat(name, required, optional, evidence)
{
    /// <summary>Levels of organisation as the file writes them or as they begin, the lowest first.</summary>
    protected abstract IReadOnlyList<string> Levels { get; }

    /// <summary>Header of the count.</summary>
    protected abstract string ValueColumn { get; }

    /// <summary>Reads a row but its count; null, with the row left out or reported, where it is no count that may be used.</summary>
    protected abstract PublishedCount? Read(PublicationWork work, PublishedRow row);

    /// <inheritdoc/>
    public override PublicationOutcome Import(PublicationWork work)
    {
        var rules = ActivityRules.Resolve(work);
        var counts = OfOneLevel(work, ReadAll(work, rules));
        work.File.ThrowIfAnyFault();
        var need = new NeedEdit(work, NoteRounding(work, counts));
        foreach (var volume in new ActivityVolumes(work, rules, counts).All)
            need.Put(volume);
        work.File.ThrowIfAnyFault();
        return new PublicationOutcome("Activities of need, units in the first year", need.Figures, need.Save(work.Tally.Used), need.NoLongerFits());
    }

    private List<PublishedCount> ReadAll(PublicationWork work, List<ResolvedActivity> rules)
    {
        var measures = rules.Select(rule => rule.Rule.Measure.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counts = new List<PublishedCount>();
        var seen = new Dictionary<(string, string, string, CalendarMonth, int), int>();
        foreach (var row in work.File.Rows)
        {
            if (Read(work, row) is not { } count)
                continue;
            if (!seen.TryAdd((count.Level, count.Code, count.Measure, count.From, count.Months), row.Line))
                ReportAgain(work, count, seen[(count.Level, count.Code, count.Measure, count.From, count.Months)]);
            else if (!measures.Contains(count.Measure))
                work.Tally.LeaveOut(row, "measure is no activity of the columns file", count.Measure);
            else if (work.Columns.Period is { } wanted && wanted.Value != count.Period)
                work.Tally.LeaveOut(row, $"another period than {wanted.Value}", count.Period);
            else if (work.EndsAfterAsOf(count.Until))
                work.Tally.LeaveOut(row, $"a period that ends after the framework's as_of, {work.Framework.AsOf:yyyy-MM-dd}", count.Period);
            else
                counts.Add(count with { Value = work.File.Number(row, ValueColumn) });
        }

        if (seen.Count > 0)
            ReportUnknown(work, rules, [.. seen.Keys.Select(key => key.Item3).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)]);
        return counts;
    }

    private static void ReportAgain(PublicationWork work, PublishedCount count, int first) => work.File.Report(
        count.Row, null, $"{FoundText.Short($"{count.Code}, {count.Measure}, {count.Period}")} again (first in line {first})", "one row for each organisation, measure and period");

    /// <summary>Reports measures of the columns file that the publication does not have.</summary>
    private static void ReportUnknown(PublicationWork work, List<ResolvedActivity> rules, string[] known)
    {
        foreach (var measure in rules.Select(rule => rule.Rule.Measure).Where(measure => !known.Contains(measure.Value, StringComparer.OrdinalIgnoreCase)))
        {
            var shown = PublicationWork.Listed([.. known.Select(FoundText.Short)]);
            var expected = $"a measure of the publication that is a count{Nearest.Suggestion(measure.Value, known)}: {shown}";
            work.Problems.Add(new Problem(work.Columns.File!, measure.Line, measure.Path, FoundText.Quoted(measure.Value), expected));
        }
    }

    /// <summary>The counts of one level of organisation, so that none is counted twice: the one that the columns file names, or the lowest with a place of the framework.</summary>
    private List<PublishedCount> OfOneLevel(PublicationWork work, List<PublishedCount> counts)
    {
        string[] levels = [.. counts.Select(count => count.Level).Distinct().OrderBy(Rank)];
        var withPlaces = counts.Where(count => work.Codes.PlaceOf(count.Code) >= 0).Select(count => count.Level).ToHashSet();
        var level = work.Columns.Level?.Value ?? Array.Find(levels, withPlaces.Contains) ?? levels.FirstOrDefault("");
        if (work.Columns.Level is { } given && !levels.Contains(given.Value))
        {
            var shown = PublicationWork.Listed([.. levels.Select(FoundText.Short)]);
            work.Problems.Add(new Problem(work.Columns.File!, given.Line, "level", FoundText.Quoted(given.Value), $"a level of the publication: {shown}"));
        }

        foreach (var count in counts.Where(count => count.Level != level))
            work.Tally.LeaveOut(count.Row, $"level {FoundText.Short(count.Level)}: {FoundText.Short(level)} is used, so that nothing is counted twice");
        return [.. counts.Where(count => count.Level == level)];
    }

    private int Rank(string level) =>
        Levels.Index().Where(item => level.StartsWith(item.Item, StringComparison.OrdinalIgnoreCase)).Select(item => item.Index).FirstOrDefault(Levels.Count);

    /// <summary>Whether every figure is a multiple of 5, which is noted.</summary>
    private static bool NoteRounding(PublicationWork work, List<PublishedCount> counts)
    {
        const int fewest = 5;
        var numbers = counts.Where(count => count.Value.Kind == PublishedNumberKind.Number && count.Value.Value > 0).ToList();
        var isRounded = numbers.Count >= fewest && numbers.TrueForAll(count => count.Value.Value % 5 == 0);
        if (isRounded)
            work.File.Notes.Add("Every figure used is a multiple of 5: the publisher rounds them so.");
        return isRounded;
    }

    /// <summary>Whether two names of a measure are the same.</summary>
    internal static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A count of a publication.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Level">Level of organisation as the file writes it.</param>
/// <param name="Code">Code of the organisation, system or region.</param>
/// <param name="Name">Its name; blank where the file has none.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="IsStanding">Whether it is how many there are on a day, not how many there were in a period.</param>
/// <param name="Period">The period as the file writes it.</param>
/// <param name="From">Its first month.</param>
/// <param name="Months">How many months it has.</param>
internal sealed record PublishedCount(
    PublishedRow Row, string Level, string Code, string Name, string Measure, bool IsStanding, string Period, CalendarMonth From, int Months)
{
    /// <summary>The count; nothing until it is read.</summary>
    public PublishedNumber Value { get; init; } = new(PublishedNumberKind.Blank, 0);

    /// <summary>Its last month.</summary>
    public CalendarMonth Until => From.PlusMonths(Months - 1);
}
