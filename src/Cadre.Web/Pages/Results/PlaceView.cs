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

    /// <summary>The opening day and each March.</summary>
    public required IReadOnlyList<FigureRow> Years { get; init; }

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
}
