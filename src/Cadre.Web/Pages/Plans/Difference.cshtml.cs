using Cadre.Core.Plans;
using Cadre.Core.Plans.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>What a workbook that was sent would change, to apply or to leave. It is there for an hour, for whoever sent it.</summary>
public sealed class DifferenceModel(PlanReader reader, PlanService plans, PlanBookService books) : PlanPage(reader, plans)
{
    /// <summary>The workbook's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Upload { get; set; }

    /// <summary>Its name as it was sent.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it would change.</summary>
    public BookChange Change { get; private set; } = null!;

    /// <summary>Who saved the sections that are in its way.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows the differences.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Applies them, all or none.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        if (!Access.MayEditAll(Plan, Place.Basis)) return Forbid();
        if (await books.FindAsync(Upload, Id, Me, cancellation) is not { } upload) return NotFound();
        try
        {
            switch (await books.ApplyAsync(Plan, upload, cancellation))
            {
                case SaveOutcome.Saved:
                    return Redirect(Links.Plan(Id));
                case SaveOutcome.SavedByOthers:
                    Errors.Add(("", "Nothing was applied: somebody saved the same section since the workbook was made"));
                    break;
                case SaveOutcome.NotOpen:
                    Errors.Add(("", "Nothing was applied: the plan is not open any longer"));
                    break;
                case SaveOutcome.HasProblems wrong:
                    Errors.AddRange(wrong.Problems.Select(problem => ("", problem.Text)));
                    break;
            }
        }
        catch (BookRefusedException refused)
        {
            Errors.Add(("", refused.Message));
        }

        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        if (!Access.MayEditAll(Plan, Place.Basis)) return Forbid();
        if (await books.FindAsync(Upload, Id, Me, cancellation) is not { } upload) return NotFound();
        if (await books.ReadAsync(Plan, upload.Name, upload.Content, cancellation) is not BookOutcome.Read { Change: var change }) return NotFound();
        (Name, Change) = (upload.Name, change);
        Names = await Service.NamesAsync(change.Clashes.Select(clash => clash.Theirs.PersonId).OfType<Guid>(), cancellation);
        return Page();
    }
}
