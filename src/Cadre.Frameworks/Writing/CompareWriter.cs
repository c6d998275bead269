using System.Security.Cryptography;
using System.Text;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>Writes the files of a comparison (docs/frameworks.md, "What a comparison writes").</summary>
public static class CompareWriter
{
    private const int RowsBetweenLooks = 4096;

    /// <summary>The name of a comparison's folder: framework, both scenarios, and twelve digits of a digest over everything that changes the results.</summary>
    public static string FolderName(Framework framework, ScenarioEntry a, ScenarioEntry b, RunOptions options)
    {
        var text = $"{framework.Digest}\n{ResultManifest.Engine}\n{options.Months}\n{options.Futures}\n{options.Seed}\n{a.Digest}\n{b.Digest}\n";
        return $"{framework.Name}-{a.Scenario.Name}-to-{b.Scenario.Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }

    /// <summary>Writes all files to <paramref name="folder"/>'s temporary place; the caller keeps or drops them.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="a">The first scenario.</param>
    /// <param name="b">The second scenario.</param>
    /// <param name="comparison">What came out.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="clock">The clock that <paramref name="started"/> is from.</param>
    /// <param name="started">Timestamp of the start of the program.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>What compare.json says.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static CompareManifest Write(
        Framework framework, ScenarioEntry a, ScenarioEntry b, Comparison comparison, RunFolder folder, TimeProvider clock, long started, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        WriteFigures(comparison, folder, digest, cancellation);
        WriteFlows(comparison, folder, digest);
        if (comparison.Model.Needs.Count > 0) WriteNeeds(comparison, folder, digest, cancellation);
        if (comparison.A.Costs is not null) WriteCosts(comparison, folder, digest, cancellation);
        var manifest = new CompareManifest(framework, comparison.A.Options, a, b, Convert.ToHexStringLower(digest.GetHashAndReset()), clock, started);
        File.WriteAllText(Path.Combine(folder.TemporaryPath, FolderKind.Comparison.Manifest), manifest.ToJson());
        return manifest;
    }

    private static void WriteFigures(Comparison comparison, RunFolder folder, IncrementalHash digest, CancellationToken cancellation)
    {
        using var csv = new CsvOutput(
            Path.Combine(folder.TemporaryPath, "compare.csv"), digest, "month", "place", "service", "staff_group", "sector", "measure", "a", "b", "difference", "p5", "p25", "p50", "p75", "p95");
        var model = comparison.Model;
        var rows = 0;
        foreach (var (month, line, measure, figure) in comparison.Rows())
        {
            if (++rows % RowsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var d = figure.Difference;
            Begin(csv, model, month, line.Place).Cell(Codes.OfService(model, line.Service)).Cell(model.StaffGroups[line.StaffGroup].Code).Cell(Codes.OfSector(line.Sector)).Cell(Codes.Of(measure))
                .Cell(figure.A.Central).Cell(figure.B.Central).Cell(d.Central).Cell(d.P5).Cell(d.P25).Cell(d.P50).Cell(d.P75).Cell(d.P95)
                .EndRow();
        }
    }

    private static void WriteFlows(Comparison comparison, RunFolder folder, IncrementalHash digest)
    {
        using var csv = new CsvOutput(Path.Combine(folder.TemporaryPath, "flows_difference.csv"), digest, "month", "place", "staff_group", "joiners", "leavers", "moves", "difference");
        var model = comparison.Model;
        foreach (var (month, line, flows) in comparison.Flows())
            Begin(csv, model, month, line.Place).Cell(model.StaffGroups[line.StaffGroup].Code).Cell(flows.Joiners).Cell(flows.Leavers).Cell(flows.Moves).Cell(flows.Staff).EndRow();
    }

    private static void WriteCosts(Comparison comparison, RunFolder folder, IncrementalHash digest, CancellationToken cancellation)
    {
        using var csv = new CsvOutput(
            Path.Combine(folder.TemporaryPath, "cost_difference.csv"), digest, "year", "months", "place", "staff_group", "item", "a", "b", "difference", "p5", "p50", "p95");
        var model = comparison.Model;
        foreach (var (line, figure) in comparison.Costs())
        {
            cancellation.ThrowIfCancellationRequested();
            var d = figure.Difference;
            csv.Cell($"{line.Year.Year}").Cell(line.Year.Months).Cell(model.Places[line.Place].Code).Cell(model.StaffGroups[line.StaffGroup].Code).Cell(Codes.Of(line.Item))
                .Cell(figure.A.Central).Cell(figure.B.Central).Cell(d.Central).Cell(d.P5).Cell(d.P50).Cell(d.P95)
                .EndRow();
        }
    }

    private static void WriteNeeds(Comparison comparison, RunFolder folder, IncrementalHash digest, CancellationToken cancellation)
    {
        using var csv = new CsvOutput(
            Path.Combine(folder.TemporaryPath, "needs_difference.csv"), digest, "month", "place", "service", "staff_group", "measure", "a", "b", "difference", "p5", "p25", "p50", "p75", "p95");
        var model = comparison.Model;
        for (var month = 1; month <= comparison.Months; month++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in comparison.Needs(month).Where(row => model.Places[row.A.Place].IsNationOrRegion))
            {
                Row(month, row.A, "need", row.A.Need, row.B.Need, row.Need.Central, row.Need);
                Row(month, row.A, "gap_to_need", row.A.Gap, row.B.Gap, row.CentralGap, row.Gap);
            }
        }

        void Row(int month, NeedRow of, string measure, double a, double b, double difference, Summary? range) =>
            Begin(csv, model, month, of.Place).Cell(model.Services[of.Service].Code).Cell(model.StaffGroups[of.StaffGroup].Code).Cell(measure)
                .Cell(a).Cell(b).Cell(difference).Cell(range?.P5).Cell(range?.P25).Cell(range?.P50).Cell(range?.P75).Cell(range?.P95)
                .EndRow();
    }

    private static CsvOutput Begin(CsvOutput csv, NationalModel model, int month, int place) => csv.Cell(model.MonthAt(month)).Cell(model.Places[place].Code);
}
