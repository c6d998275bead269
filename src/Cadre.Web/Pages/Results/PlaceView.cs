namespace Cadre.Web.Pages.Results;

/// <summary>What is shown of a place, in words and figures that are ready to be read.</summary>
public sealed record PlaceView
{
    /// <summary>The place.</summary>
    public required string Name { get; init; }

    /// <summary>Who of it: staff group, service, scenario.</summary>
    public required string Scope { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>Who is counted.</summary>
    public required string Coverage { get; init; }

    /// <summary>The last month that is shown.</summary>
    public required string LastMonth { get; init; }

    /// <summary>The chart's figures, as JSON.</summary>
    public required string Fan { get; init; }

    /// <summary>The figures of a chart of need beside the staff who have one, as JSON; null where that is all staff, or nobody.</summary>
    public required string? NeedFan { get; init; }

    /// <summary>The opening day and each March.</summary>
    public required IReadOnlyList<FigureRow> Years { get; init; }

    /// <summary>Joiners and leavers year by year, heads of the central run.</summary>
    public required IReadOnlyList<FlowRow> Flows { get; init; }

    /// <summary>What is said of need: how much, or why there is none.</summary>
    public required string Need { get; init; }

    /// <summary>Whether the run holds the need of these staff.</summary>
    public required bool HasNeed { get; init; }

    /// <summary>The gap to posts and that to need of the staff groups right below, over time; none where there are fewer than two groups.</summary>
    public required IReadOnlyList<GapView> GroupGaps { get; init; }

    /// <summary>The same of the places within.</summary>
    public required IReadOnlyList<GapView> PlaceGaps { get; init; }

    /// <summary>Staff groups, parents before their children.</summary>
    public required IReadOnlyList<FigureRow> ByGroup { get; init; }

    /// <summary>Places within it, the most vacancies first.</summary>
    public required IReadOnlyList<FigureRow> Below { get; init; }

    /// <summary>Targets of the place.</summary>
    public required IReadOnlyList<TargetRow> Targets { get; init; }

    /// <summary>Staff groups to choose from.</summary>
    public required IReadOnlyList<(string Value, string Text)> Groups { get; init; }

    /// <summary>Services to choose from.</summary>
    public required IReadOnlyList<(string Value, string Text)> Services { get; init; }

    /// <summary>The licence line.</summary>
    public required string Licence { get; init; }

    /// <summary>How the figures can be had again.</summary>
    public required string Provenance { get; init; }

    /// <summary>A target as it is shown.</summary>
    /// <param name="Description">The target in words.</param>
    /// <param name="Wanted">What is wanted, and when.</param>
    /// <param name="Central">The central run's figure.</param>
    /// <param name="Range">Its range.</param>
    /// <param name="Probability">In how many of the futures it holds.</param>
    public sealed record TargetRow(string Description, string Wanted, string Central, string Range, string Probability);

    /// <summary>A year's flows.</summary>
    /// <param name="Name">The year.</param>
    /// <param name="Href">Its account.</param>
    /// <param name="Joiners">Hired.</param>
    /// <param name="Leavers">Left.</param>
    /// <param name="Moves">Moves in less moves out, and regrading.</param>
    /// <param name="Change">Staff at the end less those at the start.</param>
    public sealed record FlowRow(string Name, string Href, string Joiners, string Leavers, string Moves, string Change);
}
