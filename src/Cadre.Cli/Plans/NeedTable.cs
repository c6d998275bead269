using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>Need of the nation in the last month shown beside posts and staff, where the framework has needs.</summary>
internal sealed class NeedTable(IAnsiConsole console, Plan plan)
{
    /// <summary>Writes the table; nothing without needs.</summary>
    public void Show()
    {
        if (plan.Needs.Count == 0) return;
        new TextTable(
            $"{Wording.Long(plan.Last)}, central run: need, posts and staff of those with a need, FTE",
            new TextColumn("Staff group", [.. plan.Needs.Select(NameOf)]) { Narrowest = 16 },
            Column("Need", row => row.Need),
            Column("Posts", row => row.Posts),
            Column("Staff", row => row.Staff),
            Column("Gap to need", row => row.Gap))
            .Write(console);
    }

    private TextColumn Column(string header, Func<NeedRow, double> figure) => new(header, [.. plan.Needs.Select(row => Figures.Amount(figure(row)))]);

    private string NameOf(NeedRow row)
    {
        var model = plan.Result.Model;
        var group = model.StaffGroups[row.StaffGroup].Name;
        return model.Services.Count > 1 ? $"{group}, {model.Services[row.Service].Name}" : group;
    }
}
