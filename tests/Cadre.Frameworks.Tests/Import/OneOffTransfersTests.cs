using Cadre.Frameworks.Import;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>The rule of docs/method.md section 5.1, and shrinkage, on cells made up for it.</summary>
public sealed class OneOffTransfersTests
{
    private static TurnoverCell Cell(double start, double joiners, double leavers) => new()
    {
        Start = new Flow(start, start), End = new Flow(start + joiners - leavers, start + joiners - leavers), Joiners = new Flow(joiners, 0.9 * joiners), Leavers = new Flow(leavers, 0.8 * leavers),
    };

    private static TurnoverCell[] Ordinary => [.. Enumerable.Range(0, 20).Select(_ => Cell(1000, 10, 10))];

    [Fact]
    public void Split_OrdinaryCells_HoldNoTransfer() =>
        Assert.All(OneOffTransfers.Split(Ordinary), cell => Assert.Equal((0, 0), (cell.TransferIn.Heads, cell.TransferOut.Heads)));

    [Fact]
    public void Split_ManyLeaveAtOnce_TheRestOfTheFlowIsTheExpected()
    {
        var split = OneOffTransfers.Split([.. Ordinary, Cell(500, 5, 85)])[^1];
        Assert.Equal((0, 80, 5), (split.TransferIn.Heads, split.TransferOut.Heads, split.Leavers.Heads));
        Assert.Equal(0.8 * 80, split.TransferOut.Fte, 1e-12);
        Assert.Equal(0, split.Regraded);
    }

    [Fact]
    public void Split_ManyComeAndMoreGo_BothSidesAreCutBack()
    {
        var split = OneOffTransfers.Split([.. Ordinary, Cell(500, 65, 105)])[^1];
        Assert.Equal((60, 100), (split.TransferIn.Heads, split.TransferOut.Heads));
    }

    [Fact]
    public void Split_FewerJoinersThanExpected_InventsNobody()
    {
        // 2 joiners and 48 leavers against 27 and 27 expected: leavers are cut back, and joiners stay as they are.
        var split = OneOffTransfers.Split([.. Enumerable.Range(0, 20).Select(_ => Cell(1000, 27, 27)), Cell(1000, 2, 60)])[^1];
        Assert.Equal((0, 2), (split.TransferIn.Heads, split.Joiners.Heads));
        Assert.Equal(33, split.TransferOut.Heads);
        // None above the expected: nothing to cut.
        var calm = OneOffTransfers.Split([.. Enumerable.Range(0, 20).Select(_ => Cell(1000, 60, 1)), Cell(1000, 0, 1)])[^1];
        Assert.Equal((0, 0, 0), (calm.TransferIn.Heads, calm.TransferOut.Heads, calm.Joiners.Heads));
    }

    [Fact]
    public void Split_RulesThatWouldAlternate_ComeToAnEnd() =>
        Assert.Equal(3, OneOffTransfers.Split([Cell(86, 28, 39), Cell(321, 42, 12), Cell(290, 9, 79)]).Count);

    [Fact]
    public void Ratios_NoVarianceBeyondChance_AreOne() => Assert.Equal([1, 1, 1], Shrinkage.Ratios([9, 10, 11], [10, 10, 10]));

    [Fact]
    public void Ratios_VarianceBeyondChance_ShrinkTowardsOne()
    {
        // (O - E)^2 sums to 200, E to 20, E^2 to 200: k = 200 / 180.
        var ratios = Shrinkage.Ratios([0, 20], [10, 10]);
        Assert.Equal((200.0 / 180) / (10 + (200.0 / 180)), ratios[0], 1e-12);
        Assert.Equal((20 + (200.0 / 180)) / (10 + (200.0 / 180)), ratios[1], 1e-12);
    }
}
