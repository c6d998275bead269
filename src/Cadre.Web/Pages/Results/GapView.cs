using System.Text.Json;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Results;

/// <summary>Unfilled posts of several staff groups or places: the chart's figures, one sentence, and for staff groups the table year by year.</summary>
public sealed record GapView
{
    /// <summary>The chart's figures, as JSON.</summary>
    public required string Chart { get; init; }

    /// <summary>Who lacks most, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the columns of the table are.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The table: a name, and for each column a figure and its range.</summary>
    public required IReadOnlyList<FigureRow> Rows { get; init; }

    /// <summary>Staff groups side by side over time; null where there are fewer than two.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">Names and figures, in reading order.</param>
    /// <param name="marches">The months of the table: opening day left out.</param>
    internal static GapView? OverTime(NationalModel model, IReadOnlyList<(string Name, LineFigures Line)> groups, IReadOnlyList<int> marches)
    {
        if (groups.Count < 2 || marches.Count == 0) return null;
        var panels = groups.Select(one => new
        {
            name = one.Name,
            points = from month in one.Line.Months
                     let figure = one.Line.Of(month, Measure.Vacancies)
                     where figure is not null
                     select new object[] { model.MonthAt(month).ToString(), figure.Value.Central, figure.Value.Low, figure.Value.High },
        });
        return new GapView
        {
            Chart = JsonSerializer.Serialize(new { unit = "FTE", panels }),
            Sentence = SentenceOf(model, groups, marches[^1]),
            Columns = [.. groups.Select(group => group.Name)],
            Rows = [.. marches.Select(month => new FigureRow(Wording.Long(model.MonthAt(month)), null, 0, [.. groups.Select(group => Cell(group.Line.Of(month, Measure.Vacancies)))]))],
        };
    }

    /// <summary>Places in one month, the most unfilled posts first; null where there are fewer than two. Their table is that of the places within.</summary>
    internal static GapView? ByPlace(NationalModel model, IReadOnlyList<(string Name, LineFigures Line)> places, int month)
    {
        var bars = places.Select(place => (place.Name, Figure: place.Line.Of(month, Measure.Vacancies))).Where(place => place.Figure is not null)
            .Select(place => new { name = place.Name, value = place.Figure!.Value.Central, low = place.Figure.Value.Low, high = place.Figure.Value.High, text = Figures.Amount(place.Figure.Value.Central) }).ToList();
        return bars.Count < 2 ? null : new GapView { Chart = JsonSerializer.Serialize(new { unit = "FTE", bars }), Sentence = SentenceOf(model, places, month), Columns = [], Rows = [] };
    }

    private static string SentenceOf(NationalModel model, IReadOnlyList<(string Name, LineFigures Line)> all, int month)
    {
        var (name, line) = all.MaxBy(item => item.Line.Of(month, Measure.Vacancies)?.Central ?? 0);
        if (line.Of(month, Measure.Vacancies) is not { Central: > 0 } most) return $"None of them has an unfilled post in {Wording.Long(model.MonthAt(month))}.";
        var range = Figures.To(most.Low, most.High, Figures.Amount);
        return $"In {Wording.Long(model.MonthAt(month))} the most unfilled posts are those of {name}: {Figures.Amount(most.Central)} FTE{(range.Length > 0 ? $" (nine futures in ten: {range})" : "")}.";
    }

    private static (string Value, string Range) Cell(LineFigures.Range? range) => range is { } figure ? (Figures.Amount(figure.Central), Figures.To(figure.Low, figure.High, Figures.Amount)) : ("", "");
}
