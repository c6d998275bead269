using Cadre.Engine.Delivery;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>A framework that was read and checked.</summary>
public sealed record Framework
{
    /// <summary>Its name, which is the folder's.</summary>
    public required string Name { get; init; }

    /// <summary>One line for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Nothing in it became public after this day, the opening stock and headcount excepted.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day of the opening stock, the last of a month.</summary>
    public required DateOnly Opening { get; init; }

    /// <summary>Months that it reaches, 1 to 600.</summary>
    public required int Months { get; init; }

    /// <summary>Months of a run that does not say otherwise.</summary>
    public required int RunMonths { get; init; }

    /// <summary>Who is counted and who is not.</summary>
    public required string Coverage { get; init; }

    /// <summary>The line that goes with the figures.</summary>
    public required string Licence { get; init; }

    /// <summary>Whether every run shows what chance does to individuals (docs/method.md section 8).</summary>
    public bool Chance { get; init; }

    /// <summary>The scenario whose levers a run without one tries: none, each alone, all; null where the framework names none.</summary>
    public ScenarioEntry? LeversTried { get; init; }

    /// <summary>What was expected of the targets before anything was run.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>What was expected of a target (by its index) with none or all of the levers; null where nothing was, or of one lever alone.</summary>
    public Expectation? ExpectationOf(int target, LeversPulled pulled) =>
        Expectations.FirstOrDefault(expected => expected.Target == target && pulled != LeversPulled.One && expected.WithLevers == (pulled == LeversPulled.All));

    /// <summary>SHA-256 over the names and bytes of all files, in lower-case hexadecimal (docs/frameworks.md).</summary>
    public required string Digest { get; init; }

    /// <summary>What the engine runs.</summary>
    public required NationalModel Model { get; init; }

    /// <summary>The rows of the opening stock, in the order of <see cref="NationalModel.Cohorts"/>.</summary>
    public required IReadOnlyList<StockEntry> Stock { get; init; }

    /// <summary>The register as its files have it, in the order of <see cref="NationalModel.Assumptions"/>.</summary>
    public required IReadOnlyList<AssumptionEntry> Register { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }

    /// <summary>People as published, by the code of their place; empty where none is published.</summary>
    public required IReadOnlyDictionary<string, double> PublishedHeadcount { get; init; }

    /// <summary>Places that merge or move after the opening.</summary>
    public required IReadOnlyList<Successor> Successors { get; init; }

    /// <summary>People by place and age and what each age weighs in need; null where the framework has no ages.</summary>
    public NeedByAge? NeedByAge { get; init; }

    /// <summary>Services by which local plans may split their posts; a run does not use them.</summary>
    public IReadOnlyList<PlanServiceItem> PlanServices { get; init; } = [];

    /// <summary>Shares of posts by those services, as imported; a run does not use them.</summary>
    public IReadOnlyList<ServiceShare> ServiceShares { get; init; } = [];

    /// <summary>The scenarios in its folder, by name; the digest does not hold them.</summary>
    public IReadOnlyList<ScenarioEntry> Scenarios { get; init; } = [];
}
