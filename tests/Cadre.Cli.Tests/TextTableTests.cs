using Spectre.Console;

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

    [Theory]
    [InlineData(20, "wide")]
    [InlineData(12, "narrow")]
    [InlineData(5, "last")]
    public void WriteFirstThatFits_Width_WritesThatChoiceOrTheLast(int width, string written)
    {
        static TextTable Table(string title, int characters) => new(title, new TextColumn("A", [new string('1', characters)]));
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        TextTable.WriteFirstThatFits(console, [Table("wide", 15)], [Table("narrow", 10), Table("too", 9)], [Table("last", 9)]);
        Assert.Equal(written, output.ToString().Split('\n')[0]);
    }

    [Fact]
    public void Write_CellEndsInRoomForAMark_NoLineEndsInASpace()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 40;
        new TextTable("T", new TextColumn("A", ["1 ", "2*"]), new TextColumn("B", ["3 ", "4*"])).Write(console);
        Assert.Equal(["T", " A   B", "──────", "1   3", "2*  4*", "", ""], output.ToString().Split('\n'));
    }

    [Fact]
    public void LeastWidth_LongWord_IsNotBroken() =>
        Assert.Equal(19, new TextTable("", new TextColumn("Name", ["mental-health and learning-disability staff"]) { Narrowest = 10 }).LeastWidth);
}
