namespace Cadre.Frameworks.Writing;

/// <summary>What a folder of results holds, so that an earlier one can be told from anything else.</summary>
/// <param name="Noun">What wrote it: a run.</param>
/// <param name="Manifest">The file that every one has.</param>
/// <param name="Others">The other files that one may have.</param>
public sealed record FolderKind(string Noun, string Manifest, IReadOnlyList<string> Others)
{
    /// <summary>The files of <c>cadre run</c>.</summary>
    public static FolderKind Run { get; } = new("run", "run.json", ["account.csv", "places.csv", "percentiles.csv", "targets.csv", "flows.csv", "needs.csv", "levers.csv", "chance.csv", "cost.csv", "futures.csv", "under_delivery.csv", "targets_by_lever.csv", "about.json", "plan.xlsx", "report.html"]);

    /// <summary>The files of <c>cadre compare</c>.</summary>
    public static FolderKind Comparison { get; } = new("comparison", "compare.json", ["compare.csv", "flows_difference.csv", "needs_difference.csv", "cost_difference.csv"]);
}
