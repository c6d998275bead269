using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cadre.Frameworks.Import;

namespace Cadre.Frameworks.Reading;

/// <summary>The bytes of every file in a framework's folder, and the faults found so far.</summary>
internal sealed class FrameworkFolder
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _scenarios = new(StringComparer.Ordinal);

    private readonly HashSet<string> _refused = [];

    private FrameworkFolder(string path, Problems problems)
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        Problems = problems;
    }

    /// <summary>The folder's own name.</summary>
    public string Name { get; }

    /// <summary>Where readers put the faults they find.</summary>
    public Problems Problems { get; }

    /// <summary>The files of the sub-folder of scenarios, by name with the sub-folder: <c>scenarios/retention.yaml</c>.</summary>
    public IReadOnlyDictionary<string, byte[]> Scenarios => _scenarios;

    /// <summary>Reads all files; reports unknown files, sub-folders and missing required files.</summary>
    /// <exception cref="FrameworkException">There is no such folder.</exception>
    public static FrameworkFolder Open(string path, Problems problems)
    {
        if (!Directory.Exists(path))
            throw new FrameworkException([new Problem(path, 0, null, "no such folder", "the folder of a framework")]);

        var folder = new FrameworkFolder(path, problems);
        string[] known = [.. FrameworkTables.All.Select(table => table.File), FrameworkTables.HeaderFile, FrameworkTables.ImportFile, FrameworkTables.ReadmeFile];
        folder.ReadFiles(path, known);
        folder.ReportMissingFiles();
        return folder;
    }

    /// <summary>The bytes of a file, or null where the folder does not hold it.</summary>
    public byte[]? Bytes(string file) => _files.GetValueOrDefault(file);

    /// <summary>Whether the folder holds a file that may not be read, which was reported.</summary>
    public bool IsRefused(string file) => _refused.Contains(file);

    /// <summary>
    /// SHA-256 over all files but scenarios in ordinal order of their names: name in UTF-8, a zero byte, length in 8 bytes (low first), content.
    /// In lower-case hexadecimal.
    /// </summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[9];
        foreach (var (name, bytes) in _files)
        {
            length[0] = 0;
            BinaryPrimitives.WriteInt64LittleEndian(length[1..], bytes.LongLength);
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void ReadFiles(string path, string[] known)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(path))
        {
            var name = Path.GetFileName(entry);
            if (LinkedFile.FaultOf(entry, path) is { } link)
                Refuse(name, link);
            else if (name == FrameworkTables.ScenarioFolder && Directory.Exists(entry))
                ReadScenarioFiles(entry);
            else if (Directory.Exists(entry))
                Problems.Add(name, null, "a folder", "files only in the folder of a framework");
            else if (IsAside(name, known))
                continue;
            else if (!known.Contains(name))
                Problems.Add(name, null, "an unknown file", $"one of the files of docs/frameworks.md{Nearest.Suggestion(name, known)}");
            else
                Read(_files, entry, name);
        }
    }

    /// <summary>Whether it is a table laid aside by an import that was killed: <c>.stock.csv.tmp</c>. The next import takes it away.</summary>
    private static bool IsAside(string name, string[] known) =>
        name.Length > TableSwap.Ending.Length && name.StartsWith('.') && name.EndsWith(TableSwap.Ending, StringComparison.Ordinal) && known.Contains(name[1..^TableSwap.Ending.Length]);

    private void ReadScenarioFiles(string path)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(path))
        {
            var name = $"{FrameworkTables.ScenarioFolder}/{Path.GetFileName(entry)}";
            if (LinkedFile.FaultOf(entry, Path.GetDirectoryName(path)!) is { } link)
                Refuse(name, link);
            else if (Directory.Exists(entry))
                Problems.Add(name, null, "a folder", "scenarios only, each a file NAME.yaml");
            else if (!name.EndsWith(".yaml", StringComparison.Ordinal))
                Problems.Add(name, null, "an unknown file", "scenarios only, each a file NAME.yaml");
            else
                Read(_scenarios, entry, name);
        }
    }

    private void Read(SortedDictionary<string, byte[]> files, string path, string name)
    {
        if (BoundedFile.Read(path, name, Problems) is { } bytes)
            files.Add(name, bytes);
        else
            _refused.Add(name);
    }

    private void Refuse(string name, string link)
    {
        Problems.Add(name, null, link, "a file of the framework's own folder");
        _refused.Add(name);
    }

    private void ReportMissingFiles()
    {
        var required = FrameworkTables.All.Where(table => table.Required).Select(table => table.File).Prepend(FrameworkTables.HeaderFile);
        foreach (var file in required.Where(file => !_files.ContainsKey(file) && !_refused.Contains(file)))
            Problems.Add(file, null, "no such file", "every framework to have it");
    }
}
