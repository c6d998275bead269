using System.Security.Cryptography;
using Cadre.Engine.Delivery;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Writing;

/// <summary>Writes under_delivery.csv: a row for each case and figure, the plan first, the figures of the nation before the targets.</summary>
internal sealed class UnderDeliveryTable(NationalModel model, UnderDelivery set)
{
    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder that it goes to.</param>
    /// <param name="digest">Takes every byte of it too.</param>
    public void Write(string folder, IncrementalHash digest)
    {
        using var csv = new CsvOutput(
            Path.Combine(folder, "under_delivery.csv"), digest, "part", "lever", "delivered", "month", "measure", "target", "value", "difference", "p5", "p50", "p95", "probability");
        foreach (var outcome in set.Outcomes)
            Write(csv, outcome);
    }

    private void Write(CsvOutput csv, DeliveryOutcome outcome)
    {
        var month = model.MonthAt(set.Month);
        Write(csv, outcome.Case, month, Codes.Of(Measure.Fte), outcome.Staff);
        Write(csv, outcome.Case, month, Codes.Of(Measure.Posts), outcome.Posts);
        Write(csv, outcome.Case, month, Codes.Of(Measure.Vacancies), outcome.Vacancies);
        if (outcome.Need is { } need) Write(csv, outcome.Case, month, "need", need);
        if (outcome.GapToNeed is { } gap) Write(csv, outcome.Case, month, "gap_to_need", gap);
        foreach (var target in outcome.Targets)
            Write(csv, outcome.Case, target.Target.Month, Codes.OfMeasure(target.Target), target.Figure, target);
    }

    private static void Write(CsvOutput csv, DeliveryCase of, CalendarMonth month, string measure, DeliveryFigure? figure, DeliveryTarget? target = null) =>
        csv.Cell(Codes.Of(of.Part)).Cell(of.Lever ?? "").Cell(Codes.Of(of.Delivered)).Cell(month).Cell(measure).Cell(target?.Target.Id ?? "")
            .Cell(figure?.Central).Cell(figure?.CentralDifference)
            .Cell(figure?.Difference?.P5).Cell(figure?.Difference?.P50).Cell(figure?.Difference?.P95)
            .Cell(target?.Probability)
            .EndRow();
}
