using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Words;

/// <summary>Numbers as a person reads them: no more digits than the figures can carry.</summary>
public static class Figures
{
    /// <summary>Fewer futures than these are counted, not turned into a percentage.</summary>
    private const int FewestForPercent = 100;

    /// <summary>Staff or posts out of a run, to about three digits: 45,100, 3,480, 312, 4.2.</summary>
    public static string Amount(double value) => Math.Abs(value) switch
    {
        >= 9_995 => Whole(Math.Round(value / 100) * 100),
        >= 999.5 => Whole(Math.Round(value / 10) * 10),
        >= 9.95 or 0 => Whole(value),
        _ => Tenth(value),
    };

    /// <summary>A round value on an axis whose values lie <paramref name="step"/> apart: as many decimals as tell them apart.</summary>
    public static string Tick(double value, double step) =>
        step == Math.Floor(step) ? Whole(value) : value.ToString(step * 10 == Math.Floor(step * 10) ? "#,0.0" : "#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A published or counted number, to the nearest whole: 45,123.</summary>
    public static string Whole(double value) => Positive(value, 0).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number that a reader adds up: 1,234.5.</summary>
    public static string Tenth(double value) => Positive(value, 1).ToString("#,0.0", CultureInfo.InvariantCulture);

    /// <summary>A share: 14%.</summary>
    public static string Percent(double share) => $"{Positive(share * 100, 0).ToString("0", CultureInfo.InvariantCulture)}%";

    /// <summary>A share beside a threshold: 12.4%.</summary>
    public static string FinePercent(double share) => $"{Positive(share * 100, 1).ToString("0.0", CultureInfo.InvariantCulture)}%";

    /// <summary>A sum of money: £312, £45,100, £2.0m, -£2.0m; nothing for nothing.</summary>
    public static string Pounds(double value)
    {
        if (value == 0) return "";
        var text = Math.Abs(value) >= 999_500 ? $"£{Tenth(Math.Abs(value) / 1e6)}m" : $"£{Amount(Math.Abs(value))}";
        return value < 0 && text.Any(digit => digit is >= '1' and <= '9') ? $"-{text}" : text;
    }

    /// <summary>A probability found by counting futures: 62%, 12 of 20 futures.</summary>
    public static string Probability(double probability, int futures) =>
        futures < FewestForPercent ? $"{ShortProbability(probability, futures)} {(futures == 1 ? "future" : "futures")}" : ShortProbability(probability, futures);

    /// <summary>The same under a header that says what is counted: 62%, 12 of 20.</summary>
    public static string ShortProbability(double probability, int futures) => (futures, probability) switch
    {
        (< FewestForPercent, _) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(probability * futures):0} of {futures}"),
        (_, > 0.995) => ">99%",
        (_, < 0.005) => "<1%",
        _ => Percent(probability),
    };

    /// <summary>The middle nine tenths of the futures: 42,900–47,200.</summary>
    public static string Range(Summary summary) => Between(summary.P5, summary.P95, Amount);

    /// <summary>The same of a share: 8–20%.</summary>
    public static string PercentRange(Summary summary) => Between(summary.P5, summary.P95, Percent);

    /// <summary>From one figure to another: 42,900–47,200, 8–20%; with a word where a dash would stand beside a sign: -3,650 to 636.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="text">How a figure is written.</param>
    public static string Between(double low, double high, Func<double, string> text)
    {
        var (first, last) = (text(low), text(high));
        return first.StartsWith('-') || last.StartsWith('-') ? $"{first} to {last}" : $"{first.TrimEnd('%')}–{last}";
    }

    /// <summary>The same in a page, where a word stands between them always: 42,900 to 47,200; nothing where both are one figure.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="text">How a figure is written.</param>
    public static string To(double low, double high, Func<double, string> text) => high - low <= 1e-9 * Math.Max(1, Math.Abs(high)) ? "" : $"{text(low)} to {text(high)}";

    /// <summary>A figure of a target in the measure's unit.</summary>
    public static string Of(Measure measure, double value) => measure switch
    {
        Measure.VacancyRate => FinePercent(value),
        Measure.Heads or Measure.Fte or Measure.Posts or Measure.Vacancies or Measure.OverEstablishment or Measure.Joiners or Measure.Leavers or Measure.Moves or Measure.Cover => Amount(value),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };

    /// <summary>What a target asks for, as it is written: two decimals at most.</summary>
    public static string Exact(Measure measure, double value) => measure == Measure.VacancyRate
        ? (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
        : value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>An assumption's central value and its ends: 12.0% a year, 10.0 to 14.0.</summary>
    public static (string Central, string Range) OfAssumption(Assumption assumption)
    {
        var (factor, format, unit) = assumption.Parameter switch
        {
            Parameter.LeavingRate or Parameter.NetChange or Parameter.PostsGrowth or Parameter.Uptake or Parameter.Converting or Parameter.DemandGrowth => (100, "0.0", "% a year"),
            Parameter.VacancyRate or Parameter.CandidatesKept or Parameter.Completion or Parameter.PlacesFilled or Parameter.NeverQualifying
                or Parameter.Interrupted or Parameter.Late or Parameter.GoingOn or Parameter.SeekingPost
                or Parameter.CoverShare or Parameter.CoverCap or Parameter.CoverPremium or Parameter.PostsDelivered => (100, "0.#", "%"),
            Parameter.International => (1, "#,0", " heads a year"),
            Parameter.HoursAvailable => (1, "#,0", " hours a year"),
            Parameter.MonthsToFill => (1, "0.#", " months"),
            Parameter.SupplyElasticity => (1, "0.##", ""),
            _ => throw new ArgumentOutOfRangeException(nameof(assumption), assumption.Parameter, "No such parameter."),
        };
        string Text(double value) => (value * factor).ToString(format, CultureInfo.InvariantCulture);
        return ($"{Text(assumption.Central)}{unit}", $"{Text(assumption.Low)} to {Text(assumption.High)}");
    }

    /// <summary>Rounds; what rounds to nothing has no sign.</summary>
    private static double Positive(double value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero) is var rounded && rounded == 0 ? 0 : rounded;
}
