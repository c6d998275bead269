using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>Arrivals of the three kinds of source against answers worked out by hand (docs/method.md section 3.3).</summary>
public sealed class SourceArrivalsTests
{
    private const double Exact = 1e-12;

    private static readonly TrainingStage Degree = new() { Code = "degree", Name = "Degree", Months = 6, GapMonths = 2 };

    /// <summary>By month (0 holds nothing): arrivals of the only source.</summary>
    private static double[] Arrivals(ModelBuilder builder, int months, params IReadOnlyList<Lever> levers) =>
        [0, .. LeftOverAndArrivals(builder, months, levers)[1..]];

    /// <summary>What earlier arrivals left over, then arrivals by month, of the only source.</summary>
    private static double[] LeftOverAndArrivals(ModelBuilder builder, int months, params IReadOnlyList<Lever> levers)
    {
        var model = builder.Trust(1000, 900).Build();
        var prepared = new PreparedModel(model);
        var scenario = new Scenario { Name = "test", Title = "Test", Levers = levers };
        return Assert.Single(new SourceArrivals(prepared, new LeverSchedule(prepared, scenario)).InFuture(FutureParameters.Central(prepared), months));
    }

    /// <summary>A lever that works whole from month <paramref name="month"/> of the run on.</summary>
    private static Lever From(int month, LeverParameter parameter, LeverEffect effect, double size, int? stage = null) => new()
    {
        Id = "lever",
        Parameter = parameter,
        Supply = 0,
        Stage = stage,
        Effect = effect,
        Size = size,
        Start = new CalendarMonth(2025, 10).PlusMonths(month - 1),
    };

    private static void AssertOnly(double[] arrivals, params ReadOnlySpan<(int Month, double Heads)> expected)
    {
        var whole = new double[arrivals.Length];
        foreach (var (month, heads) in expected)
            whole[month] = heads;
        Assert.All(arrivals, (heads, month) => Assert.Equal(whole[month], heads, Exact * Math.Max(1, whole[month])));
    }

    private static SupplySource Course(Intake[] intakes, params TrainingStage[] stages) =>
        new() { Code = "course", Name = "A course", Kind = SupplyKind.Education, StaffGroup = 1, Stages = stages, Intakes = intakes };

    private static ModelBuilder OneStage(TrainingStage stage, params Intake[] intakes) => new ModelBuilder().Source(
        Course(intakes, stage), (Parameter.PlacesFilled, null, 0.9), (Parameter.NeverQualifying, null, 0.2), (Parameter.SeekingPost, null, 0.5));

    private static ModelBuilder Returning(int months) => new ModelBuilder().Source(
        new SupplySource { Code = "returning", Name = "Returning", Kind = SupplyKind.ReturnToPractice, StaffGroup = 1, Months = months, Outside = 1000 },
        (Parameter.Uptake, null, 0.12), (Parameter.Completion, null, 0.8));

    private static ModelBuilder Abroad(double perYear, double? floor = null, double? ceiling = null) => new ModelBuilder().Source(
        new SupplySource { Code = "abroad", Name = "Abroad", Kind = SupplyKind.International, StaffGroup = 1, Floor = floor, Ceiling = ceiling },
        (Parameter.International, null, perYear));

    [Fact]
    public void Education_OneStage_YieldArrivesLengthAndGapLater() =>
        AssertOnly(Arrivals(OneStage(Degree, new Intake(3, 100)), 24), (3 + 6 + 2, 100 * 0.9 * 0.8 * 0.5));

    [Fact]
    public void Education_ArrivalAfterTheRun_IsNotCounted() => AssertOnly(Arrivals(OneStage(Degree, new Intake(3, 100)), 10));

    [Fact]
    public void Education_PeopleInTrainingOnTheOpeningDay_Arrive() =>
        AssertOnly(
            Arrivals(OneStage(Degree, new Intake(-8, 70), new Intake(-7, 80), new Intake(-2, 90), new Intake(0, 100)), 12),
            (1, 80 * 0.36), (6, 90 * 0.36), (8, 100 * 0.36));

