namespace Cadre.TestCommon.Fuzzing;

/// <summary>The folder of a target: sound but for one file at a time.</summary>
internal sealed class FuzzFolder
{
    private readonly string _path;
    private readonly SortedDictionary<string, byte[]> _sound = new(StringComparer.Ordinal);
    private readonly string[] _spoilable;
    private Dictionary<string, byte[]> _before = [];

    public FuzzFolder(FuzzTarget target, string path)
    {
        (Target, _path) = (target, path);
        Directory.CreateDirectory(path);
        target.Create(path);
        foreach (var file in Files())
            _sound.Add(file, File.ReadAllBytes(Path.Combine(path, file)));
        _spoilable = [.. _sound.Keys.Where(target.Spoils)];
        target.Prepare(path);
        target.Read(path);
        Restore();
    }

    public FuzzTarget Target { get; }

    /// <summary>Spoils one file.</summary>
    public FuzzMutant Spoil(FuzzDraws draws)
    {
        var file = draws.Of(_spoilable);
        var (bytes, what) = Mutation.Make(file, _sound[file], _sound[draws.Of(_spoilable)], draws);
        File.WriteAllBytes(Path.Combine(_path, file), bytes);
        Target.Prepare(_path);
        _before = Files().ToDictionary(each => each, each => File.ReadAllBytes(Path.Combine(_path, each)));
        return new FuzzMutant(Target.Name, file, what, bytes);
    }

    public void Read() => Target.Read(_path);

    /// <summary>A file that came, went or changed since a file was spoilt; null where none did.</summary>
    public string? Changed()
    {
        var now = Files().ToHashSet();
        return _before.Keys.Except(now).Concat(now.Except(_before.Keys)).FirstOrDefault()
            ?? _before.FirstOrDefault(file => !File.ReadAllBytes(Path.Combine(_path, file.Key)).AsSpan().SequenceEqual(file.Value)).Key;
    }

    /// <summary>Makes every file sound again.</summary>
    public void Restore()
    {
        foreach (var file in Files().Where(file => !_sound.ContainsKey(file)))
            File.Delete(Path.Combine(_path, file));
        foreach (var (file, bytes) in _sound)
        {
            var path = Path.Combine(_path, file);
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) File.WriteAllBytes(path, bytes);
        }
    }

    private string[] Files() => [.. Directory.GetFiles(_path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_path, file))];
}
