using System.Text;
using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>The nation's staff and posts month by month, as a chart with its axes and labels.</summary>
internal sealed class TrendView(IAnsiConsole console, Plan plan)
{
    private const int AxisWidth = 9;
    private const int LabelWidth = 16;
    private const string StaffColour = "deepskyblue1";
    private const string PostsColour = "orange1";

    /// <summary>Writes the chart.</summary>
    public void Show()
    {
        if (plan.Nation.Count < 2) return;
        var chart = new TrendChart(
            [.. plan.Nation.Select(month => BandOf(month.Posts))], [.. plan.Nation.Select(month => BandOf(month.Fte))],
            console.Profile.Width - AxisWidth - LabelWidth);
        var ranged = plan.Result.FuturesRun > 1;
        console.MarkupLine("[bold]Staff and posts of the nation month by month, FTE[/]");
        console.WriteProse($"{(ranged ? "lines: central; dots: 5th and 95th percentile of the futures; " : "")}the axis does not begin at 0", "grey");
        var labels = Labels(chart);
        var ticks = chart.Ticks();
        for (var row = 0; row < TrendChart.Height; row++)
            console.MarkupLine(RowOf(chart, row, ticks.GetValueOrDefault(row, double.NaN), labels.GetValueOrDefault(row, "")));
        console.MarkupLineInterpolated($"[grey]{new string(' ', AxisWidth - 1)}└{MonthTicks(chart, month => month == 3 ? '┴' : '─')}[/]");
        console.MarkupLineInterpolated($"[grey]{new string(' ', AxisWidth)}{MonthNames(chart)}[/]");
        console.WriteLine();
    }

    private static TrendChart.Band BandOf(Summary summary) => new(summary.P5, summary.Central, summary.P95);

    private static string RowOf(TrendChart chart, int row, double tick, string label)
    {
        var axis = double.IsFinite(tick) ? Figures.Tick(tick, chart.TickStep).PadLeft(AxisWidth - 2) + " ┤" : new string(' ', AxisWidth - 1) + "│";
        var text = new StringBuilder($"[grey]{axis}[/]");
        var drawn = 0;
        foreach (var (series, characters) in chart.Row(row))
        {
            text.Append(StyleOf(series)).Append(characters).Append("[/]");
            drawn += characters.Length;
        }

        if (label.Length > 0) text.Append(' ', chart.Months.Count - drawn).Append(label);
        return text.ToString();
    }

    private static string StyleOf(TrendChart.Series series) => series switch
    {
        TrendChart.Series.None => "[default]",
        TrendChart.Series.UpperRange => $"[{PostsColour}]",
        TrendChart.Series.LowerRange => $"[{StaffColour}]",
        TrendChart.Series.Upper => $"[bold {PostsColour}]",
        TrendChart.Series.Lower => $"[bold {StaffColour}]",
        _ => throw new ArgumentOutOfRangeException(nameof(series), series, "No such series."),
    };

    /// <summary>What stands at the right end of a row: the lines' names and last values.</summary>
    private Dictionary<int, string> Labels(TrendChart chart)
    {
        var (staff, posts) = (plan.Nation[^1].Fte.Central, plan.Nation[^1].Posts.Central);
        var (staffRow, postsRow) = (chart.RowOf(staff), chart.RowOf(posts));
        if (staffRow == postsRow) staffRow += staffRow + 1 < TrendChart.Height ? 1 : -1;
        return new()
        {
            [postsRow] = $" [{PostsColour}]posts {Figures.Amount(posts)}[/]",
            [staffRow] = $" [{StaffColour}]staff {Figures.Amount(staff)}[/]",
        };
    }

    private string MonthTicks(TrendChart chart, Func<int, char> characterOf)
    {
        var text = new StringBuilder();
        for (var column = 0; column < chart.Months.Count; column++)
        {
            var begins = column == 0 || chart.Months[column] != chart.Months[column - 1];
            text.Append(begins ? characterOf(CalendarMonthOf(chart, column)) : '─');
        }

        return text.ToString();
    }

    /// <summary>The names of the Marches, each ending under its tick, as many as there is room for.</summary>
    private string MonthNames(TrendChart chart)
    {
        var text = new char[chart.Months.Count + 4];
        Array.Fill(text, ' ');
        var free = 0;
        for (var column = 0; column < chart.Months.Count; column++)
        {
            var begins = column == 0 || chart.Months[column] != chart.Months[column - 1];
            if (!begins || CalendarMonthOf(chart, column) != 3) continue;
            var name = Wording.Short(plan.Result.Model.MonthAt(plan.Nation[chart.Months[column]].Month));
            var from = Math.Max(0, column - (name.Length / 2));
            if (from < free || from + name.Length > text.Length) continue;
            name.CopyTo(0, text, from, name.Length);
            free = from + name.Length + 1;
        }

        return new string(text).TrimEnd();
    }

    private int CalendarMonthOf(TrendChart chart, int column) =>
        plan.Result.Model.MonthAt(plan.Nation[chart.Months[column]].Month).Month;
}
