using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Hostile;

/// <summary>A copy of the small framework to be spoilt, and what must be the same after it was refused.</summary>
internal sealed class HostileNation : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public HostileNation() => Folder = SmallFramework.CopyTo(_temporary.Path);

    /// <summary>The framework's folder.</summary>
    public string Folder { get; }

    /// <summary>The folder around it, for other files.</summary>
    public string Around => _temporary.Path;

    /// <summary>Path of a file of the framework.</summary>
    public string this[string file] => Path.Combine(Folder, file);

    /// <summary>The faults in one line each, after which every file is as it was and none is new; paths around the framework stand for nothing.</summary>
    public string[] Faults(Action? read = null)
    {
        var before = Files();
        var thrown = Assert.Throws<FrameworkException>(read ?? (() => FrameworkReader.Read(Folder)));
        Assert.Equal(before, Files());
        return [.. thrown.Problems.Select(problem => problem.ToString().Replace(Around + Path.DirectorySeparatorChar, ""))];
    }

    /// <summary>The only fault.</summary>
    public string Fault(Action? read = null) => Assert.Single(Faults(read));

    public void Dispose() => _temporary.Dispose();

    /// <summary>Every file with its length and its time.</summary>
    private Dictionary<string, (long, DateTime)> Files() =>
        Directory.GetFiles(Around, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(file => file, file => (new FileInfo(file).Length, File.GetLastWriteTimeUtc(file)));
}
