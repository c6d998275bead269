using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// The bands of length of service of one leaf staff group: how the opening heads of an age spread over them, and how leaving differs
/// (docs/method.md sections 2.3 and 3.2). Arrays hold the ages of the first band, then those of the second, and so on.
/// </summary>
internal sealed class LengthOfServiceTables
{
    /// <summary>A working life in months: after it nobody of the first day is left.</summary>
    private const int StationaryMonths = 720;

    /// <param name="bands">The bands; none is one.</param>
    /// <param name="leaving">By age: leaving in a year, share.</param>
    /// <param name="joiners">By age: share of those who join.</param>
    public LengthOfServiceTables(IReadOnlyList<LengthOfServiceBand> bands, double[] leaving, double[] joiners)
    {
        Bands = Math.Max(1, bands.Count);
        Serving = [.. bands.Select(band => band.Months > 0 ? 1.0 / band.Months : 0)];
        OpeningShare = new double[Bands * Ages.Count];
        Multiplier = new double[OpeningShare.Length];
        if (bands.Count == 0)
        {
            Array.Fill(OpeningShare, 1);
            Array.Fill(Multiplier, 1);
            return;
        }

        SpreadOpening(Stationary(bands, leaving, joiners));
        NormaliseWithinAges(bands);
    }

    /// <summary>Number of bands, 1 or more.</summary>
    public int Bands { get; }

    /// <summary>By band: the share who come to the next one in a month; empty where there are no bands.</summary>
    public double[] Serving { get; }

    /// <summary>Share of an age's opening heads in each band; those of an age sum to 1.</summary>
    public double[] OpeningShare { get; }

    /// <summary>Leaving over the age's, with a mean of 1 over the age's opening heads.</summary>
    public double[] Multiplier { get; }

    /// <summary>Length of service moves on by a month: of each band but the last a share comes to the next one.</summary>
    /// <param name="heads">Heads by band and age.</param>
    /// <param name="luck">Draws who moves on; null for the share itself.</param>
    public void Serve(Span<double> heads, Luck? luck = null)
    {
        for (var n = Bands - 2; n >= 0; n--)
        {
            for (var a = 0; a < Ages.Count; a++)
            {
                var i = (n * Ages.Count) + a;
                var on = luck is null ? heads[i] * Serving[n] : luck.OutOf(heads[i], Serving[n]);
                heads[i] -= on;
                heads[i + Ages.Count] += on;
            }
        }
    }

    /// <summary>Everybody is a year older, each in their band; the last class keeps its own.</summary>
    /// <param name="heads">Heads by band and age, of whole bands.</param>
    public static void Age(Span<double> heads)
    {
        for (var start = 0; start < heads.Length; start += Ages.Count)
        {
            var band = heads.Slice(start, Ages.Count);
            band[^1] += band[^2];
            band[..^2].CopyTo(band[1..^1]);
            band[0] = 0;
        }
    }

    /// <summary>The heads after a working life in which as many join each month.</summary>
    private double[] Stationary(IReadOnlyList<LengthOfServiceBand> bands, double[] leaving, double[] joiners)
    {
        var stay = new double[OpeningShare.Length];
        for (var i = 0; i < stay.Length; i++)
            stay[i] = Elementary.Exp(-(leaving[i % Ages.Count] * bands[i / Ages.Count].LeavingMultiplier / 12));
        var heads = new double[stay.Length];
        for (var month = 1; month <= StationaryMonths; month++)
        {
            for (var i = 0; i < heads.Length; i++)
                heads[i] *= stay[i];
            Serve(heads);
            for (var a = 0; a < Ages.Count; a++)
                heads[a] += joiners[a] / 12;
            if (month % 12 == 0) Age(heads);
        }

        return heads;
    }

    private void SpreadOpening(double[] stationary)
    {
        for (var a = 0; a < Ages.Count; a++)
        {
            double all = 0;
            for (var i = a; i < stationary.Length; i += Ages.Count)
                all += stationary[i];
            for (var i = a; i < stationary.Length; i += Ages.Count)
                OpeningShare[i] = all > 0 ? stationary[i] / all : i == a ? 1 : 0;
        }
    }

    private void NormaliseWithinAges(IReadOnlyList<LengthOfServiceBand> bands)
    {
        for (var a = 0; a < Ages.Count; a++)
        {
            double mean = 0;
            for (var n = 0; n < Bands; n++)
                mean += OpeningShare[(n * Ages.Count) + a] * bands[n].LeavingMultiplier;
            for (var n = 0; n < Bands; n++)
                Multiplier[(n * Ages.Count) + a] = mean > 0 ? bands[n].LeavingMultiplier / mean : 1;
        }
    }
}
