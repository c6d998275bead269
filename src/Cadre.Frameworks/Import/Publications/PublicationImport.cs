using System.Globalization;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>
/// Reads a publisher's file into a framework (docs/publications.md): the format is told by the header, the tables are made and checked in a working copy, and all of them
/// take their place or none.
/// </summary>
public static class PublicationImport
{
    private static readonly PublicationFormat[] Formats =
    [
        new TurnoverFormat(), TalkingTherapiesFormat.Monthly, TalkingTherapiesFormat.Yearly, new FourWeekWaitsFormat(),
        new WorkforceByAreaFormat(), new StaffByOrganisationFormat(),
        OccupationCodesFormat.ByRow, OccupationCodesFormat.ByStaffGroup, OccupationCodesFormat.ByColumn,
    ];

    /// <summary>Reads the publication and writes the tables; on an error, and when the framework would not check afterwards, nothing is changed.</summary>
    /// <exception cref="FrameworkException">The framework, the columns file, the publication or the framework as it would be is wrong; the exception holds all faults.</exception>
    /// <exception cref="IOException">A file cannot be read or written; the framework is as it was.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the framework is as it was.</exception>
    public static PublicationReport Import(PublicationOptions options, CancellationToken cancellation = default)
    {
        var framework = FrameworkReader.Read(options.Framework);
        return Import(options, framework, ReadAfter, cancellation);
    }

    /// <summary>The same with a framework that was read and another check of the tables in the copy.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <param name="framework">The framework as it is.</param>
    /// <param name="check">Checks the copy, by its folder.</param>
    /// <param name="cancellation">Asks it to stop.</param>
    internal static PublicationReport Import(PublicationOptions options, Framework framework, Action<string> check, CancellationToken cancellation = default)
    {
        var problems = new Problems(firstFile: options.Columns);
        var columns = PublicationColumns.Read(options.Columns, problems);
        string[] known = [.. Formats.SelectMany(each => each.Required.Concat(each.Optional)).Concat(columns.Headers.Select(pair => PublicationFile.Plain(pair.Value))).Distinct()];
        var file = PublicationFile.Read(options.Publication, columns.Sheet, known, problems);
        var format = PublicationRecognition.Of(file, columns, Formats);
        cancellation.ThrowIfCancellationRequested();
        using var copy = new WorkingCopy(options.Framework, SearchOption.AllDirectories);
        var work = Prepare(options, framework, copy.Folder, file, columns, format, problems);
        if (file.Rows.Count == 0 && !file.IsFaulty)
            problems.Add(new Problem(file.Name, file.HeaderLine, null, "a header alone", $"rows of {format.Name}") { Sheet = file.Sheet });
        if (file.Rows.Count == 0)
            file.ThrowIfAnyFault();
        file.ThrowIfAnyButShape();
        var outcome = format.Import(work);
        file.ThrowIfAnyFault();
        if (outcome.Tables.Count == 0)
            throw NothingUsed(work, format);
        List<WrittenTable> written = [.. outcome.Tables, .. AddEvidence(work, format)];
        check(copy.Folder);
        cancellation.ThrowIfCancellationRequested();
        TableSwap.Replace(options.Framework, copy.Folder, [.. written.Select(table => table.File)]);
        return Report(work, format, outcome, written);
    }

    private static PublicationWork Prepare(
        PublicationOptions options, Framework framework, string folder, PublicationFile file, PublicationColumns columns, PublicationFormat format, Problems problems)
    {
        var source = options.Source ?? columns.Source?.Value ?? format.Evidence.Id;
        if (source != format.Evidence.Id && framework.Evidence.All(item => item.Id != source))
        {
            var expected = $"the id of an item in {FrameworkTables.Evidence.File}{Nearest.Suggestion(source, framework.Evidence.Select(item => item.Id))}";
            problems.Add(options.Source is not null
                ? new Problem("--source", 0, null, FoundText.Quoted(source), expected)
                : new Problem(columns.File!, columns.Source!.Line, "source", FoundText.Quoted(source), expected));
        }

        var knownOn = options.KnownOn ?? columns.KnownOn ?? framework.AsOf;
        if (knownOn > framework.AsOf)
        {
            var (found, expected) = ($"\"{Day(knownOn)}\"", $"a day not after the framework's as_of, {Day(framework.AsOf)}");
            problems.Add(options.KnownOn is not null
                ? new Problem("--known-on", 0, null, found, expected)
                : new Problem(columns.File!, columns.KnownOnLine, "known_on", found, expected));
        }

        return new PublicationWork
        {
            Options = options,
            Framework = framework,
            Folder = folder,
            File = file,
            Columns = columns,
            Codes = new PublicationCodes(framework, folder, columns, problems),
            Days = DaysOf(file, columns, format, problems),
            Problems = problems,
            Source = source,
            KnownOn = Day(knownOn),
        };
    }

