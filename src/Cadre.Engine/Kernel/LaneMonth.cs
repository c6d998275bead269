using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>The account of one cohort in one month of eight futures: <see cref="CohortMonth"/> lane by lane.</summary>
internal struct LaneMonth
{
    /// <summary>Staff in post at the start of the month.</summary>
    public LaneAmount Opening;

    /// <summary>Hired in the month.</summary>
    public LaneAmount Joiners;

    /// <summary>Came from elsewhere.</summary>
    public LaneAmount MovesIn;

    /// <summary>Left in the month.</summary>
    public LaneAmount Leavers;

    /// <summary>Went elsewhere.</summary>
    public LaneAmount MovesOut;

    /// <summary>Published regrading, either sign.</summary>
    public LaneAmount Adjustment;

    /// <summary>Staff in post at the end of the month.</summary>
    public LaneAmount Closing;

    /// <summary>Change of FTE per head, FTE, either sign.</summary>
    public Lanes Hours;

    /// <summary>Funded posts in the month, FTE.</summary>
    public Lanes Posts;

    /// <summary>Temporary staff in vacant posts at the end of the month, FTE.</summary>
    public Lanes Cover;

    /// <summary>Posts above staff at the end of the month, FTE, 0 or more.</summary>
    public readonly Lanes Vacancies => Lane.AtLeast(0, Posts - Closing.Fte);

    /// <summary>Staff above posts at the end of the month, FTE, 0 or more.</summary>
    public readonly Lanes OverEstablishment => Lane.AtLeast(0, Closing.Fte - Posts);

    /// <summary>The account of one future.</summary>
    public readonly CohortMonth In(int lane)
    {
        Amount Of(in LaneAmount amount) => new(amount.Heads[lane], amount.Fte[lane]);
        return new CohortMonth
        {
            Opening = Of(Opening),
            Joiners = Of(Joiners),
            MovesIn = Of(MovesIn),
            Leavers = Of(Leavers),
            MovesOut = Of(MovesOut),
            Adjustment = Of(Adjustment),
            Closing = Of(Closing),
            Hours = Hours[lane],
            Posts = Posts[lane],
            Cover = Cover[lane],
        };
    }
}
