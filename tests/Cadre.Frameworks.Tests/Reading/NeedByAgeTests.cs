using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.England2025;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

/// <summary>People by age, what each age weighs in need, and the services of local plans.</summary>
public sealed class NeedByAgeTests : IDisposable
{
    private const string Rest = ",synthetic,D,2026-01-15,";

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Read_England_HasEverybodyByAgeAndAWeightForEach()
    {
        var england = FrameworkReader.Read(EnglandRun.Folder);
        var need = england.NeedByAge!;
        Assert.Equal(57_106_398, need.PeopleOf(england.Model.Nation).Sum(band => band.People));
        Assert.Equal([(0, 11), (11, 18), (18, 25), (25, 35), (35, 45), (45, 55), (55, 65), (65, 75), (75, 85), (85, null)], need.PeopleOf(england.Model.Nation).Select(band => (band.From, band.To)));
        // People x weight per 1,000 of the whole nation are the people in contact whose age is known.
        Assert.Equal(1_139_355 + 2_634_359, need.WeightedOf(england.Model.Nation, 0)!.Value / 1000, 0.01);
        Assert.Equal(32, england.PlanServices.Count);
        Assert.Empty(england.ServiceShares);
    }

    [Theory]
    [InlineData("population_ages.csv", 3, "S1,18,65,190000", "S1,19,65,190000", "population_ages.csv, line 3, column from: found \"19\", expected 18, where the band of line 2 ends")]
    [InlineData("population_ages.csv", 2, "S1,0,18", "S1,1,18", "population_ages.csv, line 2, column from: found \"1\", expected 0, where the ages of S1 begin")]
    [InlineData("population_ages.csv", 4, "S1,65,,", "S1,65,99,", "population_ages.csv, line 4, column to: found \"99\", expected nothing: the last of the ages of S1 has no end")]
    [InlineData("population_ages.csv", 3, "S1,18,65", "S1,18,", "population_ages.csv, line 3, column to: found an empty cell, expected 65, where the band of line 4 begins: only the last has no end")]
    [InlineData("population_ages.csv", 3, "190000", "190001", "population_ages.csv, line 2, column population: found a sum of 310001 over the ages of S1, expected 310000, the population of the place in population.csv")]
    [InlineData("population_ages.csv", 3, "S1,18,65", "S1,18,18", "population_ages.csv, line 3, column to: found \"18\", expected an age over from, 18, or nothing for the last band")]
    [InlineData("population_ages.csv", 3, "190000", "190000.5", "population_ages.csv, line 3, column population: found \"190000.5\", expected a whole number of people, 0 or more")]
    [InlineData("population_ages.csv", 3, "S1,18,65", "S1,0,65", "population_ages.csv, line 3, column from: found the ages from 0 a second time, expected one row for each; line 2 has it already")]
    [InlineData("population_ages.csv", 3, "S1,18", "T1,18", "population_ages.csv, line 3, column population: found a sum of 190000 over the ages of T1, expected a place with a population in population.csv")]
    [InlineData("need_weights.csv", 3, ",18,65,1,", ",18,66,1,", "need_weights.csv, line 4, column from: found \"65\", expected 66, where the band of line 3 ends")]
    [InlineData("need_weights.csv", 3, ",18,65,1,", ",18,65,-1,", "need_weights.csv, line 3, column weight: found \"-1\", expected a weight, 0 or more")]
    [InlineData("need_weights.csv", 3, ",18,65,1,", "al,18,65,1,", "need_weights.csv, line 3, column service: found \"al\", expected the code of a service in framework.yaml; did you mean all?")]
    public void Read_WhatCannotBe_IsToldWithItsLine(string file, int line, string from, string to, string expected) => Assert.Contains(expected, Faults(file, line, from, to));

