using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages;

/// <summary>The first page: what there is to plan with.</summary>
public sealed class IndexModel(FrameworkService frameworks, RunService runs) : PageModel
{
    /// <summary>The newest version of each framework, with its newest run.</summary>
    public List<(FrameworkSummary Framework, Run? Run)> Frameworks { get; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        foreach (var framework in await frameworks.ListAsync(cancellation))
            Frameworks.Add((framework, (await runs.ListAsync(framework.Id, cancellation)).FirstOrDefault()));
    }
}
