using Cadre.Cli.Plans;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>Joiners by source, leavers by cause and moves, year by year in the central run.</summary>
internal static class FlowSheet
{
    public static BookSheet Of(Plan plan)
    {
        var model = plan.Result.Model;
        var table = new BookTable<Row>(hasRange: false)
            .Add(new BookColumn("Way in or out"), row => BookCell.Of(row.Name) with { Indent = row.IsTotal ? 0 : 1 });
        foreach (var (i, year) in plan.Years.Index())
            table.AddNumber($"Year to {Wording.Short(model.MonthAt(year.Month))}{(year.FlowMonths < 12 ? $" ({Wording.Count(year.FlowMonths, "month")})" : "")}", row => row.HeadsIn(i));
        return table.ToSheet(
            "Flows", "Where joiners come from, why staff leave and who moves, year by year",
            ["Heads, central run. The sheet Staff has the range of all joiners and all leavers. Moves within the nation stand once as in and once as out."],
            RowsOf(plan), row => row.IsTotal);
    }

    private static IEnumerable<Row> RowsOf(Plan plan)
    {
        IEnumerable<Row> Parts(Flow flow) => plan.Flows.Where(part => part.Flow == flow).Select(part => new Row(part.NameIn(plan.Result.Model), part.Heads, IsTotal: false));
        return
        [
            new Row("Joiners", [.. plan.Years.Select(year => year.Joiners.Central)], IsTotal: true),
            .. Parts(Flow.Joiners),
            new Row("Leavers", [.. plan.Years.Select(year => year.Leavers.Central)], IsTotal: true),
            .. Parts(Flow.Leavers).Take(IsToldApart(plan, Flow.Leavers) ? int.MaxValue : 0),
            .. plan.Flows.Any(part => part.Flow is Flow.MovesIn or Flow.MovesOut or Flow.Adjustment) ? [new Row("Moves and other changes", [], IsTotal: true)] : Array.Empty<Row>(),
            .. Parts(Flow.MovesIn),
            .. Parts(Flow.MovesOut),
            .. Parts(Flow.Adjustment),
        ];
    }

    /// <summary>Whether a flow has more than one part, so that they say more than their sum.</summary>
    private static bool IsToldApart(Plan plan, Flow flow) => plan.Flows.Count(part => part.Flow == flow) > 1;

    /// <param name="Name">What it is called.</param>
    /// <param name="Heads">By year; none in a row that only leads others.</param>
    /// <param name="IsTotal">Whether others are parts of it.</param>
    private sealed record Row(string Name, IReadOnlyList<double> Heads, bool IsTotal)
    {
        public double? HeadsIn(int year) => year < Heads.Count ? Heads[year] : null;
    }
}
