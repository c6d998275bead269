using System.Text.Json.Serialization;

namespace Cadre.Core.Plans.Sections;

/// <summary>Posts of a service and staff group that differ from those that the plan was prefilled with.</summary>
public sealed record PostsContent : SectionContent
{
    /// <summary>The most posts of one line that a plan may have, FTE.</summary>
    public const decimal Most = 100_000;

    /// <summary>Posts by quarter (its last month, "2026-03"), FTE in hundredths; a quarter that is not named is as prefilled.</summary>
    public SortedDictionary<string, decimal> Fte { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Why they differ.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// Whose they are where places merged: posts by quarter and by the codes of the framework's places, with a blank between. A quarter whose parts do not add up
    /// to it, as after somebody changed it, is of all the plan's places together. Null where nothing merged.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, SortedDictionary<string, decimal>>? Parts { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsEmpty => Fte.Count == 0;

    /// <inheritdoc/>
    public override IEnumerable<PlanProblem> Check(string section, PlannedPlace place)
    {
        if (place.PrefilledOf(LineOf(section)).Length == 0)
            yield return new PlanProblem(section, null, "", "Staff group", section, "a service and staff group that the place has");
        foreach (var (quarter, fte) in Fte)
        {
            if (place.Basis.QuarterOf(quarter) is null)
                yield return new PlanProblem(section, null, quarter, "Quarter", quarter, $"a quarter from {place.Basis.Quarters[1].Code} to {place.Basis.Quarters[^1].Code}");
            if (fte < 0 || fte > Most || fte % LargestRemainder.Unit != 0)
                yield return new PlanProblem(section, null, quarter, $"Posts in {quarter}", PlanNumbers.Exact(fte), $"0 to {Most:#,0} FTE with at most two decimals");
        }

        if (!IsEmpty && string.IsNullOrWhiteSpace(Reason)) yield return new PlanProblem(section, null, "reason", "Reason", "", "why the posts differ from those the plan was prefilled with");
        if (Reason.Length > SectionField.MostText) yield return new PlanProblem(section, null, "reason", "Reason", Reason, $"at most {SectionField.MostText:#,0} characters");
    }

    /// <inheritdoc/>
    public override IEnumerable<SectionLine> Describe(string section, PlannedPlace place)
    {
        foreach (var (quarter, fte) in Fte)
            yield return new SectionLine($"Posts, quarter to {quarter}", $"{PlanNumbers.Exact(fte)} FTE");
        if (!IsEmpty) yield return new SectionLine("Reason", Reason);
    }

    private static PlanLine LineOf(string section)
    {
        var (service, group) = SectionName.LineOf(section);
        return new PlanLine(service, group);
    }
}
