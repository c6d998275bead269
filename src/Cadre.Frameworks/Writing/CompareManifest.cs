using Cadre.Engine;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>What <c>compare.json</c> says about a comparison. The digest of results is over compare.csv, flows_difference.csv and, where they were written, needs_difference.csv and cost_difference.csv.</summary>
public sealed record CompareManifest : ResultManifest
{
    internal CompareManifest(Framework framework, RunOptions options, ScenarioEntry a, ScenarioEntry b, string resultsDigest, TimeProvider clock, long started)
        : base(framework, options, resultsDigest, clock, started)
    {
        (A, ADigest) = (a.Scenario.Name, a.Digest.Length > 0 ? a.Digest : null);
        (B, BDigest) = (b.Scenario.Name, b.Digest.Length > 0 ? b.Digest : null);
    }

    /// <summary>The first scenario's name.</summary>
    public string A { get; }

    /// <summary>SHA-256 over its file; null for the baseline.</summary>
    public string? ADigest { get; }

    /// <summary>The second scenario's name.</summary>
    public string B { get; }

    /// <summary>SHA-256 over its file; null for the baseline.</summary>
    public string? BDigest { get; }
}
