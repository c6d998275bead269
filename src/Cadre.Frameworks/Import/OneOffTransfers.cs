namespace Cadre.Frameworks.Import;

/// <summary>Sets one-off transfers of staff aside (docs/method.md section 5.1).</summary>
internal static class OneOffTransfers
{
    private const double FewestHeads = 10;
    private const double Roots = 5;

    /// <summary>Splits the cells of one staff group into regular flows and transfers.</summary>
    public static IReadOnlyList<RegularCell> Split(IReadOnlyList<TurnoverCell> cells)
    {
        HashSet<int> transfers = [];
        while (true)
        {
            var (joining, leaving) = MonthlyRates(cells, transfers);
            var found = Enumerable.Range(0, cells.Count).Where(i => HoldsTransfer(cells[i], joining, leaving)).ToHashSet();
            found.UnionWith(transfers); // once found, always left out: so the rounds end
            if (found.Count == transfers.Count)
                return [.. cells.Select((cell, i) => transfers.Contains(i) ? CutBack(cell, joining, leaving) : new RegularCell(cell, cell.Joiners, cell.Leavers))];
            transfers = found;
        }
    }

    /// <summary>The group's joiners and leavers over opening heads, without the cells that hold a transfer.</summary>
    private static (double Joining, double Leaving) MonthlyRates(IReadOnlyList<TurnoverCell> cells, HashSet<int> without)
    {
        var used = cells.Where((_, i) => !without.Contains(i)).ToArray();
        var heads = used.Sum(cell => cell.Start.Heads);
        return heads > 0 ? (used.Sum(cell => cell.Joiners.Heads) / heads, used.Sum(cell => cell.Leavers.Heads) / heads) : (0, 0);
    }

    private static bool HoldsTransfer(TurnoverCell cell, double joining, double leaving)
    {
        var (joiners, leavers) = (joining * cell.Start.Heads, leaving * cell.Start.Heads);
        var miss = cell.Joiners.Heads - cell.Leavers.Heads - (joiners - leavers);
        return Passes(Math.Abs(miss), joiners + leavers);
    }

    private static bool Passes(double miss, double expected) => miss > FewestHeads && miss > Roots * Math.Sqrt(expected);

    private static RegularCell CutBack(TurnoverCell cell, double joining, double leaving)
    {
        var (joiners, leavers) = (joining * cell.Start.Heads, leaving * cell.Start.Heads);
        var (moreJoiners, moreLeavers) = (cell.Joiners.Heads - joiners, cell.Leavers.Heads - leavers);
        var (cutJoiners, cutLeavers) = (Passes(moreJoiners, joiners), Passes(moreLeavers, leavers));
        if (!cutJoiners && !cutLeavers) (cutJoiners, cutLeavers) = (moreJoiners > Math.Max(0, moreLeavers), moreLeavers > 0 && moreLeavers >= moreJoiners);
        return new RegularCell(
            cell,
            cutJoiners ? Regular(cell.Joiners, joiners) : cell.Joiners,
            cutLeavers ? Regular(cell.Leavers, leavers) : cell.Leavers);
    }

    /// <summary>What is left of a flow when it is cut back to whole expected heads, with its share of the FTE.</summary>
    private static Flow Regular(Flow flow, double expected) => Math.Round(expected) / flow.Heads * flow;
}

/// <summary>A published cell with its flows but for one-off transfers.</summary>
internal sealed record RegularCell(TurnoverCell Published, Flow Joiners, Flow Leavers)
{
    public Flow TransferIn => Published.Joiners - Joiners;

    public Flow TransferOut => Published.Leavers - Leavers;

    /// <summary>Heads that neither joined nor left but are at the end or are not: regrading.</summary>
    public double Regraded => Published.End.Heads - Published.Start.Heads - Published.Joiners.Heads + Published.Leavers.Heads;

    /// <summary>The same in FTE, change of hours included.</summary>
    public double RegradedFte => Published.End.Fte - Published.Start.Fte - Published.Joiners.Fte + Published.Leavers.Fte;
}
