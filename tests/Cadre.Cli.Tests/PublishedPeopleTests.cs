using Cadre.Cli.Plans;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>People as published are told only as far as they stand for the posts held.</summary>
public sealed class PublishedPeopleTests
{
    private const string Nation = "small,2036,synthetic,D,2026-02-26,";
    private const string SecondTrust = "T2,583,synthetic,D,2026-02-26,";

    [Fact]
    public void Of_ARowOfTheNation_IsThatRowAlone() =>
        Assert.Equal(" by 2,036 people as published.", SentenceWithout());

    [Fact]
    public void Of_EveryTrust_IsAtMostTheirSum() =>
        Assert.Equal(" by at most 2,038 people as published (somebody who works at two trusts counts at both).", SentenceWithout(Nation));

    [Fact]
    public void Of_SomeTrusts_SaysOfHowMany() =>
        Assert.Equal("; at most 1,455 people as published at 2 of 3 trusts (somebody who works at two trusts counts at both).", SentenceWithout(Nation, SecondTrust));

    [Fact]
    public void Of_OneTrust_CountsNobodyTwice() =>
        Assert.Equal("; 583 people as published at 1 of 3 trusts.", SentenceWithout(Nation, "T1,770,synthetic,D,2026-02-26,", "T3,685,synthetic,D,2026-02-26,"));

    [Fact]
    public void Of_NoTrust_IsNull() =>
        Assert.Null(SentenceWithout(Nation, "T1,770,synthetic,D,2026-02-26,", SecondTrust, "T3,685,synthetic,D,2026-02-26,"));

    private static string? SentenceWithout(params string[] rows)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var table = Path.Combine(copy, "headcount.csv");
        File.WriteAllLines(table, File.ReadAllLines(table).Except(rows));
        return PublishedPeople.Of(FrameworkReader.Read(copy))?.Sentence;
    }
}
