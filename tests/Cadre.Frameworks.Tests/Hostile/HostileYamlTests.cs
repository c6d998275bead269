using Cadre.Frameworks.Import;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Tests.Hostile;

/// <summary>YAML that is small and grows, or means more than keys and values, in every file that is YAML.</summary>
public sealed class HostileYamlTests : IDisposable
{
    private const string Plain = "expected keys and values without anchors, aliases and tags";
    private const string Few = "expected the keys and values of docs/frameworks.md, a few levels deep";

    private readonly HostileNation _nation = new();

    public void Dispose() => _nation.Dispose();

    public static TheoryData<string, string, string> Bombs
    {
        get
        {
            var bombs = new TheoryData<string, string, string>();
            foreach (var file in (string[])["framework.yaml", "import.yaml", "scenario.yaml", "columns.yaml"])
            {
                bombs.Add(file, "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: [*b, *b]\n", $"line 1: found an anchor, &a, {Plain}");
                bombs.Add(file, "a: x\nb: *a\n", $"line 2: found an alias, *a, {Plain}");
                bombs.Add(file, "a: &a\n  b: *a\n", $"line 1: found an anchor, &a, {Plain}");
                bombs.Add(file, "? &k [*k]\n: x\n", $"line 1: found an anchor, &k, {Plain}");
                bombs.Add(file, "a: x\nb: !!binary x\n", $"line 2: found a tag, tag:yaml.org,2002:binary, {Plain}");
                bombs.Add(file, "a: !System.IO.FileInfo x\n", $"line 1: found a tag, !System.IO.FileInfo, {Plain}");
                bombs.Add(file, $"a: {new string('[', 60_000)}\n", $"line 1: found values more than 24 levels deep (column 27), {Few}");
                bombs.Add(file, string.Concat(Enumerable.Repeat(new string('[', 10_000) + "\n", 10)), $"line 1: found values more than 24 levels deep (column 25), {Few}");
                bombs.Add(file, string.Concat(Enumerable.Repeat("- ", 30_000)) + "\n", $"line 1: found values more than 24 levels deep (column 49), {Few}");
                bombs.Add(file, string.Concat(Enumerable.Range(0, 40).Select(level => new string(' ', level) + "a:\n")), $"line 25: found values more than 24 levels deep (column 25), {Few}");
                bombs.Add(file, "a: x\nb: y\na: z\n", "line 3: found the key a a second time, expected valid YAML, each key once");
            }

            return bombs;
        }
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Read_Bomb_IsRefusedAtItsLine(string file, string text, string fault)
    {
        var (path, read) = Reader(file);
        File.WriteAllText(path, text);
        Assert.Equal($"{file}, {fault}", _nation.Faults(read).First(each => each.StartsWith(file, StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_FourMillionBytes_IsRefusedWithoutReadingOn()
    {
        File.WriteAllText(_nation["framework.yaml"], string.Concat(Enumerable.Repeat("a: x\n", 900_000)));
        Assert.Contains(_nation.Faults(), fault => fault.StartsWith("framework.yaml, line ", StringComparison.Ordinal) && fault.EndsWith(": found more than 4,194,304 bytes up to this line, expected a smaller file", StringComparison.Ordinal));
    }

    /// <summary>Where a file is to be, and what reads it.</summary>
    private (string Path, Action Read) Reader(string file)
    {
        var outside = Path.Combine(_nation.Around, file);
        return file switch
        {
            "scenario.yaml" => (outside, () => ScenarioReader.Read(outside, FrameworkReader.Read(_nation.Folder))),
            "columns.yaml" => (outside, () => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = _nation["stock.csv"], Columns = outside })),
            "import.yaml" => (_nation[file], () => Importer.Import(_nation.Folder, _nation.Around)),
            _ => (_nation[file], () => FrameworkReader.Read(_nation.Folder)),
        };
    }
}
