using System.Globalization;
using System.Text.RegularExpressions;

namespace Cadre.Core.Plans;

/// <summary>Posts of plans as text: exact, in hundredths.</summary>
public static partial class PlanNumbers
{
    /// <summary>Without thousands marks and without zeros at the end: "1234.5".</summary>
    public static string Exact(decimal fte) => fte.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share in per cent, all its decimals: "33.3", "100".</summary>
    public static string Share(decimal percent) => percent.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>For a reader: "1,234.50".</summary>
    public static string Of(decimal fte) => fte.ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>For a reader, with its sign: "+7.00", "-3.50", "0.00".</summary>
    public static string Signed(decimal fte) => fte > 0 ? $"+{Of(fte)}" : Of(fte);

    /// <summary>What somebody typed: digits with or without thousands marks and decimals.</summary>
    public static bool TryParse(string? text, out decimal fte)
    {
        var digits = text?.Trim() ?? "";
        if (Grouped().IsMatch(digits)) digits = digits.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fte);
    }

    /// <summary>Thousands marked as thousands are: a comma anywhere else may have been meant as a decimal point.</summary>
    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}
