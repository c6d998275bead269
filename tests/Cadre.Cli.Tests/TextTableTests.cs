namespace Cadre.Cli.Tests;

public class TextTableTests
{
    [Fact]
    public void Wrap_IndentedText_KeepsItsIndent() =>
        Assert.Equal(["  Support to", "  ambulance", "  staff"], TextTable.Wrap("  Support to ambulance staff", 13));

    [Fact]
    public void Wrap_WordWiderThanTheColumn_StandsAlone() =>
        Assert.Equal(["a", "therapeutic", "b"], TextTable.Wrap("a therapeutic b", 5));

    [Fact]
    public void LeastWidth_TextGivesWayAndFiguresDoNot()
    {
        var table = new TextTable("", new TextColumn("Name", ["a rather long name"]) { Narrowest = 10 }, new TextColumn("Staff", ["1,234,567"]));
        Assert.Equal("long name".Length + 2 + 9, table.LeastWidth);
    }

    [Fact]
    public void LeastWidth_LongWord_IsNotBroken() =>
        Assert.Equal(19, new TextTable("", new TextColumn("Name", ["mental-health and learning-disability staff"]) { Narrowest = 10 }).LeastWidth);
}
