using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Comparisons;

/// <summary>What a comparison tells a planner: picked out of its results once, shown on the screen or as JSON.</summary>
internal sealed record Difference
{
    public required Framework Framework { get; init; }

    public required ScenarioEntry A { get; init; }

    public required ScenarioEntry B { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>Numbers of the months shown: every March of the runs, and their last month.</summary>
    public required IReadOnlyList<int> Marches { get; init; }

    /// <summary>Staff groups of the nation in reading order; the first row is everybody.</summary>
    public required IReadOnlyList<DifferenceRow> StaffGroups { get; init; }

    /// <summary>The nation and its regions.</summary>
    public required IReadOnlyList<DifferenceRow> Regions { get; init; }

    /// <summary>The nation in the months of <see cref="Marches"/>.</summary>
    public required IReadOnlyList<DifferenceYear> Years { get; init; }

    /// <summary>What the nation costs by financial year and item; empty where the framework has no pay.</summary>
    public required IReadOnlyList<ComparedCostRow> Costs { get; init; }

    /// <summary>Need and gap to need of the nation in the last of <see cref="Marches"/>, by service and staff group; empty where the framework has no need.</summary>
    public required IReadOnlyList<ComparedNeed> Needs { get; init; }

    /// <summary>The levers of both scenarios.</summary>
    public required IReadOnlyList<ComparedLever> Levers { get; init; }

    /// <summary>The changed assumptions of both scenarios.</summary>
    public required IReadOnlyList<ComparedChange> Changes { get; init; }

    /// <summary>The last month shown.</summary>
    public CalendarMonth Last => Comparison.Model.MonthAt(Marches[^1]);

    /// <summary>Everybody.</summary>
    public DifferenceRow Total => StaffGroups[0];

    /// <summary>Futures that were run of each.</summary>
    public int Futures => Comparison.A.FuturesRun;

    /// <summary>Picks what is shown out of the results; runs every lever alone.</summary>
    public static Difference Of(Framework framework, ScenarioEntry a, ScenarioEntry b, Comparison comparison, CancellationToken cancellation)
    {
        var model = comparison.Model;
        var marches = Plan.MarchesOf(comparison.A);
        var last = marches[^1];
        var flows = comparison.Flows().Where(row => row.Month == last).ToDictionary(row => row.Line, row => row.Flows);
        var everybody = Array.FindIndex([.. model.StaffGroups], group => group.Parent is null);
        DifferenceRow Row(Line line, string code, string name, int depth) =>
            DifferenceRow.Of(comparison, line, last, flows.GetValueOrDefault(line)) with { Code = code, Name = name, Depth = depth };
        return new Difference
        {
            Framework = framework,
            A = a,
            B = b,
            Comparison = comparison,
            Marches = marches,
            StaffGroups =
            [
                .. InReadingOrder(model, null, 0).Where(group => comparison.Of(new Line(model.Nation, null, group.Index), last, Measure.Fte) is not null)
                    .Select(group => Row(new Line(model.Nation, null, group.Index), model.StaffGroups[group.Index].Code, model.StaffGroups[group.Index].Name, group.Depth)),
            ],
            Regions =
            [
                .. model.Places.Index().Where(place => place.Item.Level is PlaceLevel.Nation or PlaceLevel.Region).OrderBy(place => place.Item.Level)
                    .Where(place => comparison.Of(new Line(place.Index, null, everybody), last, Measure.Fte) is not null)
                    .Select(place => Row(new Line(place.Index, null, everybody), place.Item.Code, place.Item.Name, place.Item.Level == PlaceLevel.Nation ? 0 : 1)),
            ],
            Years = [.. marches.Select(month => DifferenceYear.Of(comparison, new Line(model.Nation, null, everybody), month))],
            Costs = [.. comparison.NationalCosts()],
            Needs = [.. comparison.Needs(last).Where(row => row.A.Place == model.Nation)],
            Levers = ComparedLever.Of(model, a, b, last, cancellation),
            Changes = ComparedChange.Of(framework, a, b),
        };
    }

    private static IEnumerable<(int Index, int Depth)> InReadingOrder(NationalModel model, int? parent, int depth) =>
        model.StaffGroups.Index().Where(group => group.Item.Parent == parent)
            .SelectMany(group => InReadingOrder(model, group.Index, depth + 1).Prepend((group.Index, depth)));
}
