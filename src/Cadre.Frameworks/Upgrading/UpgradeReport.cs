namespace Cadre.Frameworks.Upgrading;

/// <summary>What an upgrade did.</summary>
/// <param name="From">The version that the folder had.</param>
/// <param name="To">The version that it has.</param>
/// <param name="Changes">The files that were changed, and in words how; empty where none was.</param>
public sealed record UpgradeReport(int From, int To, IReadOnlyList<(string File, string What)> Changes);
