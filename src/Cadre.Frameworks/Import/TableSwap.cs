using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>Puts new tables in the place of a framework's, all or none; each takes its place whole.</summary>
internal static class TableSwap
{
    /// <summary>What ends the name of a table that is laid aside before it takes its place; a full stop begins it.</summary>
    public const string Ending = ".tmp";

    /// <summary>Replaces tables; those that are replaced when one cannot be come back.</summary>
    /// <param name="folder">The framework's folder.</param>
    /// <param name="from">The folder that holds the new ones.</param>
    /// <param name="tables">Their names.</param>
    /// <exception cref="IOException">A table cannot be replaced; all are as they were, but for those that the message says could not be put back.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to; all are as they were.</exception>
    public static void Replace(string folder, string from, IReadOnlyList<string> tables)
    {
        var before = tables.Select(table => Path.Combine(folder, table)).Where(File.Exists).ToDictionary(path => path, File.ReadAllBytes);
        var done = new List<string>();
        try
        {
            foreach (var table in tables)
                File.Copy(Path.Combine(from, table), Aside(folder, table), overwrite: true);
            foreach (var table in tables)
            {
                var target = Path.Combine(folder, table);
                KeepMode(target, Aside(folder, table));
                File.Move(Aside(folder, table), target, overwrite: true);
                done.Add(target);
            }
        }
        catch (Exception first)
        {
            string[] lost = [.. done.Where(target => !Try(() => PutBack(target, before))).Select(target => Path.GetFileName(target)!)];
            if (lost.Length > 0)
                throw new IOException($"{first.Message} Could not be put back: {string.Join(", ", lost)}.", first);
            throw;
        }
        finally
        {
            // Those of an import that was killed go too.
            foreach (var table in tables.Concat(FrameworkTables.All.Select(schema => schema.File)).Distinct())
                Try(() => File.Delete(Aside(folder, table)));
        }
    }

    private static void PutBack(string target, Dictionary<string, byte[]> before)
    {
        if (before.TryGetValue(target, out var bytes))
            File.WriteAllBytes(target, bytes);
        else
            File.Delete(target);
    }

    /// <summary>Whether it could be done; what comes after it is done either way.</summary>
    private static bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void KeepMode(string target, string aside)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
    }

    private static string Aside(string folder, string table) => Path.Combine(folder, $".{table}{Ending}");
}
