using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class FrameworkLocatorTests
{
    private static readonly string Root = Path.GetDirectoryName(SmallFramework.Folder)!;

    [Fact]
    public void Find_Name_IsTheFolderUnderTheRoot() =>
        Assert.Equal(SmallFramework.Folder, FrameworkLocator.Find("small-nation", Root));

    [Fact]
    public void Find_Path_IsThePath() =>
        Assert.Equal(SmallFramework.Folder, FrameworkLocator.Find(SmallFramework.Folder, "/no/such/root"));

    [Fact]
    public void Find_UnknownName_ListsThoseThatExist()
    {
        var thrown = Assert.Throws<FrameworkException>(() => FrameworkLocator.Find("smal-nation", Root));

        var problem = Assert.Single(thrown.Problems);
        Assert.Equal(("smal-nation", "no such framework"), (problem.File, problem.Found));
        Assert.Equal("one of corner-cases, every-way, format-1, small-nation, or the path of a folder with framework.yaml; did you mean small-nation?", problem.Expected);
    }

    [Fact]
    public void Find_NoRoot_SaysSo()
    {
        var thrown = Assert.Throws<FrameworkException>(() => FrameworkLocator.Find("england", "/no/such/root"));

        Assert.Contains("/no/such/root holds no frameworks", thrown.Message);
    }
}
