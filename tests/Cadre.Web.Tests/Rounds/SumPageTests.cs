using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace Cadre.Web.Tests.Rounds;

/// <summary>The sum of local plans as the nation sees it: two plans submitted, one left.</summary>
public sealed class SumPageTests(TestServer server) : IClassFixture<TestServer>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await RoundCase.SubmitOnceAsync(server, "S1", await RoundCase.MoreNursesAsync(server, "S1", 7.25m));
        await RoundCase.SubmitOnceAsync(server, "S2", RoundCase.Retention("-2", "flexible rosters"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Page_TwoPlansSubmitted_SaysWhatDiffersAndAddsUp()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var page = await TestServer.ReadAsync(client, $"/rounds/{server.Run.RoundId}");
        Assert.StartsWith("2 of 3 plans are submitted or approved", page.QuerySelector(".cadre-headline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("7.25 more than the national plan", page.QuerySelector(".cadre-headline")!.TextContent, StringComparison.Ordinal);
        decimal[] steps = [.. page.QuerySelectorAll(".cadre-narrow td").Select(cell => decimal.Parse(cell.TextContent, NumberStyles.Number, CultureInfo.InvariantCulture))];
        Assert.Equal(steps[^1], steps[..^1].Sum());
        Assert.Equal(7.25m, steps[1]);
        var posts = Assert.Single(page.QuerySelectorAll("[aria-label='Differences in posts'] tbody tr"));
        Assert.Equal(["Northern Hills", "More posts than allocated", "Nurses", "+7.25", "=A new team in S1"], posts.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal($"/plans/{(await RoundCase.PlanAsync(server, "S1")).Id}", posts.QuerySelector("a")!.GetAttribute("href"));
        var lever = Assert.Single(page.QuerySelectorAll("[aria-label='Levers and other assumptions'] tbody tr"));
        Assert.Contains("-2 points from 2026-04", lever.Children[1].TextContent, StringComparison.Ordinal);
        Assert.True(decimal.Parse(lever.Children[2].TextContent, NumberStyles.Number | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) > 0);
        Assert.Contains("1 place no plan is submitted", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FirstQuarter_SaysInWhichQuartersADifferenceIs()
    {
        using var client = await server.SignInAsync(TestServer.Reviewer);
        var page = await TestServer.ReadAsync(client, $"/rounds/{server.Run.RoundId}?quarter=2025-12&region=R2&sort=difference");
        Assert.Contains("exactly as many as the national plan", page.QuerySelector(".cadre-headline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("+7.25 in 7 quarters from Mar 2026 to Sep 2027", page.QuerySelector("[aria-label='Differences in posts'] tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Southern Plain"], page.QuerySelectorAll("[aria-label='Plans of places'] tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("descending", page.QuerySelector("[aria-label='Plans of places'] thead th:last-child")!.GetAttribute("aria-sort"));
        Assert.Equal([$"/plans/{(await RoundCase.PlanAsync(server, "S3")).Id}"], page.QuerySelectorAll("a[href^='/plans/']").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Tables_AllQuarters_CloseExactlyAndHoldNoFormula()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var sum = await RowsAsync(client, "sum.csv");
        var bridge = await RowsAsync(client, "bridge.csv");
        Assert.All(sum, row => Assert.Equal(
            decimal.Parse(row["local_plans"], CultureInfo.InvariantCulture),
            decimal.Parse(row["national"], CultureInfo.InvariantCulture) + bridge.Where(entry => (entry["quarter"], entry["service"], entry["staff_group"]) == (row["quarter"], row["service"], row["staff_group"])).Sum(entry => decimal.Parse(entry["posts"], CultureInfo.InvariantCulture))));
        Assert.Equal(27, sum.Count);
        Assert.Contains(bridge, entry => entry["reason"] == "'=A new team in S1");
        Assert.Contains(bridge, entry => entry["kind"] == "Lever" && double.Parse(entry["staff_nation"], CultureInfo.InvariantCulture) > 0);
        using var book = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync(new Uri($"/rounds/{server.Run.RoundId}/sum.xlsx", UriKind.Relative), TestContext.Current.CancellationToken)));
        Assert.NotNull(book.GetEntry("xl/worksheets/sheet2.xml"));
    }

    private async Task<List<Dictionary<string, string>>> RowsAsync(HttpClient client, string table)
    {
        var text = await client.GetStringAsync(new Uri($"/rounds/{server.Run.RoundId}/{table}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        var all = new List<string[]>();
        while (reader.Read())
            all.Add(reader.Current.ToArray());
        return [.. all.Skip(1).Select(row => all[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
