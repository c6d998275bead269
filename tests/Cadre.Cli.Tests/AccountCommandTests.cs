using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

public class AccountCommandTests
{
    [Fact]
    public void Account_Cohort_ShowsEveryMonthAndExplains()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "account", SmallFramework.Folder, "--place", "T1", "--group", "nurses", "--months", "12");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Sep 2026", outcome.Output);
        Assert.DoesNotContain("Oct 2026", outcome.Output);
        Assert.Contains("had 420.0 heads (371.5 FTE) on 30 September 2025", outcome.Prose);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Account_Json_ClosesInHeadsAndFte()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "account", SmallFramework.Folder, "--place", "t1", "--group", "nurses", "--json");

        Assert.Equal(0, outcome.ExitCode);
        using var account = JsonDocument.Parse(outcome.Output);
        var months = account.RootElement.GetProperty("months").EnumerateArray().ToArray();
        Assert.Equal(24, months.Length);
        foreach (var month in months)
        {
            double Of(string column, string unit) => month.GetProperty(column).GetProperty(unit).GetDouble();
            double End(string unit) => Of("opening", unit) + Of("joiners", unit) + Of("moves_in", unit) - Of("leavers", unit) - Of("moves_out", unit) + Of("adjustment", unit);
            Assert.Equal(Of("closing", "heads"), End("heads"), 1e-6);
            Assert.Equal(Of("closing", "fte"), End("fte") + month.GetProperty("hours_fte").GetDouble(), 1e-6);
        }
    }

    [Fact]
    public void Account_UnknownCodes_ListsWhatExists()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "account", SmallFramework.Folder, "--place", "T9", "--group", "pilots", "--service", "day");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(
            [
                "--place: found \"T9\", expected a place that holds staff: T1, T2, T3",
                "--service: found \"day\", expected a service: all",
                "--group: found \"pilots\", expected a staff group that holds staff: nurses, doctors, support",
                "3 problems; nothing was written.",
            ],
            outcome.ErrorLines);
    }
}
