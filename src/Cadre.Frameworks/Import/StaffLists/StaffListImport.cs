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
        var problems = new Problems(firstFile: options.Columns);
        var columns = StaffListColumns.Read(options.Columns, problems);
        var keys = StaffListKeys.Create(framework, columns, problems);
        var provenance = StaffListProvenance.Create(options, columns, framework, problems);
        var (header, counts) = StaffListReader.Read(options.List, columns, keys, framework, provenance.Day, problems, cancellation);
        StaffListFaults.ThrowIfTooMany(options, columns, counts);
        using var copy = new WorkingCopy(options.Framework, SearchOption.AllDirectories);
        var written = new StaffListTables(framework, counts, provenance).Save(copy.Folder, options.MatchPlaceRates);
        var after = ReadAfter(copy.Folder, [.. StaffListFaults.OfLeftOut(options.List, columns, counts)]);
        var report = StaffListSummary.Create(options, framework, columns, header, counts, provenance, after.Model, written);
        cancellation.ThrowIfCancellationRequested();
        TableSwap.Replace(options.Framework, copy.Folder, written);
        return report;
    }

    /// <summary>The framework with the new tables. Its faults are the checker's; before them stand what was left out of the list and a line that says that they come of it.</summary>
    private static Framework ReadAfter(string work, Problem[] leftOut)
    {
        try
        {
            return FrameworkReader.Read(work);
        }
        catch (FrameworkException wrong)
        {
            const string after = "After the staff list";
            var first = leftOut.Length == 0 ? "" : "rows left out above that belong to these cohorts put right in the list or the columns file; or, where the list is right, ";
            var fault = new Problem(
                after, 0, null, "a framework that does not check",
                $"{first}the following to be put right first, then the same command again; place_rates.csv may have rows for new cohorts before stock.csv has them, and --match-place-rates writes them and takes out those of cohorts that are gone");
            throw new FrameworkException([.. leftOut, fault, .. wrong.Problems], [.. leftOut.Select(problem => problem.File).Distinct(), after]);
        }
    }
}
