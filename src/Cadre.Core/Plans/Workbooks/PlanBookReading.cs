using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>What a workbook makes of the plan that it began from.</summary>
/// <param name="Began">The plan as the workbook was made.</param>
/// <param name="Changed">The sections that were changed in it, as they are now.</param>
/// <param name="Faults">Cells that cannot be taken; nothing is to be applied while there are any.</param>
/// <param name="Notices">What a reader should know besides.</param>
internal sealed record PlanBookReading(PlannedPlace Began, IReadOnlyDictionary<string, SectionContent> Changed, IReadOnlyList<BookFault> Faults, IReadOnlyList<string> Notices)
{
    /// <summary>A plan with some of its sections as they are in the workbook.</summary>
    public static PlannedPlace With(PlannedPlace place, IEnumerable<KeyValuePair<string, SectionContent>> changed)
    {
        var sections = place.Sections.ToDictionary();
        foreach (var (section, content) in changed)
            sections[section] = content;
        return place with { Sections = sections.Where(section => !section.Value.IsEmpty).ToDictionary() };
    }
}
