using System.Text.Json.Nodes;

namespace Cadre.Cli.Reports;

/// <summary>Figures as main.js draws them.</summary>
internal static class ChartData
{
    /// <summary>Lines over time with their fans.</summary>
    public static JsonObject Fan(string unit, params IEnumerable<JsonObject> series) => new() { ["kind"] = "fan", ["unit"] = unit, ["series"] = Array(series) };

    /// <summary>A line of a fan chart.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="last">Its last figure as the page writes it.</param>
    /// <param name="points">The line and its bands by month.</param>
    public static JsonObject Series(string name, string last, IEnumerable<(string Month, Band Figure)> points) => new()
    {
        ["name"] = $"{name} {last}",
        ["points"] = Array(points.Select(point => new JsonArray(point.Month, Round(point.Figure.Central), Round(point.Figure.P5), Round(point.Figure.P95), Round(point.Figure.P25), Round(point.Figure.P75)))),
    };

    /// <summary>A dot with its range for each row; of a difference the axis has signs.</summary>
    public static JsonObject Ranges(string unit, IEnumerable<(string Name, Ranged Figure, string Text)> rows, bool isDifference = false) => new()
    {
        ["kind"] = "ranges",
        ["difference"] = isDifference,
        ["unit"] = unit,
        ["rows"] = Array(rows.Select(row => new JsonObject
        {
            ["name"] = row.Name, ["value"] = Round(row.Figure.Central), ["low"] = Round(row.Figure.P5), ["high"] = Round(row.Figure.P95), ["text"] = row.Text,
        })),
    };

    /// <summary>A bar for each row, to the left where it is negative.</summary>
    /// <param name="unit">What the axis says.</param>
    /// <param name="most">The end of the axis; null for that of the rows.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isDifference">Whether the axis has signs.</param>
    /// <param name="weakBelow">Bars under this are grey.</param>
    public static JsonObject Bars(string unit, double? most, IEnumerable<(string Name, double Value, string Text)> rows, bool isDifference = false, double weakBelow = double.NegativeInfinity) => new()
    {
        ["kind"] = "bars",
        ["difference"] = isDifference,
        ["unit"] = unit,
        ["most"] = most,
        ["rows"] = Array(rows.Select(row => new JsonObject { ["name"] = row.Name, ["value"] = Round(row.Value), ["text"] = row.Text, ["weak"] = row.Value < weakBelow })),
    };

    /// <summary>Parts on top of each other by year, with the range of the whole and what there is to pay for it.</summary>
    public static JsonObject Money(string unit, IEnumerable<(string Year, string Item, double Value)> parts, IEnumerable<(string Year, Ranged Total, double? Envelope)> years) => new()
    {
        ["kind"] = "money",
        ["unit"] = unit,
        ["parts"] = Array(parts.Select(part => new JsonObject { ["year"] = part.Year, ["item"] = part.Item, ["value"] = Round(part.Value) })),
        ["years"] = Array(years.Select(year => new JsonObject
        {
            ["year"] = year.Year, ["value"] = Round(year.Total.Central), ["low"] = Round(year.Total.P5), ["high"] = Round(year.Total.P95), ["envelope"] = year.Envelope is { } pounds ? Round(pounds) : null,
        })),
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    /// <summary>As many digits as a chart can show.</summary>
    private static double Round(double value) => Math.Abs(value) >= 100 ? Math.Round(value) : Math.Round(value, 4);
}
