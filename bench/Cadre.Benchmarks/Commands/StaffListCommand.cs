using Cadre.TestCommon;

namespace Cadre.Benchmarks.Commands;

/// <summary>The import of a staff list of the whole country beside what merely counts its lines.</summary>
/// <param name="Import"><c>cadre import --staff-list</c>.</param>
/// <param name="BareCount">A program that counts lines and does nothing else, <c>wc -l</c>; null where there is none.</param>
/// <param name="ReaderCount">A loop over the lines with the base class library, within this process.</param>
/// <param name="FileBytes">Size of the list.</param>
internal sealed record StaffListCommand(FinishedProcess Import, FinishedProcess? BareCount, Taken ReaderCount, long FileBytes)
{
    /// <summary>Rows of the list.</summary>
    public const int Rows = 1_500_000;

    private const int Rounds = 3;

    /// <summary>Writes a list that is made up and measures all three on it in turn.</summary>
    public static StaffListCommand Measure()
    {
        using var folder = new TemporaryFolder();
        var list = Path.Combine(folder.Path, "list.csv");
        StaffListSample.Write(list, Rows, seed: 1);
        var (imports, bare, reader) = (new List<FinishedProcess>(), new List<FinishedProcess>(), new List<Taken>());
        for (var round = 0; round < Rounds; round++)
        {
            reader.Add(Timed.Once(() => CountLines(list)));
            if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) bare.Add(FinishedProcess.Run("wc", ["-l", list]));
            imports.Add(ImportOf(list));
        }

        return new StaffListCommand(FinishedProcess.Median(imports), bare.Count > 0 ? FinishedProcess.Median(bare) : null, Timed.Median([.. reader]), new FileInfo(list).Length);
    }

    /// <summary>How many lines a file has.</summary>
    public static int CountLines(string path)
    {
        using var file = new StreamReader(path);
        var lines = 0;
        while (file.ReadLine() is not null)
            lines++;
        return lines;
    }

    private static FinishedProcess ImportOf(string list)
    {
        using var framework = CopiedFramework.Create();
        return CadreCommand.Start("import", framework.Path, "--staff-list", list);
    }
}
