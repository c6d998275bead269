using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans;

/// <summary>Sections of a plan to save, all of them or none.</summary>
public sealed record SavePlanOptions
{
    /// <summary>Whose.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who saves.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>By section: what is in it now, and the number of the save that the writer began from (0 for the prefilled one).</summary>
    public required IReadOnlyDictionary<string, (SectionContent Content, int From)> Sections { get; init; }

    /// <summary>How they came: "typed", or the name of a workbook.</summary>
    public string By { get; init; } = "typed";
}