    [Fact]
    public void Read_SeveralFaults_AreToldAtOnce()
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        Edit(copy, "population_ages.csv", 2, "60000", "6O000");
        Edit(copy, "population_ages.csv", 5, "S2", "S9");
        Edit(copy, "need_weights.csv", 2, "1.5", "much");
        Edit(copy, "plan_services.csv", 3, "Crisis teams", "Community teams");
        Assert.Equal(
            [("need_weights.csv", 2), ("plan_services.csv", 3), ("population_ages.csv", 2), ("population_ages.csv", 5)],
            Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy)).Problems.Select(problem => (problem.File, problem.Line)).Order());
    }

    [Fact]
    public void Read_ABandThatReachesIntoTwoWeights_IsTold()
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        Edit(copy, "need_weights.csv", 2, ",0,18,", ",0,16,");
        Edit(copy, "need_weights.csv", 3, ",18,65,", ",16,65,");
        Assert.Contains("population_ages.csv, line 2, column to: found ages 0 to 17, expected ages of one weight; need_weights.csv begins another at 16 in line 3", Messages(copy));
    }

    [Theory]
    [InlineData("need_weights.csv", "need_weights.csv, column weight: found no rows, expected rows for all ages, as population_ages.csv has them")]
    [InlineData("population_ages.csv", "population_ages.csv, column population: found no rows, expected rows for all ages, as need_weights.csv has them")]
    public void Read_OneWithoutTheOther_IsTold(string file, string expected)
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        File.Delete(Path.Combine(copy, file));
        Assert.Equal([expected], Messages(copy));
    }

    [Fact]
    public void Read_APlaceWithoutAges_IsNamed()
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        var path = Path.Combine(copy, "population_ages.csv");
        File.WriteAllLines(path, File.ReadAllLines(path).Where(line => !line.StartsWith("S3,", StringComparison.Ordinal)));
        Assert.Equal(["population_ages.csv, column place: found no row for \"S3\", expected the ages of every place with a population"], Messages(copy));
    }

    [Fact]
    public void Read_WeightsAllZero_AreTold()
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        File.WriteAllLines(Path.Combine(copy, "need_weights.csv"), ["service,from,to,weight,source,grade,known_on,note", $",0,,0{Rest}"]);
        Assert.Equal(["need_weights.csv, line 2, column weight: found \"0\", expected at least one age with a weight over 0"], [.. Messages(copy).Where(message => message.StartsWith("need", StringComparison.Ordinal))]);
    }

    [Theory]
    [InlineData("S1,nurses,community,60", "S1,nurses,wards,30", "service_shares.csv, line 2, column share: found a sum of 90 on lines 2, 3, expected shares of nurses in S1 that sum to 100")]
    [InlineData("S1,nurses,community,60", "S1,nurses,community,40", "service_shares.csv, line 3, column plan_service: found \"community\" a second time, expected one row for each; line 2 has it already")]
    [InlineData("S1,nurses,community,60", "S1,nurses,wars,40", "service_shares.csv, line 3, column plan_service: found \"wars\", expected the code of a service in plan_services.csv; did you mean wards?")]
    [InlineData("S1,nurses,community,100", "S1,doctors,wards,0", "service_shares.csv, line 3, column share: found \"0\", expected percent, over 0 and up to 100")]
    public void Read_SharesThatCannotBe_AreTold(string first, string second, string expected)
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        File.WriteAllLines(Path.Combine(copy, "service_shares.csv"), ["place,staff_group,plan_service,share,source,grade,known_on,note", first + Rest, second + Rest]);
        Assert.Equal([expected], Messages(copy));
    }

    [Fact]
    public void Read_SharesInThirds_AreExactDecimals()
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        File.WriteAllLines(Path.Combine(copy, "service_shares.csv"), ["place,staff_group,plan_service,share,source,grade,known_on,note", $"small,all,community,33.3{Rest}", $"small,all,crisis,33.3{Rest}", $"small,all,wards,33.4{Rest}"]);
        Assert.Equal([33.3m, 33.3m, 33.4m], FrameworkReader.Read(copy).ServiceShares.Select(share => share.Percent));
    }

    private string[] Faults(string file, int line, string from, string to)
    {
        var copy = SmallFramework.CopyTo(_temporary.Path);
        Edit(copy, file, line, from, to);
        return Messages(copy);
    }

    private static string[] Messages(string folder) => [.. Assert.Throws<FrameworkException>(() => FrameworkReader.Read(folder)).Problems.Select(problem => problem.ToString())];

    private static void Edit(string folder, string file, int line, string from, string to)
    {
        var path = Path.Combine(folder, file);
        var lines = File.ReadAllLines(path);
        Assert.Contains(from, lines[line - 1]);
        lines[line - 1] = lines[line - 1].Replace(from, to, StringComparison.Ordinal);
        File.WriteAllLines(path, lines);
    }
}
