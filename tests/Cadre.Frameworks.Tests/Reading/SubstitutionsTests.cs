using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

/// <summary>New roles of a copy of the small framework, and the levers that name them or change the hours of a need.</summary>
public sealed class SubstitutionsTests
{
    private const string File = "scenarios/roles.yaml";
    private const string NoNeedOfBoth = "a substitution in substitutions.csv, and a place and service with a need of both its staff groups in need.csv";

    /// <summary>Lines of the lever, and the one problem: line, key, found, expected.</summary>
    public static TheoryData<string[], int, string?, string, string> Faults => new()
    {
        { ["parameter: substitution", "supply: support-for-nurses", "effect: add"], 7, "supply", "\"support-for-nurses\"", "the code of a substitution in substitutions.csv; did you mean support-for-nurse?" },
        { ["parameter: substitution", "effect: multiply"], 7, "effect", "\"multiply\"", "add: substitution is 0 until a lever adds to it" },
        { ["parameter: substitution", "staff_group: nurses", "effect: add"], 7, "staff_group", "\"nurses\"", "no such key: substitution works by supply" },
        { ["parameter: hours_available", "staff_group: doctors", "effect: multiply"], 5, null, "a lever that works nowhere", "a need of its staff group by workload or cover in need.csv" },
    };

    [Fact]
    public void Read_SubstitutionAndItsLever_AreInTheModel()
    {
        var framework = Read(BothNeeded, "parameter: substitution", "supply: support-for-nurse", "effect: add", "limit: 20");

        Assert.Equal(
            new Substitution { Code = "support-for-nurse", Name = "Support staff who take over from nurses", FromStaffGroup = 2, ToStaffGroup = 4, Exchange = 1.25, Supervision = 0.1 },
            Assert.Single(framework.Model.Substitutions));
        var lever = Assert.Single(framework.Scenarios).Scenario.Levers[0];
        Assert.Equal((LeverParameter.Substitution, LeverEffect.Add, 0.1, 0.2), (lever.Parameter, lever.Effect, lever.Size, lever.Limit));
        Assert.Equal((0, null, null), (lever.Substitution, lever.Supply, lever.Conversion));
    }

    [Fact]
    public void Read_LeverOnEverySubstitution_NamesNone() =>
        Assert.Null(Assert.Single(Read(BothNeeded, "parameter: substitution", "effect: add").Scenarios).Scenario.Levers[0].Substitution);

    [Fact]
    public void Read_LeverOnHoursOfAGroupWithANeed_IsRead() =>
        Assert.Equal(2, Assert.Single(Read(_ => { }, "parameter: hours_available", "staff_group: nurses", "effect: multiply").Scenarios).Scenario.Levers[0].StaffGroup);

    [Fact]
    public void Read_FrameworkWithoutTheFile_HasNone() => Assert.Empty(FrameworkReader.Read(SmallFramework.Folder).Model.Substitutions);

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OneFaultOfALever_IsReportedAlone(string[] lines, int line, string? key, string found, string expected)
    {
        var thrown = Assert.Throws<FrameworkException>(() => Read(BothNeeded, lines));

        Assert.Equal([new Problem(File, line, key, found, expected)], thrown.Problems);
    }

    [Fact]
    public void Read_SubstitutionBetweenGroupsNeededInDifferentPlaces_WorksNowhere()
    {
        var thrown = Assert.Throws<FrameworkException>(() => Read(_ => { }, "parameter: substitution", "effect: add"));

        Assert.Equal([new Problem(File, 5, null, "a lever that works nowhere", NoNeedOfBoth)], thrown.Problems);
    }

    [Fact]
    public void Read_HoursOfAGroupWithATrajectoryAlone_WorksNowhere()
    {
        static void Doctors(string copy)
        {
            FaultyFile.Append(copy, "need.csv", "T1,all,doctors,trajectory,,,,,synthetic,D,2026-01-15,");
            FaultyFile.Append(copy, "need_trajectory.csv", "T1,all,doctors,2026-03,90,synthetic,D,2026-01-15,");
        }

        var thrown = Assert.Throws<FrameworkException>(() => Read(Doctors, "parameter: hours_available", "staff_group: doctors", "effect: multiply"));

        Assert.Equal("a lever that works nowhere", Assert.Single(thrown.Problems).Found);
    }

    /// <summary>T1 needs nurses already.</summary>
    private static void BothNeeded(string copy) => FaultyFile.Append(copy, "need.csv", "T1,all,support,cover,10,168,,,synthetic,D,2026-01-15,");

    /// <summary>The small framework with ways out and a scenario of one lever; its lines begin in line 6.</summary>
    private static Framework Read(Action<string> change, params string[] lines)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        SmallFramework.AddWaysOut(copy);
        change(copy);
        string[] last = ["size: 10", "start: 2026-04", "reason: a trial", "grade: D", "source: synthetic"];
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        System.IO.File.WriteAllLines(
            Path.Combine(copy, File), ["name: roles", "title: New roles", "text: They take over.", "levers:", "  - id: roles", .. lines.Concat(last).Select(line => $"    {line}")]);
        return FrameworkReader.Read(copy);
    }
}
