using Cadre.Core.Plans.RollUp;

namespace Cadre.Core.Tests.Plans;

public sealed class NationalSumTests
{
    [Fact]
    public void Sum_EveryPlanAsPrefilled_IsTheFrameworkExactlyAndTheBridgeIsEmpty()
    {
        var sum = PlanCase.Sum(PlanCase.England, _ => []);
        Assert.Empty(sum.Bridge);
        Assert.All(PlanCase.England.Lines, line => Assert.Equal(sum.NationalOf(line).ToArray(), sum.SumOf(line)));
        Assert.All(Enumerable.Range(0, PlanCase.England.Quarters.Count), quarter => Assert.Equal(sum.TotalIn(quarter).National, sum.TotalIn(quarter).Sum));
    }

    [Fact]
    public void Sum_FourThingsDifferent_AreNamedWithExactAmountsAndExplainTheWholeDifference()
    {
        var basis = PlanCase.England;
        var sum = PlanCase.Sum(
            basis,
            place => place switch
            {
                "QKK" => [PlanCase.More(basis, "QKK", PlanCase.Nurses, 7, 5)],
                "QMF" => [PlanCase.More(basis, "QMF", PlanCase.Nurses, -3.25m, 9)],
                "QWE" => [PlanCase.LeavingOfNurses("9.5")],
                _ => [],
            },
            "QRL");
        Assert.Equal(
            [(BridgeKind.BeyondAllocation, "QKK"), (BridgeKind.NotTakenUp, "QMF"), (BridgeKind.NotSubmitted, "QRL"), (BridgeKind.OtherAssumption, "QWE")],
            sum.Bridge.Select(entry => (entry.Kind, entry.Plan.Place)).OrderBy(entry => entry.Place, StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(0, basis.Quarters.Count).Select(q => q < 5 ? 0m : 7m), sum.Bridge.Single(entry => entry.Kind == BridgeKind.BeyondAllocation).Posts);
        Assert.Equal(Enumerable.Range(0, basis.Quarters.Count).Select(q => q < 9 ? 0m : -3.25m), sum.Bridge.Single(entry => entry.Kind == BridgeKind.NotTakenUp).Posts);
        Assert.Contains("Nurses and health visitors: 9.5 instead of ", sum.Bridge.Single(entry => entry.Kind == BridgeKind.OtherAssumption).Text, StringComparison.Ordinal);
        Assert.All(basis.Lines, line => Assert.Equal(
            sum.SumOf(line), sum.NationalOf(line).ToArray().Select((national, q) => national + sum.Bridge.Where(entry => entry.Line == line).Sum(entry => entry.Posts[q]))));
    }
}
