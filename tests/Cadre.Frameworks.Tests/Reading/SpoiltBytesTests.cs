using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class SpoiltBytesTests
{
    private static readonly byte[] Spoilers = [(byte)'"', (byte)',', (byte)'\n', (byte)'-', (byte)'9', (byte)'[', (byte)':', 0, 0xFF];

    public static TheoryData<string> Files => [.. Directory.GetFiles(SmallFramework.Folder).Select(path => Path.GetFileName(path))];

    /// <summary>Whatever a byte is changed to, the reader ends with a framework or with problems, never with another exception.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Read_OneByteChanged_ReadsOrReportsProblems(string file)
    {
        const int step = 17;
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var path = Path.Combine(copy, file);
        var original = File.ReadAllBytes(path);
        for (var at = 0; at < original.Length; at += step)
        {
            byte[] spoilt = [.. original];
            spoilt[at] = Spoilers[at % Spoilers.Length];
            File.WriteAllBytes(path, spoilt);
            Assert.True(ReadsOrReportsProblems(copy), $"{file}, byte {at}");
        }
    }

    private static bool ReadsOrReportsProblems(string folder)
    {
        try
        {
            return FrameworkReader.Read(folder).Model.Cohorts.Count > 0;
        }
        catch (FrameworkException fail)
        {
            return fail.Problems.Count > 0;
        }
    }
}
