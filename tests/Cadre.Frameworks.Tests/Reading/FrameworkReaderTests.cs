using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class FrameworkReaderTests
{
    [Fact]
    public void Read_SmallNation_HasItsShape()
    {
        var framework = FrameworkReader.Read(SmallFramework.Folder);

        Assert.Equal("small-nation", framework.Name);
    }
}
