using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

/// <summary>Levers that change need: hours available and new roles, by hand.</summary>
public sealed class NeedLeversTests
{
    private static readonly Need Nurses = new() { Place = 2, Service = 0, StaffGroup = 1, Method = NeedMethod.Trajectory, Trajectory = [new NeedPoint(0, 100)] };

    /// <summary>A hundred FTE of nurses needed and ten of peer workers, 1.5 of whom replace a nurse and take a tenth of one to supervise.</summary>
    private static NationalModel WithRole(double hours = 1600)
    {
        var model = new ModelBuilder().With(Parameter.HoursAvailable, hours).Trust(100, 90).Build();
        return model with
        {
            StaffGroups = [.. model.StaffGroups, model.StaffGroups[1] with { Code = "peers", Name = "Peer workers" }],
            Needs = [Nurses, Nurses with { StaffGroup = 2, Trajectory = [new NeedPoint(0, 10)] }],
            Substitutions = [new Substitution { Code = "peer", Name = "Peer support", FromStaffGroup = 1, ToStaffGroup = 2, Exchange = 1.5, Supervision = 0.1 }],
        };
    }

    private static double[] Needs(NationalModel model, int month, params IReadOnlyList<Lever> levers) =>
    [
        .. NationalRun.Run(model, new RunOptions { Months = month, Futures = 3, Scenario = Levers.Scenario(levers) }).Needs(month)
            .Where(row => row.Place == 2).OrderBy(row => row.StaffGroup).Select(row => row.Need),
    ];

    [Fact]
    public void Substitution_AFifth_MovesNeedAndAsksForSupervision()
    {
        var lever = Levers.Of(LeverParameter.Substitution, LeverEffect.Add, 0.2) with { Ramp = Ramp.Linear, RampMonths = 4 };
        var model = WithRole();
        Assert.Equal([100, 10], Needs(model, 12));
        // A twentieth in the first month, a fifth from the fourth on: 20 nurses' work, done by 30, who take 3 nurses.
        Assert.Equal(100 - 5 + 0.75, Needs(model, 1, lever)[0], 1e-9);
        Assert.Equal([83, 40], Needs(model, 12, lever));
        Assert.Equal([100, 10], Needs(model, 12, lever with { Size = 0 }));
    }

    [Fact]
    public void Substitution_NoNeedOfTheNewRole_IsNotDone()
    {
        var model = WithRole() with { Needs = [Nurses] };
        Assert.Equal([100], Needs(model, 12, Levers.Of(LeverParameter.Substitution, LeverEffect.Add, 0.2)));
    }

    [Fact]
    public void HoursAvailable_LessSickness_NeedsFewer()
    {
        var model = WithRole() with { Needs = [Nurses with { Method = NeedMethod.Cover, Positions = 1, HoursPerWeek = 168 }] };
        var lever = Levers.Of(LeverParameter.HoursAvailable, LeverEffect.Add, 100) with { Start = new CalendarMonth(2026, 1) };
        Assert.Equal(168 * 52.14 / 1600, Needs(model, 3, lever)[0], 1e-9);
        Assert.Equal(168 * 52.14 / 1700, Needs(model, 4, lever)[0], 1e-9);
    }

    [Fact]
    public void HoursAvailable_InEveryFuture_AreChangedFromWhatItDraws()
    {
        var builder = new ModelBuilder().With(Parameter.HoursAvailable, 1400, 1500, 1600, DistributionFamily.Uniform).Trust(100, 90).Build();
        var model = builder with { Needs = [Nurses with { Method = NeedMethod.Cover, Positions = 1, HoursPerWeek = 168 }] };
        var lever = Levers.Of(LeverParameter.HoursAvailable, LeverEffect.Multiply, 0.1);
        NeedRow Nation(params IReadOnlyList<Lever> levers) => NationalRun.Run(model, new RunOptions { Months = 2, Futures = 20, Scenario = Levers.Scenario(levers) }).Needs(2)[0];
        Assert.Equal(Nation().NeedSummary.P95 / 1.1, Nation(lever).NeedSummary.P95, 1e-9);
    }

    [Fact]
    public void Levers_OfNeed_AreInLeversCsvAndHeldAtTheirBounds()
    {
        var model = WithRole();
        var result = NationalRun.Run(model, new RunOptions
        {
            Months = 2, Futures = 1, Scenario = Levers.Scenario(Levers.Of(LeverParameter.Substitution, LeverEffect.Add, 1.2), Levers.Of(LeverParameter.HoursAvailable, LeverEffect.Add, 50)),
        });
        Assert.Equal([(LeverParameter.Substitution, 1, 1), (LeverParameter.HoursAvailable, 2, 0), (LeverParameter.Substitution, 1, 1), (LeverParameter.HoursAvailable, 2, 0)], result.Levers.Select(row => (row.Lever.Parameter, row.WorksOn, row.Held)));
        Assert.Equal(0.2, result.Levers[0].Withheld, 1e-12);
    }

    [Fact]
    public void CoverShare_BankToSubstantive_CoversLess()
    {
        var model = new ModelBuilder().With(Parameter.CoverShare, 0.8).Trust(100, 80).Build();
        double Cover(params IReadOnlyList<Lever> levers) => NationalRun.Central(model, 1, Levers.Scenario(levers)).Account(1)[0].Cover;
        Assert.Equal(16, Cover(), 1e-9);
        Assert.Equal(10, Cover(Levers.Of(LeverParameter.CoverShare, LeverEffect.Add, -0.3)), 1e-9);
    }
}
