using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Tests.Plans;

public sealed class SupplyClaimsTests
{
    private static readonly PlanBasis England = PlanCase.England;

    private static readonly NationalSession Session = new(England.Model, new RunOptions { Months = England.Framework.RunMonths, Futures = 1 });

    [Fact]
    public void Of_TwoPlacesWantTheSameNurses_ClaimMoreThanThePoolGivesAndGetsAreItsHires()
    {
        var plans = PlanCase.Sum(England, place => place is "QKK" or "QWE" ? [PlanCase.More(England, place, PlanCase.Nurses, 400, 2)] : []).Plans;
        var joint = Session.Central(PlanScenario.Of(England, plans.Select(plan => plan.Place)));
        var claims = SupplyClaims.Of(Session, plans);
        foreach (var pool in claims)
        {
            var hired = Enumerable.Range(1, joint.Months).Where(month => FinancialYear.Of(England.Model.MonthAt(month)) == pool.Year).Sum(month => joint.Pools.AllCandidatesOf(pool.Pool, month).Hired);
            Assert.Equal(hired, pool.Gets, 1e-6);
            Assert.Equal(pool.Claimed, pool.Sources.Sum(source => source.Claimed), 1e-6);
        }

        var london = claims.Where(pool => IsOf(pool, "nurses", "Y56")).MaxBy(pool => pool.Over)!;
        Assert.True(london.Over > 20);
        Assert.Equal(["QKK", "QWE"], london.Places.OrderByDescending(place => place.Claimed - place.Framework).Take(2).Select(place => place.Plan.Place).Order(StringComparer.Ordinal));
        Assert.All(london.Places.Where(place => place.Plan.Place is "QKK" or "QWE"), place => Assert.True(place.Gets < place.Claimed));
        Assert.DoesNotContain(claims, pool => IsOf(pool, "doctors", "Y56") && pool.IsOverClaimed);
    }

    [Fact]
    public void Of_PlansAsPrefilled_ClaimWhatTheFrameworkGivesThem() =>
        Assert.All(SupplyClaims.Of(Session, PlanCase.Sum(England, _ => []).Plans), pool => Assert.All(pool.Places, place => Assert.Equal((place.Framework, place.Framework), (place.Claimed, place.Gets))));

    [Fact]
    public void EffectsOf_ALever_IsTheRunWithItLessTheRunWithout()
    {
        var sum = PlanCase.Sum(England, place => place switch
        {
            "QKK" => [PlanCase.RetentionOfNurses("-2", "2026-04"), PlanCase.More(England, "QKK", PlanCase.Nurses, 50, 2)],
            "QWE" => [PlanCase.LeavingOfNurses("5")],
            _ => [],
        });
        var effects = StaffEffectService.EffectsOf(sum, [.. sum.Bridge.Where(entry => entry.IsOfStaff)], Session);
        var (lever, assumption) = (effects.Single(effect => effect.Key.Section == SectionName.Levers).Value, effects.Single(effect => effect.Key.Section == SectionName.Assumptions).Value);
        var without = PlanCase.Sum(England, place => place switch
        {
            "QKK" => [PlanCase.More(England, "QKK", PlanCase.Nurses, 50, 2)],
            "QWE" => [PlanCase.LeavingOfNurses("5")],
            _ => [],
        });
        CentralRun Run(NationalSum plans) => Session.Central(PlanScenario.Of(England, plans.Plans.Select(plan => plan.Place)));
        double InPlace(CentralRun run) => England.Lines.Sum(line => England.CohortsOf(England.PlaceOf("QKK")!.Value, line).Sum(cohort => cohort.Weight * run.Account(66)[cohort.Cohort].Closing.Fte));
        var (with, alone) = (Run(sum), Run(without));
        Assert.Equal(66, lever.Month);
        Assert.Equal(with.StaffFte(66) - alone.StaffFte(66), lever.Nation);
        Assert.Equal(InPlace(with) - InPlace(alone), lever.Place, 1e-6);
        Assert.True(lever.Place > 1);
        Assert.True(assumption.Place > 0);
    }

    private static bool IsOf(PoolClaims pool, string group, string catchment) =>
        England.Model.StaffGroups[England.Model.Pools[pool.Pool].StaffGroup].Code == group && England.Model.Places[England.Model.Pools[pool.Pool].Catchment].Code == catchment;
}
