using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>A scenario as its file has it, beside what the engine runs.</summary>
public sealed record ScenarioEntry
{
    /// <summary>What the engine runs: the levers that are on, and the changed rows.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The file: <c>scenarios/retention.yaml</c>, or the path that was given.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 over the bytes of the file, in lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Every lever in the order of the file, those that are off included.</summary>
    public required IReadOnlyList<LeverEntry> Levers { get; init; }

    /// <summary>The changed rows of the register in the order of the file.</summary>
    public required IReadOnlyList<ChangeEntry> Changes { get; init; }

    /// <summary>The framework as it is: no file, no differences.</summary>
    public static ScenarioEntry Baseline { get; } = new() { Scenario = Scenario.Baseline, File = "", Digest = "", Levers = [], Changes = [] };
}
