using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Cadre.Core.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Rounds;

/// <summary>Sharing the posts of a round anew.</summary>
public sealed class AllocationPageTests(TestServer server) : IClassFixture<TestServer>
{
    private string Page => $"/rounds/{server.Run.RoundId}/allocation";

    [Fact]
    public async Task Post_TypedShares_ArePreviewedThenMadeAndCompared()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        (string, string)[] form = [("rule", nameof(AllocationRule.Typed)), ("shares", "S1 1 Northern Hills, by hand\nS2,0\nS3 3.5\n"), ("reason", "Board paper 12"), ("from", "1")];
        using var preview = await TestServer.PostAsync(client, Page, Page, form);
        var document = await DocumentAsync(preview);
        decimal[] differences = [.. document.QuerySelectorAll("[aria-label^='All services'] tbody td:last-child").Select(cell => decimal.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(4, differences.Length);
        Assert.Equal((0m, 0m), (differences[^1], differences[..^1].Sum()));
        Assert.NotEqual(0, differences[0]);
        Assert.Equal(1, await server.WithDbAsync(db => db.PlanAllocations.CountAsync(allocation => allocation.RoundId == server.Run.RoundId)));

        using var made = await TestServer.PostAsync(client, Page, $"{Page}?handler=Make", form);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var after = await TestServer.ReadAsync(client, Page);
        Assert.Equal(["Nadia Modeller", "Cadre"], after.QuerySelectorAll("[aria-label='Allocations so far'] tbody td:nth-child(4)").Select(cell => cell.TextContent));
        Assert.Equal(differences, after.QuerySelectorAll("[aria-label^='All services'] tbody td:last-child").Select(cell => decimal.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Contains("Shares that were typed.", after.QuerySelector("[aria-label='Allocations so far'] tbody tr")!.TextContent, StringComparison.Ordinal);

        // Somebody who looked before it was made is told.
        using var late = await TestServer.PostAsync(client, Page, $"{Page}?handler=Make", form);
        Assert.Contains("Somebody made allocation 2 since you looked", (await DocumentAsync(late)).QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await server.WithDbAsync(db => db.PlanAllocations.CountAsync(allocation => allocation.RoundId == server.Run.RoundId)));
    }

    [Theory]
    [InlineData("Typed", "", "why", "Type a share for each place")]
    [InlineData("Typed", "S1 1\nS2 x\nS9 2\nS1 3", "why", "Line 2: expected the code of a place and a number|Line 3: no place that plans has the code \"S9\"|Line 4: Northern Hills (S1) has a share already|A share is missing for Northern Coast (S2), Southern Plain (S3)")]
    [InlineData("Typed", "S1 0\nS2 0\nS3 0", "why", "At least one share must be over 0")]
    [InlineData("Flat", "", " ", "Say why the posts are shared anew")]
    [InlineData("17", "", "why", "Choose a rule")]
    public async Task Post_WhatCannotBe_IsRefusedInASentenceAndChangesNothing(string rule, string shares, string reason, string expected)
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var before = await server.WithDbAsync(db => db.PlanAllocations.CountAsync());
        using var answer = await TestServer.PostAsync(client, Page, $"{Page}?handler=Make", ("rule", rule), ("shares", shares), ("reason", reason), ("from", $"{before}"));
        var summary = (await DocumentAsync(answer)).QuerySelector(".nhsuk-error-summary")!.TextContent;
        Assert.All(expected.Split('|'), part => Assert.Contains(part, summary, StringComparison.Ordinal));
        Assert.Equal(before, await server.WithDbAsync(db => db.PlanAllocations.CountAsync()));
    }

    [Fact]
    public async Task Get_ByPopulation_SaysWhatEachPlaceGetsAndWhy()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var page = await TestServer.ReadAsync(client, $"{Page}?why=Population&sort=weight");
        var rows = page.QuerySelectorAll("[aria-label='What each place gets, and why'] tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray()).ToList();
        // 415,000, 371,250 and 517,000 weighted people of 1,303,250, shown so that they sum to the 977,000 who live there.
        Assert.Equal([("Southern Plain", "402,000", "387,576", "39.7%"), ("Northern Hills", "310,000", "311,111", "31.8%"), ("Northern Coast", "265,000", "278,313", "28.5%")], rows[..3].Select(row => (row[0], row[1], row[2], row[3])));
        Assert.Equal("descending", page.QuerySelector("[aria-label='What each place gets, and why'] thead th:nth-child(3)")!.GetAttribute("aria-sort"));
        Assert.Contains("each weighted by need (ages 0 to 17: 1.5; 18 to 64: 1.0; 65 and over: 2.25; only ratios count). Weights: Made up for tests, grade D.", page.Body!.TextContent, StringComparison.Ordinal);
        var csv = (await client.GetStringAsync(new Uri($"/rounds/{server.Run.RoundId}/shares.csv?rule=Population", UriKind.Relative), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("rule,place,name,service,people,weight,share,posts_gained", csv[0]);
        Assert.StartsWith("Population,S2,Northern Coast,,265000,278312.871667,0.284865,", csv[1], StringComparison.Ordinal);
        using var typed = await client.GetAsync(new Uri($"/rounds/{server.Run.RoundId}/shares.csv?rule=Typed", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, typed.StatusCode);
    }

    private static async Task<IDocument> DocumentAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
