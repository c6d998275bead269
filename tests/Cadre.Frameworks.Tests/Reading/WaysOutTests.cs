using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

/// <summary>Length of service, exits, conversions, correlations and sectors of a copy of the small framework, and the levers that name them.</summary>
public sealed class WaysOutTests
{
    private const string File = "scenarios/stay.yaml";
    private const string ToNurse = "support-to-nurse";

    private const string NoSuchExit = "an exit that exits.csv gives a share over 0 at these ages, in a staff group that the lever works on";

    /// <summary>Lines of the lever, and the one problem: line, key, found, expected.</summary>
    public static TheoryData<string[], int, string?, string, string> Faults => new()
    {
        { ["parameter: leaving_rate", "exits: [resigned]"], 7, "exits", "\"resigned\"", "a list of retirement, resignation, other, moved_within, moved_outside, each once" },
        { ["parameter: leaving_rate", "exits: retirement"], 7, "exits", "\"retirement\"", "a list of retirement, resignation, other, moved_within, moved_outside, each once" },
        { ["parameter: leaving_rate", "exits: [other, other]"], 7, "exits", "\"other, other\"", "a list of retirement, resignation, other, moved_within, moved_outside, each once" },
        { ["parameter: leaving_rate", "exits: [retirement]", "to_age: 55"], 7, "exits", "a lever that works nowhere: nobody goes by retirement", NoSuchExit },
        { ["parameter: leaving_rate", "exits: [resignation, moved_within]", "staff_group: doctors"], 7, "exits", "a lever that works nowhere: nobody goes by moved_within", NoSuchExit },
        { ["parameter: leaving_rate", "exits: [resignation]", "staff_group: support"], 7, "exits", "a lever that works nowhere: nobody goes by resignation", NoSuchExit },
        { ["parameter: leaving_rate", "exits: [resignation]", "limit: 5"], 8, "limit", "\"5\"", "no such key: a lever that names exits takes no limit" },
        { ["parameter: participation", "from_age: 55", "limit: 5"], 8, "limit", "\"5\"", "no such key: a lever that names from_age takes no limit" },
        { ["parameter: leaving_rate", "from_age: 55", "to_age: 55"], 8, "to_age", "\"55\"", "an age over from_age, 55" },
        { ["parameter: leaving_rate", "from_age: 76"], 7, "from_age", "\"76\"", "an age, a whole number, 16 to 75" },
        { ["parameter: participation", "exits: [resignation]"], 7, "exits", "a list", "no such key: participation works by staff_group, from_age, to_age" },
        { ["parameter: posts_growth", "to_age: 50"], 7, "to_age", "\"50\"", "no such key: posts_growth works by place, service, staff_group" },
        { ["parameter: converting", "supply: nursing"], 7, "supply", "\"nursing\"", "the code of a conversion in conversions.csv" },
        { ["parameter: converting", "staff_group: nurses"], 7, "staff_group", "\"nurses\"", "no such key: converting works by supply" },
    };

    [Fact]
    public void Read_WaysOut_AreInTheModel()
    {
        var model = Read().Model;
        var (nurses, doctors, support) = (model.StaffGroups[2], model.StaffGroups[3], model.StaffGroups[4]);

        Assert.Equal([new("under-1", 12, 1.6), new("1-to-5", 48, 1.1), new("over-5", 0, 0.8)], nurses.LengthOfService);
        Assert.Equal([12, 48, 0], support.LengthOfService.Select(band => band.Months));
        Assert.Empty(doctors.LengthOfService);
        Assert.Equal(
            [
                new(Exit.Resignation, 16, 55, 0.7), new(Exit.MovedWithin, 16, 55, 0.2), new(Exit.Other, 16, 55, 0.1),
                new(Exit.Retirement, 55, 76, 0.8), new ExitShare(Exit.Resignation, 55, 76, 0.2),
            ],
            nurses.Exits);
        Assert.Equal((2, 0), (doctors.Exits.Count, support.Exits.Count));
        var conversion = Assert.Single(model.Conversions);
        Assert.Equal((ToNurse, "Support staff who become nurses"), (conversion.Code, conversion.Name));
        Assert.Equal((0, 4, 0, 2), (conversion.FromService, conversion.FromStaffGroup, conversion.ToService, conversion.ToStaffGroup));
        Assert.Equal([9, 3], conversion.Months);
        var converting = model.Assumptions.Single(row => row.Parameter == Parameter.Converting);
        Assert.Equal((0, (int?)null, 0.02), (converting.Conversion, converting.Supply, converting.Central));
    }

