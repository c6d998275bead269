using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>Every version of a plan, any two side by side.</summary>
public sealed class VersionsModel(PlanReader reader, PlanService plans) : PlanPage(reader, plans)
{
    private const int Prefilled = 0;
    private const int AsItStands = -1;
    private const int MostSaves = 100;

    /// <summary>The first of the two: a version's number, 0 for the prefilled plan, -1 for the plan as it stands.</summary>
    [BindProperty(SupportsGet = true)]
    public int A { get; set; } = Prefilled;

    /// <summary>The second.</summary>
    [BindProperty(SupportsGet = true)]
    public int B { get; set; } = AsItStands;

    /// <summary>The versions, the newest first, with who submitted and who decided.</summary>
    public IReadOnlyList<(PlanVersion Version, string By, string Decider)> Versions { get; private set; } = [];

    /// <summary>The last saves of its sections, the newest first: section, number, when, who.</summary>
    public IReadOnlyList<(string Title, int Number, DateTime SavedUtc, string By)> Saves { get; private set; } = [];

    /// <summary>What the two differ in.</summary>
    public IReadOnlyList<PlanDifference> Differences { get; private set; } = [];

    /// <summary>What there is to compare.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices =>
        [("0", "Prefilled"), .. Versions.Reverse().Select(item => ($"{item.Version.Number}", $"Version {item.Version.Number}")), ("-1", "As it stands")];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        var versions = await Reader.VersionsAsync(Id, cancellation);
        var saves = await Reader.SavesAsync(Id, MostSaves, cancellation);
        var names = await Service.NamesAsync(versions.SelectMany(version => (Guid?[])[version.SubmittedBy, version.DecidedBy]).Concat(saves.Select(save => save.PersonId)).OfType<Guid>(), cancellation);
        Saves = [.. saves.Select(save => (TitleOf(save.Section), save.Number, save.SavedUtc, save.PersonId is { } person ? names.GetValueOrDefault(person, "") : "Cadre"))];
        Versions = [.. versions.Select(version => (version, names.GetValueOrDefault(version.SubmittedBy, ""), version.DecidedBy is { } decider ? names.GetValueOrDefault(decider, "") : ""))];
        if (await StateAsync(A, versions, cancellation) is not { } a || await StateAsync(B, versions, cancellation) is not { } b) return NotFound();
        Differences = PlanDifference.Between(a, b);
        return Page();
    }

    /// <summary>What one of the two is called.</summary>
    public string NameOf(int state) => Choices.First(choice => choice.Value == $"{state}").Text;

    private string TitleOf(string section)
    {
        if (!SectionName.IsPosts(section)) return SectionDefinition.Of(section).Title;
        var (service, group) = SectionName.LineOf(section);
        return $"Posts: {TitleOf(new PlanLine(service, group))}";
    }

    private async Task<PlannedPlace?> StateAsync(int state, List<PlanVersion> versions, CancellationToken cancellation) => state switch
    {
        Prefilled => Place with { Sections = new Dictionary<string, SectionContent>() },
        AsItStands => Place,
        _ => versions.FirstOrDefault(version => version.Number == state) is { } version ? await Reader.PlaceAsync(Plan, version, cancellation) : null,
    };
}
