using System.Globalization;

namespace Cadre.Web.Tests.Plans.Tracking;

/// <summary>Files of actual staff in the publisher's format for the small nation, made up like it: its opening stock, each month scaled as the test says.</summary>
internal static class ActualsCsv
{
    private const string Header = "PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,REPORTING_ORG_NAME,REPORTING_ORG_CODE,CLUSTER_GROUP,BENCHMARK_GROUP,STAFF_GROUP_1_NAME,HC,FTE";

    /// <summary>The opening stock of tests/TestCommon/small-nation.</summary>
    private static readonly (string Trust, string Group, int Heads, double Fte)[] Opening =
    [
        ("T1", "Nurses", 420, 371.5), ("T1", "Doctors", 95, 86.2), ("T1", "Support staff", 260, 221.4),
        ("T2", "Nurses", 310, 272.8), ("T2", "Doctors", 70, 62.9), ("T2", "Support staff", 205, 173.6),
        ("T3", "Nurses", 365, 322.1), ("T3", "Doctors", 82, 73.8), ("T3", "Support staff", 240, 204.7),
    ];

    /// <summary>A file of months from October 2025 on, the opening stock times a factor for each.</summary>
    public static string Months(params double[] factors) =>
        string.Join('\n', [Header, .. factors.Index().SelectMany(month => Opening.Select(row => Row(month.Index, row.Trust, row.Group, row.Heads * month.Item, row.Fte * month.Item)))]) + "\n";

    /// <summary>A row; month 0 is October 2025.</summary>
    public static string Row(int month, string trust, string group, double heads, double fte) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Code(month)} to {Code(month + 1)},Denominator at end of period,R,Region,S,System,Trust {trust},{trust},Mental Health,x,{group},{Math.Round(heads)},{fte:0.#####}");

    private static string Code(int month) => new DateOnly(2025, 9, 1).AddMonths(month).ToString("yyyyMM", CultureInfo.InvariantCulture);
}
