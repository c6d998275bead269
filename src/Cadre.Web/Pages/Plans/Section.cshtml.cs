using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>A section of a plan besides posts: its items, to read or to change.</summary>
public sealed class SectionModel(PlanReader reader, PlanService plans) : PlanPage(reader, plans)
{
    /// <summary>Number of the save that the form began from.</summary>
    [BindProperty]
    public int From { get; set; }

    /// <summary>The section.</summary>
    public SectionDefinition Definition { get; private set; } = null!;

    /// <summary>Its items as typed, or as they are.</summary>
    public List<IReadOnlyDictionary<string, string>> Items { get; private set; } = [];

    /// <summary>The section as somebody else saved it meanwhile; null where nobody did.</summary>
    public OtherSave? Theirs { get; private set; }

    /// <summary>Whether the form is open to whoever looks.</summary>
    public bool MayEdit => MayEditNowThe(Definition.Name);

    /// <summary>Whether another item can be added.</summary>
    public bool MayAdd => Items.Count < Definition.MostItems;

    /// <summary>The id of a field of an item.</summary>
    public static string FieldOf(int item, string field) => $"item-{item}-{field}";

    /// <summary>What there is to choose for a field.</summary>
    public IReadOnlyList<(string Value, string Text)> ChoicesOf(SectionField field) => [("", "Choose"), .. field.ChoicesOf(Place)];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(string section, CancellationToken cancellation)
    {
        if (!await ShowAsync(section, cancellation)) return NotFound();
        From = (await Reader.NumbersAsync(Id, cancellation)).Of(section);
        Items = [.. Place.ItemsOf(section)];
        if (Items.Count == 0 && MayEdit) Items.Add(Blank());
        return Page();
    }

    /// <summary>Adds an empty item to the form; nothing is saved.</summary>
    public async Task<IActionResult> OnPostAddAsync(string section, CancellationToken cancellation)
    {
        if (!await ShowAsync(section, cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis, section)) return Forbid();
        Items = Read(keepBlank: true);
        if (MayAdd) Items.Add(Blank());
        return Page();
    }

    /// <summary>Says what is wrong with the form as it stands, for a browser that asks while somebody types.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string section, CancellationToken cancellation)
    {
        if (!await ShowAsync(section, cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis, section)) return Forbid();
        var problems = new ItemsContent { Items = Read(keepBlank: false) }.Check(section, Place);
        return new JsonResult(problems.Select(problem => new { field = FieldOf(problem.Item ?? 0, problem.Field), text = problem.Text }));
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(string section, CancellationToken cancellation)
    {
        if (!await ShowAsync(section, cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis, section)) return Forbid();
        Items = Read(keepBlank: false);
        var content = new ItemsContent { Items = Items };
        switch (await Service.SaveAsync(new SavePlanOptions { PlanId = Id, PersonId = Me, Sections = new Dictionary<string, (SectionContent, int)> { [section] = (content, From) } }, cancellation))
        {
            case SaveOutcome.Saved:
                return Redirect(Links.Plan(Id));
            case SaveOutcome.HasProblems faults:
                Errors.AddRange(faults.Problems.Select(problem => (problem.Item is { } item ? FieldOf(item, problem.Field) : "", problem.Text)));
                return Page();
            case SaveOutcome.SavedByOthers others:
                Theirs = await OtherSave.OfAsync(Service, others.Theirs[0], cancellation);
                Errors.Add(("", Theirs.Sentence));
                From = Theirs.Number;
                return Page();
            default:
                Errors.Add(("", "The plan is not open any longer: nothing was saved. What you wrote is still below."));
                return Page();
        }
    }

    private async Task<bool> ShowAsync(string section, CancellationToken cancellation)
    {
        if (SectionDefinition.All.FirstOrDefault(definition => definition.Name == section) is not { } definition) return false;
        Definition = definition;
        if (!await LoadAsync(cancellation)) return false;
        await FindLastSaveAsync(section, cancellation);
        return true;
    }

    private Dictionary<string, string> Blank() => Definition.Fields.ToDictionary(field => field.Name, _ => "");

    /// <summary>The items of the form but those that are to be removed, and those of which nothing is filled in.</summary>
    private List<IReadOnlyDictionary<string, string>> Read(bool keepBlank)
    {
        var items = new List<IReadOnlyDictionary<string, string>>();
        for (var i = 0; i <= Definition.MostItems && Request.Form.ContainsKey(FieldOf(i, Definition.Fields[0].Name)); i++)
        {
            if (Request.Form.ContainsKey(FieldOf(i, "remove"))) continue;
            var item = Definition.Fields.ToDictionary(field => field.Name, field => Request.Form[FieldOf(i, field.Name)].ToString().Trim().ReplaceLineEndings("\n"));
            if (keepBlank || item.Values.Any(value => value.Length > 0)) items.Add(item);
        }

        return items;
    }
}
