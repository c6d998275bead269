using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages;

/// <summary>The first page: what there is to plan with.</summary>
public sealed class IndexModel(FrameworkService frameworks, RunService runs, IAuthorizationService authorization) : PageModel
{
    /// <summary>The newest version of each framework, with its newest run.</summary>
    public List<(FrameworkSummary Framework, Run? Run)> Frameworks { get; } = [];

    /// <summary>Whether whoever looks may add one.</summary>
    public bool MayUpload { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        MayUpload = (await authorization.AuthorizeAsync(User, Access.RunFrameworks)).Succeeded;
        foreach (var framework in await frameworks.ListAsync(cancellation))
            Frameworks.Add((framework, (await runs.ListAsync(framework.Id, cancellation)).FirstOrDefault()));
    }
}