    [Fact]
    public void Education_InterruptedAndLate_SplitTheFinishers()
    {
        var builder = new ModelBuilder().Source(
            Course([new Intake(1, 100)], Degree with { InterruptionMonths = 12, LateMonths = 3 }),
            (Parameter.PlacesFilled, null, 1), (Parameter.NeverQualifying, null, 0.2), (Parameter.Interrupted, null, 0.1), (Parameter.Late, null, 0.25), (Parameter.SeekingPost, null, 0.5));
        AssertOnly(Arrivals(builder, 30), (9, 80 * 0.65 * 0.5), (12, 80 * 0.25 * 0.5), (21, 80 * 0.1 * 0.5));
    }

    [Fact]
    public void Education_TwoStages_GoingOnStartTheSecondAfterTheGap()
    {
        var second = new TrainingStage { Code = "core", Name = "Core", Months = 12, LateMonths = 4, GapMonths = 0 };
        var builder = new ModelBuilder().Source(
            Course([new Intake(-4, 200)], Degree, second),
            (Parameter.PlacesFilled, null, 0.5), (Parameter.NeverQualifying, null, 0.2), (Parameter.NeverQualifying, 1, 0.1),
            (Parameter.Late, 1, 0.25), (Parameter.GoingOn, 0, 0.6), (Parameter.SeekingPost, null, 0.5));
        // Starts in month -4, finishes in 2, starts the second stage in 4, finishes it in 16 or 20.
        var finished = 200 * 0.5 * 0.8 * 0.6 * 0.9;
        AssertOnly(Arrivals(builder, 36), (16, finished * 0.75 * 0.5), (20, finished * 0.25 * 0.5));
    }

    [Fact]
    public void Education_LossesChangedMidCourse_AreTheProductOfTheMonthsSurvivals()
    {
        // Losses of an intake in month 1 fall in months 2 to 7; the lever works in months 5 to 7.
        var arrivals = Arrivals(OneStage(Degree, new Intake(1, 100)), 12, From(5, LeverParameter.NeverQualifying, LeverEffect.Add, 0.1));
        AssertOnly(arrivals, (9, 90 * Math.Pow(0.8, 3 / 6.0) * Math.Pow(0.7, 3 / 6.0) * 0.5));
    }

    [Fact]
    public void Education_LossesOfOneStageChanged_LeaveTheOther()
    {
        var builder = new ModelBuilder().Source(
            Course([new Intake(1, 100)], Degree, Degree with { Code = "core" }),
            (Parameter.PlacesFilled, null, 1), (Parameter.NeverQualifying, null, 0.2), (Parameter.GoingOn, null, 1), (Parameter.SeekingPost, null, 1));
        var arrivals = Arrivals(builder, 24, From(1, LeverParameter.NeverQualifying, LeverEffect.Multiply, -0.5, stage: 1));
        AssertOnly(arrivals, (17, 100 * 0.8 * 0.9));
    }

    [Fact]
    public void Education_PlacesAndFilled_AreThoseOfTheStartingMonth()
    {
        var builder = OneStage(Degree, new Intake(1, 100), new Intake(2, 100));
        AssertOnly(Arrivals(builder, 12, From(2, LeverParameter.Places, LeverEffect.Add, 50)), (9, 36), (10, 54));
        var again = OneStage(Degree, new Intake(1, 100), new Intake(2, 100));
        AssertOnly(Arrivals(again, 12, From(2, LeverParameter.PlacesFilled, LeverEffect.Add, -0.45)), (9, 36), (10, 18));
    }

    [Fact]
    public void Education_SeekingAPost_IsThatOfTheFinishingMonth()
    {
        // Finished in months 7 and 8, candidates in 9 and 10.
        var builder = OneStage(Degree, new Intake(1, 100), new Intake(2, 100));
        AssertOnly(Arrivals(builder, 12, From(8, LeverParameter.SeekingPost, LeverEffect.Multiply, 1)), (9, 36), (10, 72));
    }

