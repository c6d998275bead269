namespace Cadre.Cli.Reports;

/// <summary>The report that compares two runs.</summary>
internal static class ComparisonReport
{
    /// <summary>The page.</summary>
    public static string Of(ReportRun a, ReportRun b) => "";
}
