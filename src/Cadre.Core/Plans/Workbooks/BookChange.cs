using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>What a workbook would change in a plan.</summary>
/// <param name="Sections">The sections that it changes, each with the number of the save that it began from.</param>
/// <param name="Differences">The same, thing by thing, beside the plan as it was when the workbook was made.</param>
/// <param name="Clashes">Sections that somebody saved since: while there are any, nothing can be applied.</param>
/// <param name="Notices">What a reader should know besides.</param>
public sealed record BookChange(
    IReadOnlyDictionary<string, (SectionContent Content, int From)> Sections, IReadOnlyList<PlanDifference> Differences, IReadOnlyList<BookClash> Clashes, IReadOnlyList<string> Notices)
{
    /// <summary>Whether there is something to apply, and nothing in its way.</summary>
    public bool CanBeApplied => Sections.Count > 0 && Clashes.Count == 0;
}

/// <summary>A section that a workbook changes and somebody saved since it was made.</summary>
/// <param name="Title">The section as people read it.</param>
/// <param name="Theirs">Their save.</param>
/// <param name="Changes">What they changed: before, and as it is now.</param>
public sealed record BookClash(string Title, PlanSection Theirs, IReadOnlyList<PlanDifference> Changes);