    [Fact]
    public void ReturnToPractice_NoLever_StockRunsDownExponentially()
    {
        var arrivals = Arrivals(Returning(months: 3), 24);
        var first = 1000 * (1 - Math.Exp(-0.01)) * 0.8;
        // Those who started before month 1 arrive in months 1 to 3, as many as would have started in month 1.
        Assert.All(arrivals[1..5], heads => Assert.Equal(first, heads, 1e-11));
        Assert.All(Enumerable.Range(4, 21), month => Assert.Equal(first * Math.Exp(-0.01 * (month - 4)), arrivals[month], 1e-11));
    }

    [Fact]
    public void ReturnToPractice_WithoutRetraining_EverybodyComesOnce()
    {
        var arrivals = Arrivals(Returning(months: 0), 600);
        Assert.Equal(800 * (1 - Math.Exp(-0.12 * 50)), arrivals.Sum(), 1e-9);
    }

    [Fact]
    public void ReturnToPractice_UptakeLever_WorksOnStartsFromItsMonthOn()
    {
        var arrivals = Arrivals(Returning(months: 2), 12, From(1, LeverParameter.Uptake, LeverEffect.Multiply, 1));
        Assert.All(arrivals[1..3], heads => Assert.Equal(1000 * (1 - Math.Exp(-0.01)) * 0.8, heads, 1e-11));
        Assert.All(Enumerable.Range(3, 10), month => Assert.Equal(1000 * Math.Exp(-0.02 * (month - 3)) * (1 - Math.Exp(-0.02)) * 0.8, arrivals[month], 1e-11));
    }

    [Fact]
    public void ReturnToPractice_CompletionLever_WorksOnThoseWhoFinish()
    {
        var arrivals = Arrivals(Returning(months: 2), 3, From(2, LeverParameter.Completion, LeverEffect.Add, 0.5));
        var started = 1000 * (1 - Math.Exp(-0.01));
        AssertOnly(arrivals, (1, started * 0.8), (2, started), (3, started));
    }

    [Theory]
    [InlineData(120, null, null, 10)]
    [InlineData(120, 180.0, null, 15)]
    [InlineData(120, 60.0, 84.0, 7)]
    [InlineData(120, 60.0, 180.0, 10)]
    [InlineData(120, null, 0.0, 0)]
    public void International_FloorAndCeiling_HoldTheYearsNumber(double perYear, double? floor, double? ceiling, double perMonth) =>
        Assert.All(Arrivals(Abroad(perYear, floor, ceiling), 24)[1..], heads => Assert.Equal(perMonth, heads, Exact));

    [Fact]
    public void International_LeverThatStopsIt_LeavesTheFloor()
    {
        var arrivals = Arrivals(Abroad(120, floor: 24), 6, From(4, LeverParameter.International, LeverEffect.Multiply, -1));
        AssertOnly(arrivals, (1, 10), (2, 10), (3, 10), (4, 2), (5, 2), (6, 2));
    }

    [Fact]
    public void LeftOver_EducationThatFinishedBeforeTheRun_WaitsAsThePoolWouldHaveKeptIt()
    {
        // 80 starters finish and arrive two months before the opening day: 28.8 candidates in month -2, of whom the
        // pool hires phi in each of months -2, -1 and 0 and keeps 75% of the rest in between.
        var leftOver = LeftOverAndArrivals(OneStage(Degree, new Intake(-10, 80)), 3)[0];
        var phi = 1 - Math.Exp(-1 / 3.0);
        Assert.Equal(80 * 0.36 * (1 - phi) * Math.Pow(0.75 * (1 - phi), 2), leftOver, 1e-12);
    }

    [Fact]
    public void LeftOver_ConstantArrivals_AreThoseOfASettledPool()
    {
        var phi = 1 - Math.Exp(-1 / 3.0);
        var lever = From(1, LeverParameter.International, LeverEffect.Multiply, -1);
        Assert.Equal(10 * (1 - phi) / (1 - (0.75 * (1 - phi))), LeftOverAndArrivals(Abroad(120, null, null), 3, lever)[0], 1e-12);
    }
}
