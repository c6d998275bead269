namespace Cadre.Cli.Reports;

/// <summary>What a report reads of run.json.</summary>
internal sealed record RunStatement
{
    public required string Framework { get; init; }

    public required string FrameworkDigest { get; init; }

    public required string ResultsDigest { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Size of the design of futures.</summary>
    public required int Futures { get; init; }

    public required int Months { get; init; }

    public required string Scenario { get; init; }

    public string? ScenarioDigest { get; init; }

    /// <summary>The futures that were run, <c>1-50</c>; null for all.</summary>
    public string? Only { get; init; }

    public string? Prices { get; init; }

    public int? UnderDeliveryFutures { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>Futures that the run holds.</summary>
    public int FuturesRun => Only?.Split('-') is [var first, var last] ? RunTable.Whole(last) - RunTable.Whole(first) + 1 : Futures;
}