    [Fact]
    public void Read_FormatTwo_HasSectorsCorrelationsAndChance()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        FaultyFile.Replace(copy, "places.csv", 11, "nhs_mental_health", "third_sector");
        FaultyFile.Replace(copy, "assumptions.csv", 5, "triangular,,", "triangular,money,-0.4");
        FaultyFile.Append(copy, "framework.yaml", "chance: true");
        System.IO.File.Delete(Path.Combine(copy, "transfers.csv"));
        System.IO.File.Delete(Path.Combine(copy, "adjustments.csv"));

        var framework = FrameworkReader.Read(copy);

        Assert.Equal([null, null, null, null, null, null, EmployerSector.NhsMentalHealth, EmployerSector.NhsMentalHealth, EmployerSector.ThirdSector], framework.Model.Places.Select(place => place.Sector));
        Assert.Equal(("money", -0.4), (framework.Model.Assumptions[3].CorrelationGroup, framework.Model.Assumptions[3].Correlation));
        Assert.Equal((null, 0), (framework.Model.Assumptions[4].CorrelationGroup, framework.Model.Assumptions[4].Correlation));
        Assert.True(framework.Chance);
        Assert.False(FrameworkReader.Read(SmallFramework.Folder).Chance);
    }

    [Fact]
    public void Read_ChanceWithTransfers_IsRefusedWithTheReason()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        FaultyFile.Append(copy, "framework.yaml", "chance: true");

        var problem = Assert.Single(Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy)).Problems);

        Assert.Equal(("framework.yaml", "chance"), (problem.File, problem.Column));
        Assert.Contains("transfers.csv and adjustments.csv: found rows", problem.Expected);
    }

    [Fact]
    public void Read_LeversThatNameExitsAgesAndConversions_AreRead()
    {
        Lever Of(params string[] lines) => Assert.Single(Read(lines).Scenarios).Scenario.Levers[0];

        var retirement = Of("parameter: leaving_rate", "exits: [retirement, resignation]", "from_age: 50", "to_age: 60");
        Assert.Equal([Exit.Retirement, Exit.Resignation], retirement.Exits);
        Assert.Equal((50, 60), (retirement.FromAge, retirement.ToAge));
        var older = Of("parameter: participation", "from_age: 55");
        Assert.Equal((LeverParameter.Participation, 0, 55, 76), (older.Parameter, older.Exits.Count, older.FromAge, older.ToAge));
        Assert.Equal(0, Of("parameter: converting", $"supply: {ToNurse}").Conversion);
        Assert.Null(Of("parameter: converting").Conversion);
        Assert.Equal([Exit.MovedWithin], Of("parameter: leaving_rate", "exits: [moved_within]").Exits);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OneFaultOfALever_IsReportedAlone(string[] lines, int line, string? key, string found, string expected)
    {
        var thrown = Assert.Throws<FrameworkException>(() => Read(lines));

        Assert.Equal([new Problem(File, line, key, found, expected)], thrown.Problems);
    }

    [Fact]
    public void Read_LeverOnConversionsWhereThereAreNone_WorksNowhere()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        WriteScenario(copy, "parameter: converting");

        var thrown = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy));

        Assert.Equal([new Problem(File, 5, null, "a lever that works nowhere", "a conversion in conversions.csv")], thrown.Problems);
    }

    /// <summary>The small framework with ways out, and with a scenario of one lever where lines of it are given; they begin in line 6.</summary>
    private static Framework Read(params string[] lines)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        SmallFramework.AddWaysOut(copy);
        if (lines.Length > 0)
            WriteScenario(copy, lines);
        return FrameworkReader.Read(copy);
    }

    private static void WriteScenario(string copy, params string[] lines)
    {
        string[] last = ["effect: multiply", "size: -10", "start: 2026-04", "reason: a trial", "grade: D", "source: synthetic"];
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        System.IO.File.WriteAllLines(
            Path.Combine(copy, File), ["name: stay", "title: People stay", "text: They do.", "levers:", "  - id: stay", .. lines.Concat(last).Select(line => $"    {line}")]);
    }
}
