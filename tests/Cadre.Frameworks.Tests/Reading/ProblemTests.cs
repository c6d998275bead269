using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class ProblemTests
{
    [Fact]
    public void ToString_Cell_NamesFileLineAndColumn() =>
        Assert.Equal(
            "stock.csv, line 12, column heads: found \"-3\", expected a number of heads, 0 or more",
            new Problem("stock.csv", 12, "heads", "\"-3\"", "a number of heads, 0 or more").ToString());

    [Fact]
    public void ToString_YamlKey_SaysKey() =>
        Assert.Equal(
            "framework.yaml, line 3, key months: found \"x\", expected months",
            new Problem("framework.yaml", 3, "months", "\"x\"", "months").ToString());

    [Fact]
    public void ToString_WholeFile_HasNoLine() =>
        Assert.Equal("scales.csv: found no such file, expected it", new Problem("scales.csv", 0, null, "no such file", "it").ToString());

    [Fact]
    public void Problems_OfAnException_AreSortedByFileThenLine()
    {
        var problems = new Problems();
        problems.Add(new Problem("b.csv", 1, null, "x", "y"));
        problems.Add(new Problem("a.csv", 10, null, "x", "y"));
        problems.Add(new Problem("a.csv", 9, null, "x", "y"));

        var thrown = Assert.Throws<FrameworkException>(problems.ThrowIfAny);

        Assert.Equal([("a.csv", 9), ("a.csv", 10), ("b.csv", 1)], thrown.Problems.Select(problem => (problem.File, problem.Line)));
    }

    [Theory]
    [InlineData("nruses", "nurses")]
    [InlineData("NURSES", "nurses")]
    [InlineData("nurse", "nurses")]
    [InlineData("porters", null)]
    public void Find_Typed_IsTheNearestOrNone(string typed, string? expected) =>
        Assert.Equal(expected, Nearest.Find(typed, ["doctors", "nurses", "support"]));
}
