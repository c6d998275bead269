using Cadre.Core.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>What a plan would change in its place.</summary>
public sealed class PreviewModel(PlanReader reader, PlanService plans, PreviewService previews) : PlanPage(reader, plans)
{
    /// <summary>What it changes; null before there is a national run.</summary>
    public PreviewTable? Table { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        if (await previews.PreviewAsync(Plan, Place, cancellation) is { } preview) Table = PreviewTable.Of(Plan, Place.Basis, preview);
        return Page();
    }
}
