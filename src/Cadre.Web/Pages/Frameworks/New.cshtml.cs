using Cadre.Core.Frameworks;
using Cadre.Core.Words;
using Cadre.Engine;
using Cadre.Frameworks.Reading;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Frameworks;

/// <summary>Takes a framework as the zip file of its folder.</summary>
[Authorize(Access.RunFrameworks)]
[RequestSizeLimit(MostBytes + Around)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes + Around)]
public sealed class NewModel(FrameworkService frameworks) : PageModel
{
    /// <summary>The most bytes of a zip file.</summary>
    public const long MostBytes = 30_000_000;

    /// <summary>Faults that are shown; more are counted.</summary>
    public const int MostShown = 200;

    /// <summary>What a form has around its file.</summary>
    private const long Around = 1 << 16;

    /// <summary>What was sent.</summary>
    [BindProperty]
    public IFormFile? Zip { get; set; }

    /// <summary>What is wrong with the form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What is wrong with the framework.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Imports it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Zip is not { Length: > 0 } zip) return Refuse(Zip is null ? "Choose the zip file of a framework" : "The file is empty");
        if (zip.Length > MostBytes) return Refuse($"The file must be smaller than {MostBytes / 1_000_000} MB");
        // Some browsers send a whole path.
        var name = zip.FileName[(zip.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        try
        {
            await using var bytes = zip.OpenReadStream();
            return Redirect(Links.Framework((await frameworks.ImportZipAsync(bytes, name, SignedIn.IdOf(User), cancellation)).Id));
        }
        catch (FrameworkException wrong)
        {
            Problems = wrong.Problems;
            return Refuse(Problems is [{ Line: 0, Column: null } one] && one.File == name ? $"{name} was not imported: found {one.Found}, expected {one.Expected}" : $"{name} was not imported: {Wording.Count(Problems.Count, "problem")}");
        }
        catch (ModelException wrong)
        {
            return Refuse($"{name} was not imported: {wrong.Message}");
        }
    }

    private PageResult Refuse(string error)
    {
        Errors.Add(("zip", error));
        return Page();
    }
}
