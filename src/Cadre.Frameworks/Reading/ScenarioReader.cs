using System.Security.Cryptography;
using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads scenarios (docs/frameworks.md, "scenarios/NAME.yaml").</summary>
public sealed class ScenarioReader
{
    private readonly ScenarioContext _context;
    private readonly YamlMapping _yaml;

    private ScenarioReader(ScenarioContext context, YamlMapping yaml) => (_context, _yaml) = (context, yaml);

    /// <summary>Reads a scenario from a file outside the framework's folder.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="framework">The framework that it changes.</param>
    /// <exception cref="FrameworkException">There are faults; the exception holds all of them.</exception>
    public static ScenarioEntry Read(string path, Framework framework)
    {
        if (!File.Exists(path))
            throw new FrameworkException([new Problem(path, 0, null, Directory.Exists(path) ? "a folder" : "no such file", "the path of a scenario")]);
        var problems = new Problems();
        var entry = BoundedFile.Read(path, path, problems) is { } bytes ? ReadOne(new ScenarioContext(framework, problems), path, bytes) : null;
        problems.ThrowIfAny();
        return entry!;
    }

    /// <summary>Reads every scenario of a framework's folder; what cannot be read is reported and left out.</summary>
    internal static List<ScenarioEntry> ReadAll(ScenarioContext context, IReadOnlyDictionary<string, byte[]> files) =>
        [.. files.Select(file => ReadOne(context, file.Key, file.Value)).OfType<ScenarioEntry>()];

    private static ScenarioEntry? ReadOne(ScenarioContext context, string file, byte[] bytes) =>
        YamlMapping.Read(bytes, file, context.Problems) is { } yaml ? new ScenarioReader(context, yaml).Read(file, bytes) : null;

    private ScenarioEntry Read(string file, byte[] bytes)
    {
        _yaml.CheckKeys(YamlFields.Scenario);
        var name = ReadName(Path.GetFileNameWithoutExtension(file));
        var (title, text) = (_yaml.Text("title") ?? "", _yaml.Text("text") ?? "");
        var changes = new ChangesReader(_context).Read(_yaml);
        var levers = new LeversReader(_context).Read(_yaml);
        return new ScenarioEntry
        {
            File = file,
            Digest = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Levers = levers,
            Changes = changes,
            Scenario = new Scenario
            {
                Name = name,
                Title = title,
                Text = text.Trim(),
                Levers = [.. levers.Where(entry => entry.IsOn).Select(entry => entry.Lever)],
                Changes = changes.ToDictionary(entry => entry.Row, entry => entry.Assumption),
            },
        };
    }

    private string ReadName(string fileName)
    {
        var name = _yaml.Text("name") ?? "";
        if (name == Scenario.Baseline.Name)
            _yaml.Report("name", $"another name: {name} is the framework as it is");
        else if (name.Length > 0 && (name != fileName || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')))
            _yaml.Report("name", $"letters, digits and -, the same as the file's name, {fileName}");
        return name;
    }
}