    private static PublishedDays DaysOf(PublicationFile file, PublicationColumns columns, PublicationFormat format, Problems problems)
    {
        var texts = file.Rows.SelectMany(row => format.Days.Select(column => file.Text(row, column)));
        if (PublishedDays.Find(texts, columns.Dates) is { } days)
        {
            if (days.IsTaken)
                file.Notes.Add("Every day would be one with day and month the other way round too: they were read as day_month_year (key dates of the columns file).");
            else if (columns.Dates is null && days.IsMonthFirst)
                file.Notes.Add($"Days were read with the month first, as {FirstDay(file, format, StaffLists.DayOrder.MonthDayYear).Shown} asks (month_day_year, key dates of the columns file).");
            return days;
        }

        var (dayFirst, monthFirst) = (FirstDay(file, format, StaffLists.DayOrder.DayMonthYear), FirstDay(file, format, StaffLists.DayOrder.MonthDayYear));
        var (first, second) = dayFirst.Row.Line <= monthFirst.Row.Line ? (dayFirst, monthFirst) : (monthFirst, dayFirst);
        var found = $"days of which some have the day first and some the month: {dayFirst.Shown} and {monthFirst.Shown}";
        problems.Add(new Problem(file.Name, second.Row.Line, second.Column, found, $"one order in the whole file, as line {first.Row.Line} has it") { Sheet = file.Sheet });
        return PublishedDays.Find([], StaffLists.DayOrder.DayMonthYear)!;
    }

    /// <summary>The first day that is one in an order alone.</summary>
    private static (PublishedRow Row, string Column, string Shown) FirstDay(PublicationFile file, PublicationFormat format, StaffLists.DayOrder order)
    {
        var (row, column) = file.Rows.SelectMany(row => format.Days.Select(column => (row, column))).First(cell => PublishedDays.OnlyOrder(file.Text(cell.row, cell.column)) == order);
        return (row, column, $"{FoundText.Quoted(file.Text(row, column))} in line {row.Line}");
    }

    /// <summary>The format's own item of evidence, where the figures name it and the framework does not have it.</summary>
    private static IEnumerable<WrittenTable> AddEvidence(PublicationWork work, PublicationFormat format)
    {
        if (work.Framework.Evidence.Any(item => item.Id == work.Source))
            yield break;
        var table = TableEdit.Read(work.Folder, FrameworkTables.Evidence, "id");
        table.Put(
            format.Evidence.Id, format.Evidence.Title, format.Evidence.Publisher, "", "", "Open Government Licence v3.0",
            $"read from {Path.GetFileName(work.File.Name)}; publication day not in the file: known_on is the latest possible unless given");
        yield return table.Save(work.Folder, 0);
    }

    /// <summary>The framework with the new tables. Its faults are the checker's; before them stands a line that says what they come of.</summary>
    private static void ReadAfter(string folder)
    {
        try
        {
            FrameworkReader.Read(folder);
        }
        catch (FrameworkException wrong)
        {
            const string after = "After the publication";
            const string expected = "the following to be put right first, then the same command again; "
                + "--match-place-rates writes rows of place_rates.csv for new cohorts and takes out those of cohorts that are gone";
            throw new FrameworkException([new Problem(after, 0, null, "a framework that does not check", expected) { IsHeading = true }, .. wrong.Problems], [after]);
        }
    }

    /// <summary>A file of which nothing could be used: every reason with its lines, and what they may mean.</summary>
    private static FrameworkException NothingUsed(PublicationWork work, PublicationFormat format)
    {
        var expected = $"figures of {format.Name} for places and staff groups of the framework (keys organisations and staff_groups of the columns file)";
        return new FrameworkException(
        [
            .. work.Tally.LeftOut.Select(rows => NotUsed(work.File, rows)),
            new Problem(work.File.Name, 0, null, "no row to use", expected) { Sheet = work.File.Sheet },
        ]);
    }

    private static Problem NotUsed(PublicationFile file, LeftOutPublished rows)
    {
        var examples = rows.Examples.Count > 0 ? $", such as {string.Join(", ", rows.Examples.Select(text => $"\"{text}\""))}" : "";
        var near = rows.Near.Count > 0 ? $"; did you mean {string.Join(", ", rows.Near)}?" : "";
        var found = $"{rows.Rows} {(rows.Rows == 1 ? "row" : "rows")}: {rows.Reason}{examples}";
        return new Problem(file.Name, rows.FirstLines[0], null, found, $"rows that can be used{near}") { Sheet = file.Sheet };
    }

    private static PublicationReport Report(PublicationWork work, PublicationFormat format, PublicationOutcome outcome, List<WrittenTable> written)
    {
        if (work.Options.MatchPlaceRates && !format.SetsStock)
            work.File.Notes.Add($"--match-place-rates does nothing here: {format.Name} sets no stock.");
        if (work.File.BlankRows > 0)
            work.File.Notes.Add($"{work.File.BlankRows} blank {(work.File.BlankRows == 1 ? "row" : "rows")} between others.");
        return new PublicationReport
        {
            File = work.File.Name,
            Format = format.Name,
            Rows = work.File.Rows.Count,
            Used = work.Tally.Used,
            LeftOut = work.Tally.LeftOut,
            Notes = work.File.Notes,
            FiguresTitle = outcome.FiguresTitle,
            Figures = outcome.Figures,
            Tables = written,
            NoLongerFits = outcome.NoLongerFits,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
