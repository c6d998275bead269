using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// What the published age bands of one leaf staff group say of each age class (docs/method.md sections 2
/// and 3.2). Arrays have one element per class of <see cref="Ages"/>.
/// </summary>
internal sealed class GroupTables
{
    public GroupTables(StaffGroup group)
    {
        var bands = group.AgeBands;
        int[] edges = [bands[0].From, .. bands.Select(band => band.To)];
        StockShare = Whole(MonotoneCubic.SpreadToAges(edges, [.. bands.Select(band => band.StockShare)]));
        FtePerHead = [.. Enumerable.Range(0, 12).Select(month => FtePerHeadAt(bands, month)), OnTheBirthday(bands)];
        AgeMultiplier = Normalised(bands, StockShare, FtePerHead[0]);
        Exits = ExitTable.Of(group);
        Joiners = new JoinerTables(edges, [.. bands.Select(band => band.JoinerShare)], FtePerHead);
        StockFtePerHead = [.. FtePerHead.Select(w => Dot(StockShare, w))];
        Service = new LengthOfServiceTables(group.LengthOfService, LeavingByAge(bands), Joiners.Share);
        LeavingMultiplier = [.. Service.Multiplier.Select((multiplier, i) => AgeMultiplier[i % Ages.Count] * multiplier)];
        LeavingRuns = [.. RunsOf(LeavingMultiplier)];
        FtePerHeadChange = [.. FtePerHead.Skip(1).Select((after, month) => after.Zip(FtePerHead[month], (there, before) => there - before).ToArray())];
    }

    /// <summary>Share of the opening heads.</summary>
    public double[] StockShare { get; }

    /// <summary>
    /// FTE per head, by months since the last birthday (0 to 12), before the cohort's own factor. At 12 a
    /// class reads what it will read one class up; the last class stays where it is.
    /// </summary>
    public double[][] FtePerHead { get; }

    /// <summary>Leaving of an age over the group's, weighted by opening FTE to a mean of 1.</summary>
    public double[] AgeMultiplier { get; }

    /// <summary>The bands of length of service.</summary>
    public LengthOfServiceTables Service { get; }

    /// <summary>Leaving of an age and band over the group's, by band, then age.</summary>
    public double[] LeavingMultiplier { get; }

    /// <summary>Neighbouring ages of a band whose leaving is the same, in the order of <see cref="LeavingMultiplier"/>.</summary>
    public LeavingRun[] LeavingRuns { get; }

    /// <summary>What FTE per head gains in a month by age, by months since the last birthday at its start (0 to 11).</summary>
    public double[][] FtePerHeadChange { get; }

    /// <summary>The exits, one at least.</summary>
    public ExitTable[] Exits { get; }

    /// <summary>Whether some of those who go want to move to another place of the framework.</summary>
    public bool HasMovers => Exits.Any(table => table.Exit == Exit.MovedWithin);

    /// <summary>The ages of those who join, unless their source has its own.</summary>
    public JoinerTables Joiners { get; }

    /// <summary>FTE per head with the opening ages, by months since the last birthday.</summary>
    public double[] StockFtePerHead { get; }

    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    private static IEnumerable<LeavingRun> RunsOf(double[] multiplier)
    {
        var start = 0;
        for (var i = 1; i <= multiplier.Length; i++)
        {
            if (i < multiplier.Length && i % Ages.Count != 0 && multiplier[i] == multiplier[start]) continue;
            yield return new LeavingRun(start, i, multiplier[start]);
            start = i;
        }
    }

    private static double[] FtePerHeadAt(IReadOnlyList<AgeBand> bands, int month)
    {
        var result = new double[Ages.Count];
        for (var a = 0; a < result.Length; a++)
            result[a] = FtePerHeadAt(bands, Ages.First + a + (month / 12.0));
        return result;
    }

    /// <summary>The shares over their sum, so that rounding in a file neither makes people nor loses them.</summary>
    public static double[] Whole(double[] shares)
    {
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    private static double[] OnTheBirthday(IReadOnlyList<AgeBand> bands)
    {
        var atBirthday = FtePerHeadAt(bands, 0);
        return [.. atBirthday[1..], atBirthday[^1]];
    }

    private static double FtePerHeadAt(IReadOnlyList<AgeBand> bands, double age)
    {
        var above = 0;
        while (above < bands.Count && Midpoint(bands[above]) < age)
            above++;
        if (above == 0) return bands[0].FtePerHead;
        if (above == bands.Count) return bands[^1].FtePerHead;
        var (low, high) = (bands[above - 1], bands[above]);
        var way = (age - Midpoint(low)) / (Midpoint(high) - Midpoint(low));
        return low.FtePerHead + (way * (high.FtePerHead - low.FtePerHead));
    }

    private static double Midpoint(AgeBand band) => (band.From + band.To) / 2.0;

    private static double[] Normalised(IReadOnlyList<AgeBand> bands, double[] share, double[] ftePerHead)
    {
        if (!bands.Any(band => band.StockShare > 0 && band.LeavingRate > 0)) return [.. share.Select(_ => 1.0)];
        var rate = LeavingByAge(bands);
        double fte = 0, leaving = 0;
        for (var a = 0; a < rate.Length; a++)
        {
            fte += share[a] * ftePerHead[a];
            leaving += share[a] * ftePerHead[a] * rate[a];
        }

        var mean = leaving / fte;
        return [.. rate.Select(r => r / mean)];
    }

    /// <summary>The published rate of each age, share per year.</summary>
    private static double[] LeavingByAge(IReadOnlyList<AgeBand> bands) =>
        [.. Enumerable.Range(Ages.First, Ages.Count).Select(age => BandOf(bands, age).LeavingRate)];

    /// <summary>The band that holds the age; the nearest one outside them all.</summary>
    private static AgeBand BandOf(IReadOnlyList<AgeBand> bands, int age) =>
        bands.FirstOrDefault(band => age < band.To) ?? bands[^1];
}
