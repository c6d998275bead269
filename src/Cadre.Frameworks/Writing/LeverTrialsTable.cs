using System.Security.Cryptography;
using Cadre.Engine.Delivery;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>Writes targets_by_lever.csv: the targets without levers, with each alone and with all, what the levers add, and what was expected.</summary>
internal sealed class LeverTrialsTable(Framework framework, IReadOnlyList<LeverTrial> trials)
{
    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder that it goes to.</param>
    /// <param name="digest">Takes every byte of it too.</param>
    public void Write(string folder, IncrementalHash digest)
    {
        using var csv = new CsvOutput(
            Path.Combine(folder, "targets_by_lever.csv"), digest, "levers", "lever", "target", "month", "measure", "central", "p5", "p50", "p95", "probability", "added", "added_p5", "added_p50", "added_p95", "expected_low", "expected_high");
        foreach (var trial in trials)
        {
            foreach (var (at, (target, reached)) in trial.Targets.Index())
            {
                var added = trial.Added[at];
                var expected = framework.ExpectationOf(at, trial.Pulled);
                csv.Cell(Codes.Of(trial.Pulled)).Cell(trial.Lever ?? "").Cell(target.Id).Cell(target.Month).Cell(Codes.OfMeasure(target))
                    .Cell(reached?.Summary.Central).Cell(reached?.Summary.P5).Cell(reached?.Summary.P50).Cell(reached?.Summary.P95).Cell(reached?.Probability)
                    .Cell(added?.Central).Cell(added?.P5).Cell(added?.P50).Cell(added?.P95)
                    .Cell(expected?.Low).Cell(expected?.High)
                    .EndRow();
            }
        }
    }
}
