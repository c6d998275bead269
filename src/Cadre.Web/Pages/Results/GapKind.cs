using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Results;

/// <summary>Which gap is shown: that to the posts that are funded, or that to the need, which nothing adjusts to them (docs/method.md section 10).</summary>
internal sealed record GapKind
{
    /// <summary>Posts without staff.</summary>
    public static GapKind ToPosts { get; } = new()
    {
        Name = "Gap to posts", Note = "Gap to posts: posts without staff, FTE at the end of the month.", Of = (line, month) => line.Of(month, Measure.Vacancies),
        Most = (name, month, amount, range) => $"In {month} the widest gap to posts is that of {name}: {amount} FTE of posts are vacant{range}.",
        None = month => $"None of them has a vacant post in {month}.",
    };

    /// <summary>Need less the staff of those who have a need.</summary>
    public static GapKind ToNeed { get; } = new()
    {
        Name = "Gap to need", Note = "Gap to need: need less the staff of those who have a need, FTE at the end of the month; below 0 there are more staff than are needed.",
        Of = (line, month) => line.Of(month, NeedMeasure.GapToNeed),
        Most = (name, month, amount, range) => $"In {month} the widest gap to need is that of {name}: {amount} FTE more are needed than there are{range}.",
        None = month => $"None of them has fewer staff than are needed in {month}.",
    };

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence.</summary>
    public required string Note { get; init; }

    /// <summary>Whether it says something of a line: where nothing is ever needed, there is no gap to need.</summary>
    public bool IsOf(LineFigures line) => line.Months.Any(month => Of(line, month) is not null && (this != ToNeed || line.Of(month, NeedMeasure.Need) is { High: > 0 }));

    /// <summary>The gap of a line in a month; null where the run does not hold it.</summary>
    public required Func<LineFigures, int, LineFigures.Range?> Of { get; init; }

    private Func<string, string, string, string, string> Most { get; init; } = null!;

    private Func<string, string> None { get; init; } = null!;

    /// <summary>Who lacks most in a month, in one sentence.</summary>
    /// <param name="model">The model.</param>
    /// <param name="all">Names and figures.</param>
    /// <param name="month">The month.</param>
    /// <param name="called">How a name stands in a sentence.</param>
    public string SentenceOf(NationalModel model, IReadOnlyList<(string Name, LineFigures Line)> all, int month, Func<string, string> called)
    {
        var (name, line) = all.MaxBy(item => Of(item.Line, month)?.Central ?? double.NegativeInfinity);
        var when = Wording.Long(model.MonthAt(month));
        if (Of(line, month) is not { Central: > 0 } most) return None(when);
        var range = Figures.To(most.Low, most.High, Figures.Amount);
        return Most(called(name), when, Figures.Amount(most.Central), range.Length > 0 ? $" (nine futures in ten: {range})" : "");
    }
}
