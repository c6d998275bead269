using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// Adds a staff list up, a row for each post held, into the tables of a framework that it gives: stock.csv, ages.csv and, where it has pseudonyms,
/// headcount.csv (docs/frameworks.md, "A staff list"). No person is kept, in memory or in a file.
/// </summary>
public static class StaffListImport
{
    /// <summary>Reads the list and writes the tables; on an error, and when the framework would not check afterwards, nothing is changed.</summary>
    /// <exception cref="FrameworkException">The columns file, the list or the framework as it would be is wrong; the exception holds all faults.</exception>
    /// <exception cref="IOException">A file cannot be read or written; the framework is as it was.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the framework is as it was.</exception>
    public static StaffListReport Import(StaffListOptions options, CancellationToken cancellation = default)
    {
        var framework = StaffListFramework.Read(options.Framework);
        var problems = new Problems();
        var columns = StaffListColumns.Read(options.Columns, problems);
        var keys = StaffListKeys.Create(framework, columns, problems);
        var provenance = StaffListProvenance.Create(options, columns, framework, problems);
        var (header, counts) = StaffListReader.Read(options.List, columns, keys, framework, provenance.Day, problems, cancellation);
        StaffListFaults.ThrowIfTooMany(options, columns, counts);
        using var copy = new WorkingCopy(options.Framework, SearchOption.AllDirectories);
        var written = new StaffListTables(framework, counts, provenance).Save(copy.Folder, options.MatchPlaceRates);
        var after = ReadAfter(copy.Folder);
        var report = StaffListSummary.Create(options, framework, header, counts, provenance, after.Model, written);
        cancellation.ThrowIfCancellationRequested();
        TableSwap.Replace(options.Framework, copy.Folder, written);
        return report;
    }

    /// <summary>The framework with the new tables. Its faults are the checker's; the line before them says that they come of the list.</summary>
    private static Framework ReadAfter(string work)
    {
        try
        {
            return FrameworkReader.Read(work);
        }
        catch (FrameworkException wrong)
        {
            throw new FrameworkException(wrong.Problems.Prepend(new Problem(
                "After the staff list", 0, null, "a framework that does not check", "the following to be put right first, then the same command again; place_rates.csv may have rows for new cohorts before stock.csv has them, and --match-place-rates writes them")));
        }
    }
}
