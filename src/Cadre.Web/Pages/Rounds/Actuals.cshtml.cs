using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>The actual staff of a round's framework: what is held, and files that bring more.</summary>
[Authorize(Access.SeeRounds)]
[RequestSizeLimit(MostBytes + Around)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes + Around)]
public sealed class ActualsModel(PlanReader reader, ActualService actuals) : PageModel
{
    /// <summary>The most bytes of a file.</summary>
    public const long MostBytes = 5_000_000;

    /// <summary>Faults that are shown; more are counted.</summary>
    public const int MostShown = 200;

    /// <summary>What a form has around its file.</summary>
    private const long Around = 1 << 16;

    /// <summary>The round's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The upload that is looked at.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Upload { get; set; }

    /// <summary>Number of the last upload that had been applied when this one was looked at.</summary>
    [BindProperty]
    public int Held { get; set; }

    /// <summary>What was sent.</summary>
    [BindProperty]
    public IFormFile? Csv { get; set; }

    /// <summary>The round.</summary>
    public PlanRound Round { get; private set; } = null!;

    /// <summary>What is wrong with the form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What applying the upload would do; null where none is looked at.</summary>
    public ActualPreview? Preview { get; private set; }

    /// <summary>The uploads that were applied, the last first.</summary>
    public IReadOnlyList<(ActualUpload Upload, string Person)> Applied { get; private set; } = [];

    /// <summary>Names of the regions, by column.</summary>
    public IReadOnlyList<string> Regions { get; private set; } = [];

    /// <summary>Months that are held, the last first, with the trusts of each region that are there.</summary>
    public IReadOnlyList<(string Month, IReadOnlyList<string> Cells)> Months { get; private set; } = [];

    /// <summary>Whether whoever looks may upload.</summary>
    public bool MayUpload => User.IsInRole(nameof(Role.NationalModeller));

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>A month as people read it.</summary>
    public static string NameOf(string month) => CalendarMonth.TryParse(month, out var calendar) ? Wording.Long(calendar) : month;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        return Upload is null || Preview is not null ? Page() : Redirect(Links.Actuals(Id));
    }

    /// <summary>Reads a file and shows what applying it would do.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayUpload) return Forbid();
        if (!await LoadAsync(cancellation)) return NotFound();
        if (Csv is not { Length: > 0 } file) return Refuse(Csv is null ? "Choose a CSV file" : "The file is empty");
        if (file.Length > MostBytes) return Refuse($"The file must be smaller than {MostBytes / 1_000_000} MB");
        // Some browsers send a whole path.
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        if (!name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return Refuse("The file must be CSV, with a name that ends in .csv");
        try
        {
            await using var bytes = file.OpenReadStream();
            return Redirect(Links.Actuals(Id, (await actuals.UploadAsync(Round, bytes, name, SignedIn.IdOf(User), cancellation)).Id));
        }
        catch (FrameworkException wrong)
        {
            Problems = wrong.Problems;
            return Refuse(Problems is [{ Line: 0, Column: null } one] ? $"{name} was not read: found {one.Found}, expected {one.Expected}" : $"{name} was not read: {Wording.Count(Problems.Count, "problem")}");
        }
    }

    /// <summary>Applies the upload that was looked at.</summary>
    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellation)
    {
        if (!MayUpload) return Forbid();
        if (!await LoadAsync(cancellation) || Upload is not { } upload) return NotFound();
        if (await actuals.ApplyAsync(Round, upload, Held, SignedIn.IdOf(User), cancellation)) return Redirect(Links.Actuals(Id));
        Errors.Add(("", Preview is null ? "This file is applied already." : "Another file was applied meanwhile: nothing of this one was. What it would do now is below."));
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return false;
        Round = round;
        var (basis, held) = (await reader.BasisAsync(round, cancellation), await actuals.HeldAsync(round.FrameworkId, cancellation));
        Applied = await actuals.AppliedAsync(round.FrameworkId, cancellation);
        if (Upload is { } upload) Preview = await actuals.PreviewAsync(round, upload, cancellation);
        var model = basis.Model;
        int[] regions = [.. Enumerable.Range(0, model.Places.Count).Where(place => model.Places[place].Level == PlaceLevel.Region)];
        Regions = [.. regions.Select(region => model.Places[region].Name)];
        string[][] trusts = [.. regions.Select(region => TrustsWithin(model, region))];
        Months = [.. held.Months.Reverse().Select(month => (NameOf(month), (IReadOnlyList<string>)[.. trusts.Select(own => $"{own.Count(trust => held.IsCovered(trust, month))} of {own.Length}")]))];
        return true;
    }

    /// <summary>The trusts whose main way up leads through a region.</summary>
    private static string[] TrustsWithin(NationalModel model, int region) =>
    [
        .. from trust in Enumerable.Range(0, model.Places.Count)
           where model.Places[trust].Level == PlaceLevel.Trust && WayUp.FromPlace(model.Places, trust).Contains(region)
           select model.Places[trust].Code,
    ];

    private PageResult Refuse(string error)
    {
        Errors.Add(("csv", error));
        return Page();
    }
}
