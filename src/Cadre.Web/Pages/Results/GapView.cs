using System.Text.Json;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Results;

/// <summary>A gap of several staff groups or places: the chart's figures, one sentence, and for staff groups the table year by year.</summary>
public sealed record GapView
{
    /// <summary>Which gap it is: to posts, or to need.</summary>
    public required string Name { get; init; }

    /// <summary>What that gap is, in a sentence.</summary>
    public required string Note { get; init; }

    /// <summary>The chart's figures, as JSON.</summary>
    public required string Chart { get; init; }

    /// <summary>Who lacks most, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the columns of the table are.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The table: a name, and for each column a figure and its range.</summary>
    public IReadOnlyList<FigureRow> Rows { get; init; } = [];

    /// <summary>Staff groups side by side over time; null where fewer than two have the gap.</summary>
    /// <param name="kind">Which gap.</param>
    /// <param name="model">The model.</param>
    /// <param name="all">Names and figures, in reading order.</param>
    /// <param name="months">The months of the table.</param>
    internal static GapView? OverTime(GapKind kind, NationalModel model, IReadOnlyList<(string Name, LineFigures Line)> all, IReadOnlyList<int> months)
    {
        (string Name, LineFigures Line)[] groups = [.. all.Where(group => kind.IsOf(group.Line))];
        if (groups.Length < 2) return null;
        var panels = groups.Select(one => new
        {
            name = one.Name,
            points = from month in one.Line.Months
                     let figure = kind.Of(one.Line, month)
                     where figure is not null
                     select new object[] { model.MonthAt(month).ToString(), figure.Value.Central, figure.Value.Low, figure.Value.High },
        });
        return new GapView
        {
            Name = kind.Name, Note = kind.Note, Chart = JsonSerializer.Serialize(new { unit = "FTE", panels }), Sentence = kind.SentenceOf(model, groups, months[^1], name => name),
            Columns = [.. groups.Select(group => group.Name)],
            Rows =
            [
                .. from month in months
                   let cells = groups.Select(one => FigureRow.Amount(kind.Of(one.Line, month))).ToArray()
                   where cells.Any(cell => cell.Value.Length > 0)
                   select new FigureRow(Wording.Long(model.MonthAt(month)), null, 0, cells),
            ],
        };
    }

    /// <summary>Places in one month, the widest gap first, once for each gap that at least two of them have. Their table is that of the places within.</summary>
    internal static IReadOnlyList<GapView> ByPlace(NationalModel model, IReadOnlyList<(string Name, LineFigures Line)> places, int month) =>
        [.. ((GapKind[])[GapKind.ToPosts, GapKind.ToNeed]).Select(kind => ByPlace(kind, model, places, month)).OfType<GapView>()];

    private static GapView? ByPlace(GapKind kind, NationalModel model, IReadOnlyList<(string Name, LineFigures Line)> places, int month)
    {
        (string Name, LineFigures Line)[] having = [.. places.Where(place => kind.Of(place.Line, month) is not null && kind.IsOf(place.Line))];
        if (having.Length < 2) return null;
        var rows = from place in having
                   let figure = kind.Of(place.Line, month)!.Value
                   orderby figure.Central descending
                   select new { name = place.Name, value = figure.Central, low = figure.Low, high = figure.High, text = Figures.Amount(figure.Central) };
        return new GapView { Name = kind.Name, Note = kind.Note, Chart = JsonSerializer.Serialize(new { unit = "FTE", rows }), Sentence = kind.SentenceOf(model, having, month, Wording.InPlace) };
    }
}
