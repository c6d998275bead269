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
    /// <summary>Rows that are named where they rule instead of another; more are counted.</summary>
    private const int MostNamed = 3;

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
        var overriding = new OverridingRows(framework.Model, ScenarioEntry.Baseline);
        string[] words = (Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Rows =
        [
            .. framework.Register.Select((entry, index) => RowOf(index, entry, titles))
                .Where(row => string.IsNullOrEmpty(Grade) || row.Grade == Grade)
                .Where(row => words.All(word => row.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Select(row => row with { Elsewhere = ElsewhereOf(overriding, row.Index) }),
        ];
        return Page();
    }

    private Row RowOf(int index, AssumptionEntry entry, Dictionary<string, string> titles)
    {
        var row = entry.Assumption;
        var (central, range) = Figures.OfAssumption(row);
        return new Row(
            index, Wording.Of(row.Parameter), AssumptionWords.ScopeOf(Framework.Model, row), central, entry.Low == entry.High ? "" : range, row.Grade.ToString(),
            titles.GetValueOrDefault(row.Source, row.Source), "");
    }

    /// <summary>Where more specific rows of the same parameter rule.</summary>
    private string ElsewhereOf(OverridingRows overriding, int index)
    {
        string[] scopes = [.. overriding.Within(index).Select(other => AssumptionWords.ScopeOf(Framework.Model, Framework.Model.Assumptions[other]))];
        return scopes.Length == 0 ? "" : $"Other rows rule for {string.Join("; ", scopes.Take(MostNamed))}{(scopes.Length > MostNamed ? $" and {Wording.Count(scopes.Length - MostNamed, "more", "more")}" : "")}";
    }

    /// <summary>A row as it is shown.</summary>
    /// <param name="Index">Its place in the register.</param>
    /// <param name="Name">What is assumed.</param>
    /// <param name="Of">Of whom.</param>
    /// <param name="Central">The central value with its unit.</param>
    /// <param name="Range">Its ends; empty where they are the same.</param>
    /// <param name="Grade">A to D.</param>
    /// <param name="Source">Title of its source.</param>
    /// <param name="Elsewhere">Where more specific rows rule instead; empty for nowhere.</param>
    public sealed record Row(int Index, string Name, string Of, string Central, string Range, string Grade, string Source, string Elsewhere)
    {
        /// <summary>All of it, to search in.</summary>
        public string Text => $"{Name} {Of} {Source}";
    }
}
