using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Results;

/// <summary>Staff, posts, vacancies and their rate, and where there is need that and the gap to it, each with its range.</summary>
/// <param name="Name">What the row is of.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
/// <param name="Depth">How deep it stands in a tree, from 0.</param>
/// <param name="Cells">Figures and ranges as a person reads them.</param>
/// <param name="Account">Where the account of its figures is; null for nowhere.</param>
public sealed record FigureRow(string Name, string? Href, int Depth, IReadOnlyList<(string Value, string Range)> Cells, string? Account = null)
{
    /// <summary>The row of a month.</summary>
    /// <param name="name">What it is of.</param>
    /// <param name="href">Where it leads; null for nowhere.</param>
    /// <param name="depth">How deep it stands in a tree, from 0.</param>
    /// <param name="line">The figures.</param>
    /// <param name="month">The month.</param>
    /// <param name="hasNeed">Whether need stands in the table.</param>
    /// <param name="account">Where the account is; null for nowhere.</param>
    public static FigureRow Of(string name, string? href, int depth, LineFigures line, int month, bool hasNeed, string? account) => new(
        name, href, depth,
        [
            Amount(line.Of(month, Measure.Fte)), Amount(line.Of(month, Measure.Posts)), Amount(line.Of(month, Measure.Vacancies)), Share(line.Of(month, Measure.VacancyRate)),
            .. hasNeed ? ((string Value, string Range)[])[Amount(line.Of(month, NeedMeasure.Need)), Amount(line.Of(month, NeedMeasure.GapToNeed))] : [],
        ],
        account);

    /// <summary>An amount and its range as a person reads them; nothing where there is none.</summary>
    public static (string Value, string Range) Amount(LineFigures.Range? range) => Cell(range, Figures.Amount);

    private static (string Value, string Range) Share(LineFigures.Range? range) => Cell(range, Figures.Percent);

    private static (string Value, string Range) Cell(LineFigures.Range? range, Func<double, string> text) =>
        range is { } figure ? (text(figure.Central), Figures.To(figure.Low, figure.High, text)) : ("", "");
}
