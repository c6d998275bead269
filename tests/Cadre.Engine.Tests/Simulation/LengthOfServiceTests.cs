using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>Bands of length of service against answers worked out by hand.</summary>
public sealed class LengthOfServiceTests
{
    private static readonly LengthOfServiceBand[] TwoYears = [new("new", 24, 3), new("settled", 0, 1)];

    private static LengthOfServiceTables Tables(double leaving) =>
        new(TwoYears, [.. Enumerable.Repeat(leaving, Ages.Count)], [1, .. new double[Ages.Count - 1]]);

    [Fact]
    public void OpeningShare_NobodyLeaves_IsWhoStillServesInTheFirstBand()
    {
        // All join at 16 in twelve equal months, the last with no month served: at 16 years the share still in the first band is the mean of (23/24)^k, k = 0..11.
        var tables = Tables(0);
        double Still(int from) => Enumerable.Range(from, 12).Average(k => Math.Pow(23.0 / 24, k));
        // The opening day is a birthday: who joined at 16 is 17.
        Assert.Equal(Still(0), tables.OpeningShare[1], 1e-12);
        Assert.Equal(Still(12), tables.OpeningShare[2], 1e-12);
        Assert.All(Enumerable.Range(0, Ages.Count), a => Assert.Equal(1, tables.OpeningShare[a] + tables.OpeningShare[Ages.Count + a], 1e-12));
    }

    [Fact]
    public void Multiplier_WithinAnAge_AveragesToOne()
    {
        var tables = Tables(0.1);
        Assert.All(Enumerable.Range(0, Ages.Count), a => Assert.Equal(
            1, (tables.OpeningShare[a] * tables.Multiplier[a]) + (tables.OpeningShare[Ages.Count + a] * tables.Multiplier[Ages.Count + a]), 1e-12));
        Assert.Equal(3, tables.Multiplier[5] / tables.Multiplier[Ages.Count + 5], 1e-12);
    }

    [Fact]
    public void Run_NewStartersLeaveFaster_LeavingFollowsTheMixOfService()
    {
        var builder = new ModelBuilder { LengthOfService = TwoYears }.With(Parameter.LeavingRate, 0.12).Trust(1000, 900);
        var account = NationalRun.Run(builder.Build(), new RunOptions { Months = 24, Futures = 1, Threads = 1 }).Account(24)[0];
        // With nobody hired the new become settled, and leaving falls below that of a group without bands.
        Assert.True(account.Closing.Heads > 1000 * Math.Exp(-0.24) * 1.001);
        Assert.Equal(account.Opening.Heads - account.Leavers.Heads, account.Closing.Heads, 1e-9);
    }

    [Fact]
    public void Run_EqualMultipliers_IsAsWithoutBands()
    {
        LengthOfServiceBand[] same = [new("new", 24, 2), new("settled", 0, 2)];
        double Closing(LengthOfServiceBand[] bands) => NationalRun.Run(
            new ModelBuilder { LengthOfService = bands, InflowPerYear = 60, OpeningPool = 10 }.With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build(),
            new RunOptions { Months = 36, Futures = 1, Threads = 1 }).Account(36)[0].Closing.Heads;
        Assert.Equal(Closing([]), Closing(same), 1e-9);
    }

    [Fact]
    public void Serve_ThreeBands_NobodyPassesTwoInAMonth()
    {
        var tables = new LengthOfServiceTables([new("a", 2, 1), new("b", 4, 1), new("c", 0, 1)], new double[Ages.Count], [1, .. new double[Ages.Count - 1]]);
        var heads = new double[3 * Ages.Count];
        (heads[0], heads[Ages.Count]) = (100, 40);
        tables.Serve(heads);
        Assert.Equal((50.0, 80.0, 10.0), (heads[0], heads[Ages.Count], heads[2 * Ages.Count]));
    }
}
