using System.Reflection;
using System.Text;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Creating;

/// <summary>
/// Writes a small framework for somebody to make their own: the files of the folder <c>Template</c> beside this one, under
/// another name. It is valid as it stands, and every figure in it is an example of grade D.
/// </summary>
public static class NewFramework
{
    private const string Prefix = "template/";
    private const string NameInTemplate = "my-country";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files into a folder, which appears whole or not at all.</summary>
    /// <param name="name">The framework's name: letters, digits and -; also the last part of <paramref name="folder"/>.</param>
    /// <param name="folder">Path of the folder, which is not there yet or empty.</param>
    /// <returns>The names of the files, in ordinal order.</returns>
    /// <exception cref="FrameworkException">The name or the folder will not do.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(string name, string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Check(name, folder, full);
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full).FullName;
        var aside = Path.Combine(parent, $".{name}.{Environment.ProcessId}.tmp");
        try
        {
            var files = WriteFiles(name, aside);
            if (Directory.Exists(full))
                Directory.Delete(full);
            Directory.Move(aside, full);
            return files;
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    private static void Check(string name, string folder, string full)
    {
        var problems = new Problems();
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            problems.Add(new Problem(folder, 0, null, $"the name \"{name}\"", "letters, digits and -"));
        else if (Path.GetFileName(full) != name)
            problems.Add(new Problem(folder, 0, null, $"a folder of another name than {name}", $"a folder called as its framework is, such as {Path.Combine(folder, name)}"));
        if (File.Exists(full))
            problems.Add(new Problem(folder, 0, null, "a file", "a folder that is not there yet, or an empty one"));
        else if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal).FirstOrDefault() is { } entry)
            problems.Add(new Problem(folder, 0, null, $"a folder that holds {entry}", "a folder that is not there yet, or an empty one"));
        problems.ThrowIfAny();
    }

    private static List<string> WriteFiles(string name, string folder)
    {
        var files = new List<string>();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var file = resource[Prefix.Length..].Replace('\\', '/');
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Utf8);
            File.WriteAllText(path, reader.ReadToEnd().Replace(NameInTemplate, name), Utf8);
            files.Add(file);
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }
}
