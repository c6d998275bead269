using System.Globalization;
using System.Security.Cryptography;
using Cadre.Frameworks.Writing;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Writing;

public class CsvOutputTests
{
    [Fact]
    public void Cell_TextWithCommasAndQuotes_IsQuoted()
    {
        Assert.Equal(
            "name,note\n\"Bristol, North Somerset\",\"the \"\"old\"\" one\"\nplain,\n",
            Written(csv =>
            {
                csv.Cell("Bristol, North Somerset").Cell("the \"old\" one").EndRow();
                csv.Cell("plain").Blank().EndRow();
            }));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(-1234567.875)]
    [InlineData(1e-300)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void Cell_Number_ReadsBackAsItself(double value)
    {
        var text = Written(csv => csv.Cell(value).Cell(0).EndRow()).Split('\n')[1].Split(',')[0];
        Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.Equal(value.ToString("R", CultureInfo.InvariantCulture), text);
    }

    [Fact]
    public void Cell_NegativeZero_IsZero() => Assert.Equal("name,note\n0,0\n", Written(csv => csv.Cell(-0.0).Cell(0.0).EndRow()));

    [Fact]
    public void Cell_MoreThanTheBuffer_LosesNothing()
    {
        var name = new string('é', 100_000);
        var text = Written(csv =>
        {
            for (var row = 0; row < 50_000; row++)
                csv.Cell(row).Cell(row / 7.0).EndRow();
            csv.Cell(name).Blank().EndRow();
        });
        var lines = text.Split('\n');
        Assert.Equal(50_003, lines.Length);
        Assert.Equal("49999," + (49_999 / 7.0).ToString("R", CultureInfo.InvariantCulture), lines[50_000]);
        Assert.Equal(name + ",", lines[50_001]);
    }

    [Fact]
    public void Digest_OfAllFiles_IsThatOfTheirBytes()
    {
        using var folder = new TemporaryFolder();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string[])["one.csv", "two.csv"])
        {
            using var csv = new CsvOutput(Path.Combine(folder.Path, file), digest, "a");
            csv.Cell(file).EndRow();
        }

        byte[] bytes = [.. File.ReadAllBytes(Path.Combine(folder.Path, "one.csv")), .. File.ReadAllBytes(Path.Combine(folder.Path, "two.csv"))];
        Assert.Equal(SHA256.HashData(bytes), digest.GetHashAndReset());
    }

    private static string Written(Action<CsvOutput> write)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file.csv");
        using (var csv = new CsvOutput(path, null, "name", "note"))
            write(csv);
        return File.ReadAllText(path);
    }
}
