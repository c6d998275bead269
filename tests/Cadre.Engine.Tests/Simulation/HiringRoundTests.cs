using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>Sharing scarce candidates, against the definition by bisection.</summary>
public sealed class HiringRoundTests
{
    private static readonly double[] Attractiveness = [0.5, 1, 2, 5];
    private static readonly double[] Vacancies = [40, 10, 30, 5];

    private static double[] Share(double candidates, out double hired)
    {
        var builder = new ModelBuilder();
        foreach (var attractiveness in Attractiveness)
            builder.Trust(100, 100, attractiveness: attractiveness);
        var prepared = new PreparedModel(builder.Build());
        var round = new HiringRound(prepared);
        var joinerFte = prepared.Groups[1].Joiners.FtePerHead[0];
        var staff = new Staff(prepared);
        for (var c = 0; c < Vacancies.Length; c++)
            (staff.Posts[c], staff.Fte[c]) = (100 + Vacancies[c], 100);
        hired = round.Share(0, 1, candidates, joinerFte, staff);
        return round.Hires;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(84.9)]
    public void Share_Scarce_HiresWantTimesLevelTimesAttractivenessUpToTheWant(double candidates)
    {
        var hires = Share(candidates, out var hired);
        double Sum(double level) => Vacancies.Select((want, i) => want * Math.Min(1, level * Attractiveness[i])).Sum();
        double low = 0, high = 10;
        for (var step = 0; step < 200; step++)
            (low, high) = Sum((low + high) / 2) < candidates ? ((low + high) / 2, high) : (low, (low + high) / 2);
        Assert.Equal(candidates, hired, 1e-10);
        Assert.All(hires, (heads, i) => Assert.Equal(Vacancies[i] * Math.Min(1, low * Attractiveness[i]), heads, 1e-9));
    }

    [Fact]
    public void Share_Plenty_FillsEveryWant()
    {
        var hires = Share(1000, out var hired);
        Assert.Equal(85, hired, 1e-12);
        Assert.All(hires, (heads, i) => Assert.Equal(Vacancies[i], heads, 1e-12));
    }
}
