namespace Cadre.Core.Plans;

/// <summary>What the place that plans is compared by with the others (docs/plans.md, "Among its peers").</summary>
public enum PeerMeasure
{
    /// <summary>Posts on the opening day for 100,000 people.</summary>
    PostsPer100000,

    /// <summary>Vacant posts on the opening day, share of the posts.</summary>
    VacancyRate,

    /// <summary>Leavers of the central run's first twelve months over the mean of staff at their beginning and end, heads.</summary>
    LeavingRate,

    /// <summary>Posts on the opening day, share of the nation's.</summary>
    ShareOfNation,
}

/// <summary>Where a line of a place stands among the same line of the other places that plan.</summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Own">The place's.</param>
/// <param name="All">Those of all places that have one, its own among them, from the lowest.</param>
public sealed record PlanPeer(PeerMeasure Measure, double Own, IReadOnlyList<double> All)
{
    /// <summary>1 for the highest; places alike have the same.</summary>
    public int Rank => 1 + All.Count(other => other > Own);

    /// <summary>How many have exactly the same, itself among them.</summary>
    public int Alike => All.Count(other => other == Own);

    /// <summary>Half of the places have this or more.</summary>
    public double Middle => All[All.Count / 2];
}
