using Cadre.Engine.Model;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.England2025;

/// <summary>The central run gives back what was published. The figures come from the publisher's file, read here in a few plain lines.</summary>
public sealed class PublishedFigureTests(EnglandRun england) : IClassFixture<EnglandRun>
{
    private static readonly Dictionary<string, string> PublishedName = new()
    {
        ["doctors"] = "HCHS Doctors (exc. Resident doctors and equivalents)",
        ["nurses"] = "Nurses & health visitors",
        ["midwives"] = "Midwives",
        ["ambulance"] = "Ambulance staff",
        ["scientific"] = "Scientific, therapeutic & technical staff",
        ["support_clinical"] = "Support to doctors, nurses & midwives",
        ["support_ambulance"] = "Support to ambulance staff",
        ["support_scientific"] = "Support to ST&T staff",
        ["central"] = "Central functions",
        ["estates"] = "Hotel, property & estates",
        ["senior_managers"] = "Senior managers",
        ["managers"] = "Managers",
    };

    public static TheoryData<string> Groups => [.. PublishedName.Keys];

    [Fact]
    public void Opening_EveryTrust_HoldsThePublishedPosts()
    {
        var published = Published("Denominator at start of period", row => row[7], 11, groups: true);
        var opening = england.Model.Cohorts.GroupBy(cohort => england.Model.Places[cohort.Place].Code)
            .ToDictionary(trust => trust.Key, trust => trust.Sum(cohort => cohort.OpeningHeads.Value));
        Assert.Equal(47, published.Count);
        Assert.Equal(published.OrderBy(trust => trust.Key, StringComparer.Ordinal), opening.OrderBy(trust => trust.Key, StringComparer.Ordinal));
        Assert.Equal(266_941, opening.Values.Sum());
        Assert.Equal(266_457, england.Framework.PublishedHeadcount.Values.Sum());
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void MonthOne_FteJoinersAndLeavers_ArePublishedWithin1Percent(string code)
    {
        var group = england.Group(code);
        var (joiners, leavers) = (Published("Joiners", row => row[10], 12, groups: true), Published("Leavers", row => row[10], 12, groups: true));
        double Transfers(string direction) => TransferRows().Where(row => row[3] == code && row[4] == direction).Sum(row => double.Parse(row[6]));
        Close(joiners.GetValueOrDefault(PublishedName[code]) - Transfers("in"), EnglandRun.Sum(england.FirstYear, group, [1], month => month.Joiners.Fte), 0.01);
        Close(leavers.GetValueOrDefault(PublishedName[code]) - Transfers("out"), EnglandRun.Sum(england.FirstYear, group, [1], month => month.Leavers.Fte), 0.01);
    }

    [Theory]
    [InlineData("nurses")]
    [InlineData("scientific")]
    [InlineData("support_clinical")]
    public void FirstYear_GroupsWithATwelveMonthFigure_RatesAreWithin3PercentOfTarget(string code)
    {
        var (leaving, joining) = FirstYearRates(code);
        var (leavingRow, netRow) = (Row(Parameter.LeavingRate, code), Row(Parameter.NetChange, code));
        Assert.Equal(Grade.B, leavingRow.Grade);
        Close(leavingRow.Central, leaving, 0.03);
        Close(leavingRow.Central + netRow.Central, joining, 0.03);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void FirstYear_EveryGroup_RatesAreWithinLowAndHigh(string code)
    {
        var (leaving, joining) = FirstYearRates(code);
        var (leavingRow, netRow) = (Row(Parameter.LeavingRate, code), Row(Parameter.NetChange, code));
        Assert.InRange(leaving, leavingRow.Low, leavingRow.High);
        Assert.InRange(joining, leavingRow.Low + netRow.Low, leavingRow.High + netRow.High);
    }

    [Fact]
    public void Places_SystemsAndRegions_AreThoseOfOctober2025()
    {
        int Count(PlaceLevel level) => england.Model.Places.Count(place => place.Level == level);
        Assert.Equal((1, 7, 42, 47), (Count(PlaceLevel.Nation), Count(PlaceLevel.Region), Count(PlaceLevel.System), Count(PlaceLevel.Trust)));
        var without = england.Model.Places.Where(place => place.Note.StartsWith("served by trusts elsewhere; no published split", StringComparison.Ordinal)).Select(place => place.Code);
        Assert.Equal(["QGH", "QHG", "QJG", "QOC", "QSL", "QUY"], without.Order(StringComparer.Ordinal));
        Assert.Equal(57_106_398, england.Model.Places[england.Model.Nation].Population);
    }

    private static void Close(double expected, double actual, double share) => Assert.Equal(expected, actual, (share * expected) + 1e-12);

    private (double Leaving, double Joining) FirstYearRates(string code)
    {
        var group = england.Group(code);
        var year = Enumerable.Range(1, 12).ToList();
        var staff = (EnglandRun.Sum(england.FirstYear, group, [1], month => month.Opening.Fte) + EnglandRun.Sum(england.FirstYear, group, [12], month => month.Closing.Fte)) / 2;
        return (EnglandRun.Sum(england.FirstYear, group, year, month => month.Leavers.Fte) / staff, EnglandRun.Sum(england.FirstYear, group, year, month => month.Joiners.Fte) / staff);
    }

    private Assumption Row(Parameter parameter, string code) =>
        england.Model.Assumptions[AssumptionResolver.ForStaffGroups(england.Model, parameter)[england.Group(code)]];

    private static IEnumerable<string[]> TransferRows() => File.ReadLines(Path.Combine(EnglandRun.Folder, "transfers.csv")).Skip(1).Select(line => line.Split(','));

    /// <summary>A column of the mental-health trusts added up by <paramref name="key"/>; the file has no quoted cell before it that holds a comma but names of systems and staff groups.</summary>
    private static Dictionary<string, double> Published(string type, Func<string[], string> key, int column, bool groups)
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        var file = Path.Combine(PublishedData.Folder, "nhs-turnover-by-org-staffgroup-2025", "turnover_benchmarking_staff_group_by_org_2025-10.csv");
        return File.ReadLines(file).Skip(1).Select(SplitQuoted)
            .Where(row => row[1] == type && row[8] == "Mental Health" && row[10] != "All staff groups" == groups)
            .GroupBy(key).ToDictionary(rows => rows.Key, rows => rows.Sum(row => double.Parse(row[column])));
    }

    private static string[] SplitQuoted(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part.Replace(",", "\u001f")] : new[] { part }).Aggregate("", (all, part) => all + part)
            .Split(',').Select(cell => cell.Replace("\u001f", ","))];
}
