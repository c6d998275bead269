using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>
/// Room for the state of a market in eight futures, wide enough for the largest. One market uses it at a time, so that the state of all of them
/// stays in the nearest caches however many there are. Belongs to one thread.
/// </summary>
internal sealed class MarketRoom
{
    private static readonly int LanesOfMonth = Unsafe.SizeOf<LaneMonth>() / Unsafe.SizeOf<Lanes>();

    private readonly LaneMemory _months;

    /// <param name="prepared">The model.</param>
    /// <param name="markets">The markets that use it.</param>
    public MarketRoom(PreparedModel prepared, Market[] markets)
    {
        var (cells, cohorts) = (markets.Max(market => market.CellsAt[^1]), markets.Max(market => market.Cohorts.Length));
        (Heads, Movers) = (new LaneMemory(cells), new LaneMemory(prepared.HasMovers ? cells : 0));
        (Fte, Posts, LeavingRates) = (new LaneMemory(cohorts), new LaneMemory(cohorts), new LaneMemory(cohorts));
        Exits = new LaneMemory(markets.Max(market => market.ExitsAt[^1]));
        _months = new LaneMemory(cohorts * LanesOfMonth);
    }

    /// <summary>By cell: heads.</summary>
    public LaneMemory Heads { get; }

    /// <summary>By cell: of these, who wants to move; empty in a model in which nobody does.</summary>
    public LaneMemory Movers { get; }

    /// <summary>By cohort: FTE as the month goes on.</summary>
    public LaneMemory Fte { get; }

    /// <summary>By cohort: posts in the month.</summary>
    public LaneMemory Posts { get; }

    /// <summary>By cohort: the rate that <see cref="Exits"/> are of.</summary>
    public LaneMemory LeavingRates { get; }

    /// <summary>By cohort and run of ages that leave alike: the share that leaves in the month.</summary>
    public LaneMemory Exits { get; }

    /// <summary>By cohort: the month's account.</summary>
    public Span<LaneMonth> Months(int cohorts) => MemoryMarshal.Cast<Lanes, LaneMonth>(_months.Slice(0, cohorts * LanesOfMonth));
}
