using System.IO.Compression;

namespace Cadre.Frameworks.Reading;

/// <summary>A framework's folder as a zip file from somebody else: every entry is looked at before any is unpacked.</summary>
public static class FrameworkZip
{
    private const string AsZipped = "a zip file of one folder, that of the framework";
    private const int LongestPath = 200;
    private const int LinkOfUnix = 0xA000;
    private const int KindOfUnix = 0xF000;

    /// <summary>What some systems put beside the files of a folder; nobody means it to be read.</summary>
    private static readonly string[] Beside = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>Unpacks a zip file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="folder">An empty folder to unpack into; what is in it after a fault is of no use.</param>
    /// <returns>Path of the framework's folder in it.</returns>
    /// <exception cref="FrameworkException">It is refused.</exception>
    public static string Unpack(string path, string name, string folder) => Unpack(path, name, folder, new FrameworkZipLimits());

    /// <summary>The same with limits of one's own.</summary>
    internal static string Unpack(string path, string name, string folder, FrameworkZipLimits limits)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > limits.Entries) throw Refused(name, $"{archive.Entries.Count:#,0} entries", $"at most {limits.Entries:#,0}");
            ZipArchiveEntry[] entries = [.. archive.Entries.Where(entry => !IsBeside(entry.FullName))];
            var top = TopOf(entries, name);
            CheckSizes(entries, name, limits);
            foreach (var entry in entries.Where(entry => !entry.FullName.EndsWith('/')))
                Unpack(entry, Path.Combine(folder, entry.FullName));
            return Path.Combine(folder, top);
        }
        catch (InvalidDataException)
        {
            throw Refused(name, "a file that is no zip file, breaks off, or is longer than it says", AsZipped);
        }
    }

    private static bool IsBeside(string entry) => entry.StartsWith("__MACOSX/", StringComparison.Ordinal) || Beside.Contains(entry[(entry.LastIndexOf('/') + 1)..]);

    /// <summary>The one folder that all entries stand in; each of them has a name that leads nowhere else.</summary>
    private static string TopOf(ZipArchiveEntry[] entries, string name)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = entries.Select(entry => entry.FullName).Where(entry => !entry.EndsWith('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (entry.FullName.Length > LongestPath) throw Refused(name, $"a path of {entry.FullName.Length:#,0} letters", $"paths of at most {LongestPath}");
            if (LeadsOut(entry.FullName)) throw Refused(name, $"an entry whose path leads out of its folder, {FoundText.Quoted(entry.FullName)}", AsZipped);
            if (((entry.ExternalAttributes >> 16) & KindOfUnix) == LinkOfUnix) throw Refused(name, $"a link, {FoundText.Quoted(entry.FullName)}", "files only");
            if (!names.Add(entry.FullName.TrimEnd('/'))) throw Refused(name, $"the entry {FoundText.Quoted(entry.FullName)} a second time", AsZipped);
        }

        if (entries.FirstOrDefault(entry => FoldersOf(entry.FullName).Any(files.Contains)) is { } within)
            throw Refused(name, $"the entry {FoundText.Quoted(within.FullName)} within a file", AsZipped);
        if (entries.FirstOrDefault(entry => !entry.FullName.Contains('/', StringComparison.Ordinal)) is { } outside)
            throw Refused(name, $"the file {FoundText.Quoted(outside.FullName)} outside of a folder", AsZipped);
        string[] tops = [.. entries.Select(entry => entry.FullName.Split('/')[0]).Distinct(StringComparer.Ordinal)];
        return tops switch
        {
            [] => throw Refused(name, "nothing in it", AsZipped),
            [var top] => top,
            _ => throw Refused(name, $"{tops.Length:#,0} folders at the top, {FoundText.Quoted(tops[0])} and {FoundText.Quoted(tops[1])} among them", AsZipped),
        };
    }

    private static bool LeadsOut(string entry) =>
        entry.StartsWith('/') || entry.Any(letter => letter is '\\' or ':' || char.IsControl(letter)) || entry.TrimEnd('/').Split('/').Any(step => step is "" or "." or "..");

    /// <summary>The folders that an entry stands in: a, a/b of a/b/c.</summary>
    private static IEnumerable<string> FoldersOf(string entry) => entry.TrimEnd('/').Index().Where(letter => letter.Item == '/').Select(letter => entry[..letter.Index]);

    private static void CheckSizes(ZipArchiveEntry[] entries, string name, FrameworkZipLimits limits)
    {
        long bytes = 0;
        foreach (var entry in entries)
        {
            bytes += entry.Length;
            if (bytes > limits.Bytes || bytes < 0) throw Refused(name, $"more than {limits.Bytes:#,0} bytes when unpacked", "a smaller framework");
            if (entry.Length > FrameworkZipLimits.SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > limits.Ratio)
                throw Refused(name, $"an entry, {FoundText.Quoted(entry.FullName)}, that unpacks to over {limits.Ratio} times its size", "files as they are packed by usual programs");
        }
    }

    private static void Unpack(ZipArchiveEntry entry, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var from = new BoundedStream(entry.Open(), entry.Length);
        using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        from.CopyTo(to);
    }

    private static FrameworkException Refused(string name, string found, string expected) => new([new Problem(name, 0, null, found, expected)]);
}
