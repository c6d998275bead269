using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Engine;

namespace Cadre.Core.Tests.Plans;

public sealed class PlanSplitTests
{
    private static readonly PlanBasis Small = PlanCase.Small;

    public static TheoryData<string, string[]> Partitions => new()
    {
        { "S2", ["S2[0-50]", "S2[50-100]"] },
        { "S2", ["S2[0-33.3]", "S2[33.3-66.6]", "S2[66.6-100]"] },
        { "S3", ["S3[0-0.01]", "S3[0.01-100]"] },
    };

    [Theory]
    [MemberData(nameof(Partitions))]
    public void PartOf_PartsOfAPlace_AddUpExactly(string place, string[] parts)
    {
        foreach (var line in Small.Lines)
        {
            var whole = Small.Posts.Of(place, line).ToArray();
            if (whole.Length == 0) continue;
            var made = parts.Select(part => Small.AllocatedOf(Small.Posts, part, line)).ToList();
            for (var q = 0; q < whole.Length; q++)
                Assert.Equal(whole[q], made.Sum(posts => posts[q]));
        }
    }

    [Fact]
    public void PartOf_TrustsOfEverySystemOfEngland_AddUpExactlyEvenInShares()
    {
        var england = PlanCase.England;
        foreach (var place in england.Places)
        {
            var code = england.Model.Places[place].Code;
            var parts = england.TrustsOf(place).Select(trust => new PlanMember(code, [england.Model.Places[trust.Trust].Code], 0, 100)).SelectMany(trust => (PlanMember[])[trust.Of(0, 37), trust.Of(37, 100)]).ToList();
            foreach (var line in england.Lines)
            {
                var whole = england.Posts.Of(code, line).ToArray();
                var made = parts.Select(part => england.AllocatedOf(england.Posts, part.ToString(), line)).Where(posts => posts.Length > 0).ToList();
                for (var q = 0; q < whole.Length; q++)
                    Assert.Equal(whole[q], made.Sum(posts => posts[q]));
            }
        }
    }

    [Theory]
    [InlineData(7.25)]
    [InlineData(-3.5)]
    public void Of_APlanInThree_SharesPostsExactlyAndKeepsTheRun(double more)
    {
        var plan = PlanCase.Place(Small, "S2", PlanCase.More(Small, "S2", PlanCase.Nurses, (decimal)more, 3), PlanCase.RetentionOfNurses("-2", "2026-04"), PlanCase.LeavingOfNurses("9"));
        var pieces = PlanSplit.Of(plan, [Part("S2[0-20]"), Part("S2[20-60.5]"), Part("S2[60.5-100]")]);
        Assert.All(pieces, piece => Assert.Empty(piece.Check()));
        for (var q = 0; q < Small.Quarters.Count; q++)
            Assert.Equal(plan.PostsOf(PlanCase.Nurses)[q], pieces.Sum(piece => piece.PostsOf(PlanCase.Nurses)[q]));
        var others = ((string[])["S1", "S3"]).Select(code => PlanCase.Place(Small, code)).ToList();
        var (before, after) = (NationalRun.Central(Small.Model, 24, PlanScenario.Of(Small, [plan, .. others])), NationalRun.Central(Small.Model, 24, PlanScenario.Of(Small, [.. pieces, .. others])));
        Assert.NotEqual(Small.Central.StaffFte(24), before.StaffFte(24), 0.1);
        Assert.Equal(before.StaffFte(24), after.StaffFte(24), 0.02);
    }

    [Fact]
    public void Of_CostsAndTexts_AreSharedAndRepeated()
    {
        var lever = PlanCase.Item(SectionName.Levers, ("parameter", "leaving_rate"), ("staff_group", "nurses"), ("size", "-1"), ("start", "2026-04"), ("ramp_months", "6"), ("cost_per_year", "1000.01"), ("reason", "for all"));
        var pieces = PlanSplit.Of(PlanCase.Place(Small, "S2", lever, PlanCase.Item(SectionName.Narrative, ("text", "The coast."))), [Part("S2[0-25]"), Part("S2[25-100]")]);
        var costs = pieces.Select(piece => decimal.Parse(piece.ItemsOf(SectionName.Levers)[0]["cost_per_year"], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(1000.01m, costs.Sum());
        Assert.InRange(costs[0], 249, 251);
        Assert.All(pieces, piece => Assert.Equal("The coast.", piece.ItemsOf(SectionName.Narrative)[0]["text"]));
    }

    [Fact]
    public void Of_PiecesMergedAgain_AreThePlanTheyCameFrom()
    {
        var plan = PlanCase.Place(Small, "S2", PlanCase.More(Small, "S2", PlanCase.Nurses, 7.25m, 3));
        var pieces = PlanSplit.Of(plan, [Part("S2[0-20]"), Part("S2[20-100]")]);
        Assert.True(MergerBridge.Of([plan], PlanMerge.Of(Small.Posts, [.. pieces.Select(piece => ("a part", piece))])).Closes);
    }

    [Theory]
    [InlineData("QM7")]
    [InlineData("QM7:RWR+RRE")]
    [InlineData("QM7:RWR[12.5-40]")]
    [InlineData("QM7[0-33.333333333333]")]
    public void Parse_WhatToStringWrote_IsTheSame(string text) => Assert.Equal(text, PlanMember.Parse(text).ToString());

    [Fact]
    public void Parse_WhatIsNoMember_SaysSo() => Assert.Contains("\"a b\"", Assert.Throws<FormatException>(() => PlanMember.Parse("a b")).Message, StringComparison.Ordinal);

    private static MemberPart[] Part(string part) => [new("S2", PlanMember.Parse(part))];
}
