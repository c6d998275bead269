using System.Globalization;
using Cadre.Engine.Results;

namespace Cadre.Cli;

/// <summary>How a table shows money: millions with one decimal for a country, whole pounds for a team.</summary>
/// <param name="Word">What stands in the table's title: £m.</param>
/// <param name="Pounds">How many pounds one of it is.</param>
/// <param name="Format">How a number of it is written.</param>
internal sealed record MoneyUnit(string Word, double Pounds, string Format)
{
    /// <summary>From where millions with one decimal have three digits or more.</summary>
    private const double ManyPounds = 1e7;

    private static readonly MoneyUnit Millions = new("£m", 1e6, "#,0.0");
    private static readonly MoneyUnit Single = new("£", 1, "#,0");

    /// <summary>The unit for a table whose largest figure is <paramref name="largest"/> pounds.</summary>
    public static MoneyUnit For(double largest) => largest >= ManyPounds ? Millions : Single;

    /// <summary>An amount: 8,912.3.</summary>
    public string Amount(double pounds)
    {
        var rounded = Math.Round(pounds / Pounds, Format.EndsWith(".0", StringComparison.Ordinal) ? 1 : 0, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString(Format, CultureInfo.InvariantCulture);
    }

    /// <summary>The middle nine tenths of the futures: 8,700.1–9,102.4.</summary>
    public string Range(Summary pounds) => Figures.Between(pounds.P5, pounds.P95, Amount);

    /// <summary>A difference: +12.3, -4.0, 0.0.</summary>
    public string Change(double pounds) => Amount(pounds) is var text && pounds > 0 && text.Any(digit => digit is >= '1' and <= '9') ? $"+{text}" : text;

    /// <summary>The middle nine tenths of the futures' differences: +9.8 to +15.1.</summary>
    public string ChangeRange(Summary pounds) => $"{Change(pounds.P5)} to {Change(pounds.P95)}";
}
