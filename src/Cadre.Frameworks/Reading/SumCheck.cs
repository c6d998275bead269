using System.Globalization;

namespace Cadre.Frameworks.Reading;

/// <summary>Checks that the shares of some rows add up to 1.</summary>
internal static class SumCheck
{
    private const double Tolerance = 1e-9;

    /// <summary>Reports, at the first row, shares that do not sum to 1; nothing when one could not be read.</summary>
    public static void Report(IReadOnlyList<(CsvRow Row, double Share)> shares, string column, string what)
    {
        var sum = shares.Sum(item => item.Share);
        if (shares.Count == 0 || double.IsNaN(sum) || double.Abs(sum - 1) <= Tolerance)
            return;

        var lines = shares.Count == 1
            ? $"on line {shares[0].Row.Line}"
            : $"on lines {string.Join(", ", shares.Select(item => item.Row.Line))}";
        var found = string.Create(CultureInfo.InvariantCulture, $"a sum of {sum:0.############} {lines}");
        shares[0].Row.Report(column, found, $"{what} to sum to 1");
    }
}
