using Cadre.Core.Comparisons;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.Web.Pages.Results;

namespace Cadre.Web.Pages.Runs;

/// <summary>What is shown of a comparison, ready to be read.</summary>
public sealed record CompareView
{
    /// <summary>The first run's scenario.</summary>
    public required string A { get; init; }

    /// <summary>The second run's scenario.</summary>
    public required string B { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>The month that is compared.</summary>
    public required string Month { get; init; }

    /// <summary>A table for each measure, by staff group: the first run, the second, the difference.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyList<FigureRow> Rows)> Tables { get; init; }

    /// <summary>The view of a place (by its index).</summary>
    internal static CompareView Of(Framework framework, RunComparison comparison, string a, string b, int place)
    {
        var model = framework.Model;
        var month = Wording.Long(model.MonthAt(comparison.Month));
        return new CompareView
        {
            A = a,
            B = b,
            Month = month,
            Headline = HeadlineOf(comparison, $"{model.Places[place].Name}, {month}, “{b}” beside “{a}”", place, model.Everybody),
            Tables =
            [
                .. from figures in FiguresOf(comparison, place)
                   let rows = (IReadOnlyList<FigureRow>)[.. RowsOf(model, figures.Of)]
                   where rows.Count > 0
                   select (figures.Name, rows),
            ],
        };
    }

    private static string HeadlineOf(RunComparison comparison, string about, int place, int everybody)
    {
        string Words(Measure measure, string what) =>
            comparison.Of(place, everybody, measure) is { } figure ? Signed.Words(figure.Difference, what, "nine futures in ten: ", hasRange: figure.Difference.P5 < figure.Difference.P95) : "";
        string[] parts = [.. new[] { Words(Measure.Fte, "in post"), Words(Measure.Posts, "in posts"), Words(Measure.Vacancies, "vacant") }.Where(part => part.Length > 0)];
        return parts.Length == 0 ? "" : $"{about}: {Wording.List(parts)}.";
    }

    private static IEnumerable<(string Name, Func<int, ComparedFigure?> Of)> FiguresOf(RunComparison comparison, int place) =>
    [
        .. RunComparison.Measures.Select(measure => (NameOf(measure), (Func<int, ComparedFigure?>)(group => comparison.Of(place, group, measure)))),
        ("Need", group => comparison.Of(place, group, NeedMeasure.Need)), (GapKind.ToNeed.Name, group => comparison.Of(place, group, NeedMeasure.GapToNeed)),
    ];

    private static IEnumerable<FigureRow> RowsOf(NationalModel model, Func<int, ComparedFigure?> of) =>
        from item in StaffGroupRows.Of(model)
        let figure = of(item.Group)
        where figure is not null
        select new FigureRow(model.StaffGroups[item.Group].Name, null, Math.Min(item.Depth, 3), [Cell(figure.Value.A), Cell(figure.Value.B), (Signed.Amount(figure.Value.Difference.Central), Signed.Range(figure.Value.Difference))]);

    private static (string Value, string Range) Cell(Summary figure) => (Figures.Amount(figure.Central), Figures.To(figure.P5, figure.P95, Figures.Amount));

    private static string NameOf(Measure measure) => measure switch
    {
        Measure.Fte => "Staff in post",
        Measure.Posts => "Posts",
        Measure.Vacancies => "Vacancies",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "It is not compared."),
    };
}
