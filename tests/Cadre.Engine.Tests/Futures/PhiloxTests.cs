using Cadre.Engine.Futures;

namespace Cadre.Engine.Tests.Futures;

public sealed class PhiloxTests
{
    // the known answers of Random123: counter, key, words
    [Fact]
    public void Block_PublishedVectors_GivesTheKnownAnswers()
    {
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox.Block(0, 0, 0, 0, 0));
        Assert.Equal(
            (0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu),
            Philox.Block(ulong.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue));
        Assert.Equal(
            (0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u),
            Philox.Block(0x299f31d0a4093822, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344));
    }

    [Fact]
    public void Draw_PublishedVector_JoinsTheFirstTwoWords() => Assert.Equal(0xe169c58d6627e8d5, Philox.Draw(0, 0, 0, 0, 0));

    [Theory]
    [InlineData(0ul, 5.551115123125783e-17)]
    [InlineData(0x7fful, 5.551115123125783e-17)]
    [InlineData(0x800ul, 1.6653345369377348e-16)]
    [InlineData(1ul << 62, 0.25000000000000006)]
    public void ToUnit_Draw_IsTheMiddleOfItsCell(ulong draw, double expected) => Assert.Equal(expected, Philox.ToUnit(draw));
}
