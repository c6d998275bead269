using System.Text.Json;
using Cadre.Core.Plans;
using Cadre.Core.Words;

namespace Cadre.Web.Pages.Plans;

/// <summary>Where a line of a plan stands among its peers, in words and as the figures of a strip.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Value">The place's.</param>
/// <param name="Standing">Its rank, and what half of the places have.</param>
/// <param name="Strip">Every place's, for the script; empty where all are alike.</param>
public sealed record PeerRow(string What, string Value, string Standing, string Strip)
{
    /// <summary>The row of a peer.</summary>
    public static PeerRow Of(PlanPeer peer)
    {
        var isShare = peer.Measure != PeerMeasure.PostsPer100000;
        double Drawn(double value) => Math.Round(isShare ? 100 * value : value, 4);
        return new PeerRow(
            WhatOf(peer.Measure),
            ValueOf(peer), StandingOf(peer), peer.Alike == peer.All.Count ? "" : JsonSerializer.Serialize(new { unit = isShare ? "%" : "", own = Drawn(peer.Own), values = peer.All.Select(Drawn) }));
    }

    /// <summary>What is compared.</summary>
    public static string WhatOf(PeerMeasure measure) => measure switch
    {
        PeerMeasure.PostsPer100000 => "Posts for 100,000 people, opening day",
        PeerMeasure.VacancyRate => "Vacancy rate, opening day",
        PeerMeasure.LeavingRate => "Leaving rate, first 12 months",
        PeerMeasure.ShareOfNation => "Share of the nation's posts, opening day",
    };

    /// <summary>The place's value.</summary>
    public static string ValueOf(PlanPeer peer) => TextOf(peer, peer.Own);

    /// <summary>14th of 36 from the highest; half have 57.7% or more.</summary>
    public static string StandingOf(PlanPeer peer) => peer.Alike == peer.All.Count
        ? $"the same in all {peer.All.Count} places"
        : $"{RankOf(peer)} from the highest; half have {TextOf(peer, peer.Middle)} or more";

    /// <summary>14th of 36, counted from the highest; joint 2nd of 36; one of 36 alike.</summary>
    public static string RankOf(PlanPeer peer) =>
        peer.Alike == peer.All.Count ? $"one of {peer.All.Count} alike" : $"{(peer.Alike > 1 ? "joint " : "")}{Ordinal(peer.Rank)} of {peer.All.Count}";

    /// <summary>1st, 2nd, 3rd, 4th, 11th, 21st.</summary>
    public static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        (>= 11 and <= 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };

    private static string TextOf(PlanPeer peer, double value) => peer.Measure == PeerMeasure.PostsPer100000 ? Figures.Tenth(value) : Figures.FinePercent(value);
}
