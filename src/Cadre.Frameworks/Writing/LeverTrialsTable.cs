using System.Security.Cryptography;
using Cadre.Engine.Delivery;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>Writes targets_by_lever.csv: the targets without levers, with each alone and with all, and what was expected of them.</summary>
internal sealed class LeverTrialsTable(Framework framework, IReadOnlyList<LeverTrial> trials)
{
    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder that it goes to.</param>
    /// <param name="digest">Takes every byte of it too.</param>
    public void Write(string folder, IncrementalHash digest)
    {
        using var csv = new CsvOutput(
            Path.Combine(folder, "targets_by_lever.csv"), digest, "levers", "lever", "target", "month", "measure", "central", "p5", "p50", "p95", "probability", "expected_low", "expected_high");
        foreach (var trial in trials)
        {
            foreach (var (at, (target, reached)) in trial.Targets.Index())
            {
                var expected = framework.ExpectationOf(at, trial.Pulled);
                csv.Cell(Codes.Of(trial.Pulled)).Cell(trial.Lever ?? "").Cell(target.Id).Cell(target.Month).Cell(Codes.OfMeasure(target))
                    .Cell(reached?.Summary.Central).Cell(reached?.Summary.P5).Cell(reached?.Summary.P50).Cell(reached?.Summary.P95).Cell(reached?.Probability)
                    .Cell(expected?.Low).Cell(expected?.High)
                    .EndRow();
            }
        }
    }
}
