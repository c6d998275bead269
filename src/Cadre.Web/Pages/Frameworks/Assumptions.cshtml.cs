using Cadre.Core.Frameworks;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Frameworks;

/// <summary>The register of assumptions of a framework.</summary>
public sealed class AssumptionsModel(FrameworkService frameworks) : PageModel
{
    /// <summary>The version.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Words that a row must hold.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The grade that is shown; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Grade { get; set; }

    /// <summary>The framework.</summary>
    public Framework Framework { get; private set; } = null!;

    /// <summary>The rows that are shown.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The grades to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Grades { get; } = [("", "Every grade"), .. Enum.GetNames<Grade>().Select(grade => (grade, grade))];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await frameworks.FindAsync(Id, cancellation) is not { } framework) return NotFound();
        Framework = framework;
        var titles = framework.Evidence.ToDictionary(item => item.Id, item => item.Title);
        string[] words = (Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Rows =
        [
            .. framework.Register.Select(entry => RowOf(entry, titles))
                .Where(row => string.IsNullOrEmpty(Grade) || row.Grade == Grade)
                .Where(row => words.All(word => row.Text.Contains(word, StringComparison.OrdinalIgnoreCase))),
        ];
        return Page();
    }

    private Row RowOf(AssumptionEntry entry, Dictionary<string, string> titles)
    {
        var (model, row) = (Framework.Model, entry.Assumption);
        string[] of =
        [
            .. row.Place is { } place ? [model.Places[place].Name] : Array.Empty<string>(),
            .. row.Service is { } service ? [model.Services[service].Name] : Array.Empty<string>(),
            .. row.StaffGroup is { } group ? [model.StaffGroups[group].Name] : Array.Empty<string>(),
            .. row.Supply is { } supply ? [model.Sources[supply].Name] : Array.Empty<string>(),
            .. row is { Supply: { } from, Stage: { } stage } ? [model.Sources[from].Stages[stage].Name] : Array.Empty<string>(),
            .. row.Conversion is { } conversion ? [model.Conversions[conversion].Name] : Array.Empty<string>(),
        ];
        var (central, range) = Figures.OfAssumption(row);
        return new Row(
            Wording.Of(row.Parameter), of.Length == 0 ? "everybody" : string.Join(", ", of), central, entry.Low == entry.High ? "" : range, row.Grade.ToString(),
            titles.GetValueOrDefault(row.Source, row.Source));
    }

    /// <summary>A row as it is shown.</summary>
    /// <param name="Name">What is assumed.</param>
    /// <param name="Of">Of whom.</param>
    /// <param name="Central">The central value with its unit.</param>
    /// <param name="Range">Its ends; empty where they are the same.</param>
    /// <param name="Grade">A to D.</param>
    /// <param name="Source">Title of its source.</param>
    public sealed record Row(string Name, string Of, string Central, string Range, string Grade, string Source)
    {
        /// <summary>All of it, to search in.</summary>
        public string Text => $"{Name} {Of} {Source}";
    }
}
