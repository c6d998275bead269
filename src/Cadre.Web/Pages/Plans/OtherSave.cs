using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;

namespace Cadre.Web.Pages.Plans;

/// <summary>A section as somebody else saved it while whoever looks was writing.</summary>
/// <param name="Who">Their name.</param>
/// <param name="SavedUtc">When.</param>
/// <param name="Number">Number of the save.</param>
/// <param name="Content">What they saved.</param>
public sealed record OtherSave(string Who, DateTime SavedUtc, int Number, SectionContent Content)
{
    /// <summary>What happened and what to do.</summary>
    public string Sentence => $"{Who} saved this section on {Times.Of(SavedUtc)} while you were writing. Nothing of theirs was overwritten and nothing of yours is lost: both are below. Save again to put yours in its place.";

    /// <summary>The save with the name of who made it.</summary>
    public static async Task<OtherSave> OfAsync(PlanService plans, PlanSection section, CancellationToken cancellation)
    {
        var names = section.PersonId is { } person ? await plans.NamesAsync([person], cancellation) : null;
        return new OtherSave(names?.Values.FirstOrDefault() ?? "Cadre", section.SavedUtc, section.Number, SectionContent.Parse(section.Section, section.Content));
    }
}
