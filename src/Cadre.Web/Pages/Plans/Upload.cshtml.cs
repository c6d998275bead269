using Cadre.Core.Plans;
using Cadre.Core.Plans.Workbooks;
using Cadre.Core.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Plans;

/// <summary>Takes the plan's workbook back. What it would change is shown on the next page; nothing is applied here.</summary>
[RequestSizeLimit(PlanBookService.MostBytes + Around)]
[RequestFormLimits(MultipartBodyLengthLimit = PlanBookService.MostBytes + Around)]
public sealed class UploadModel(PlanReader reader, PlanService plans, PlanBookService books) : PlanPage(reader, plans)
{
    /// <summary>Faults that are listed as links at the top of the page; all stand in the table.</summary>
    private const int InSummary = 10;

    /// <summary>What a form has around its file.</summary>
    private const int Around = 1 << 16;

    /// <summary>What was sent.</summary>
    [BindProperty]
    public IFormFile? Workbook { get; set; }

    /// <summary>Cells that cannot be taken.</summary>
    public IReadOnlyList<BookFault> Faults { get; private set; } = [];

    /// <summary>What was read that is the same as the plan; null where nothing was.</summary>
    public BookChange? Same { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        return Access.MayEditAll(Plan, Place.Basis) ? Page() : Forbid();
    }

    /// <summary>Reads the workbook.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        if (!Access.MayEditAll(Plan, Place.Basis)) return Forbid();
        if (!Plan.IsOpen || IsClosed) return Refuse("The plan is not open: it was submitted, another carries it on, or its round is closed");
        if (Workbook is not { } file) return Refuse("Choose the plan's workbook");
        if (file.Length > PlanBookService.MostBytes) return Refuse($"The file must be smaller than {PlanBookService.MostBytes / 1_000_000} MB");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        var (outcome, upload) = await books.SendAsync(Plan, Me, file.FileName, bytes.ToArray(), cancellation);
        if (upload is { } kept) return Redirect(Links.PlanUpload(Id, kept));
        return outcome switch
        {
            BookOutcome.Refused refused => Refuse(refused.Sentence),
            BookOutcome.HasFaults faulty => List(faulty.Faults),
            BookOutcome.Read read => Tell(read.Change),
            _ => throw new InvalidOperationException($"No such outcome: {outcome}."),
        };
    }

    private PageResult Refuse(string sentence)
    {
        Errors.Add(("workbook", sentence));
        return Page();
    }

    private PageResult List(IReadOnlyList<BookFault> faults)
    {
        Faults = faults;
        Errors.Add(("workbook", $"{Wording.Count(faults.Count, "cell")} of the workbook cannot be taken; nothing was kept"));
        Errors.AddRange(faults.Take(InSummary).Select((fault, i) => ($"fault-{i}", fault.Text)));
        return Page();
    }

    private PageResult Tell(BookChange change)
    {
        Same = change;
        return Page();
    }
}
