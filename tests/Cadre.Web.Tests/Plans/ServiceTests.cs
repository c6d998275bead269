using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Web.Tests.Rounds;
using CsvHelper;

namespace Cadre.Web.Tests.Plans;

/// <summary>Posts by service: typed into a plan, shown, added up in the round, and through the API.</summary>
public sealed class ServiceTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Region = "[aria-label='Posts by service']";

    [Fact]
    public async Task Section_SharesOfAStaffGroup_AreHeldToAHundredAndShownByService()
    {
        var plan = await server.PlanAsync();
        var address = $"/plans/{plan.Id}/sections/services";
        using var client = await server.SignInAsync(TestServer.Planner);
        var before = await TestServer.ReadAsync(client, $"/plans/{plan.Id}/posts");
        Assert.Contains("No posts are split by service", before.Body!.TextContent, StringComparison.Ordinal);

        using var refused = await TestServer.PostAsync(client, address, address, Form("60", "30"));
        Assert.Contains("Shares of Nurses together: found \"90\", expected 100 per cent", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using var named = await TestServer.PostAsync(client, address, address, [.. Form("60", "40").Select(field => field.Item2 == "Street triage" ? (field.Item1, "not split") : field)]);
        Assert.Contains("expected the name of a service", WebUtility.HtmlDecode(await named.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using var saved = await TestServer.PostAsync(client, address, address, Form("66.7", "33.3"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var page = await TestServer.ReadAsync(client, $"/plans/{plan.Id}/posts");
        var rows = page.QuerySelectorAll($"{Region} tbody").First(body => body.QuerySelector("th")!.FirstChild!.TextContent.Trim() == "Nurses").QuerySelectorAll("tr");
        Assert.Equal("Typed, grade D: rota", rows[0].QuerySelector(".cadre-range")!.TextContent);
        Assert.Equal(["Wards", "Street triage"], rows.Skip(1).Select(row => row.QuerySelector("th")!.TextContent.Trim()));
        var nurses = page.QuerySelectorAll("[aria-label='Posts by staff group'] tbody tr").First(row => row.QuerySelector("th a")?.TextContent == "Nurses").QuerySelectorAll(".cadre-number").Select(Number);
        Assert.Equal(nurses, rows[1].QuerySelectorAll(".cadre-number").Zip(rows[2].QuerySelectorAll(".cadre-number"), (one, other) => Number(one) + Number(other)));
        var versions = await TestServer.ReadAsync(client, $"/plans/{plan.Id}");
        Assert.Contains("2 shares", versions.Body!.TextContent, StringComparison.Ordinal);

        using var program = await server.ProgramAsync(TestServer.Planner, ApiScopes.Read | ApiScopes.Plan);
        var parts = await program.GetFromJsonAsync<JsonElement[]>($"/api/v1/plans/{plan.Id}/services", TestContext.Current.CancellationToken);
        var posts = await program.GetFromJsonAsync<JsonElement[]>($"/api/v1/plans/{plan.Id}/posts", TestContext.Current.CancellationToken);
        Assert.All(posts!, row => Assert.Equal(row.GetProperty("planned").GetDecimal(), parts!.Where(part => Key(part) == Key(row)).Sum(part => part.GetProperty("posts").GetDecimal())));
        Assert.Equal([null, "wards"], parts!.Where(part => part.GetProperty("staff_group").GetString() == "nurses").Select(part => part.GetProperty("plan_service").GetString()).Distinct().Order());

        using var wrong = await program.PutAsJsonAsync($"/api/v1/plans/{plan.Id}/sections/services", new { number = 1, items = new[] { Item("nurses", "wards", "12") } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("100 per cent", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var right = await program.PutAsJsonAsync($"/api/v1/plans/{plan.Id}/sections/services", new { number = 1, items = new[] { Item("nurses", "wards", "100") } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Round_PlansWithAndWithoutASplit_AddUpByServiceExactly()
    {
        await RoundCase.SubmitOnceAsync(server, "S1", (SectionName.Services, new ItemsContent { Items = [Item("clinical", "community", "62.5"), Item("clinical", "crisis", "37.5")] }), await RoundCase.MoreNursesAsync(server, "S1", 7.25m));
        using var client = await server.SignInAsync(TestServer.Reviewer);
        var services = await RowsAsync(client, "services.csv");
        var sum = await RowsAsync(client, "sum.csv");
        Assert.All(sum, row => Assert.Equal(Posts(row), services.Where(part => (part["quarter"], part["staff_group"]) == (row["quarter"], row["staff_group"])).Sum(Posts)));
        Assert.Equal(["Community teams", "Crisis teams", "Not split"], services.Select(row => row["plan_service_name"]).Distinct().Order(StringComparer.Ordinal));

        var page = await TestServer.ReadAsync(client, $"/rounds/{server.Run.RoundId}");
        var rows = page.QuerySelectorAll("[aria-label='Sum of local plans by service'] tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray()).ToList();
        Assert.Equal([("Community teams", "1"), ("Crisis teams", "1"), ("Not split", "3")], rows.Select(row => (row[0], row[2])));
        Assert.Equal(sum.Where(row => row["quarter"] == "2027-09").Sum(Posts), rows.Sum(row => decimal.Parse(row[1], NumberStyles.Number, CultureInfo.InvariantCulture)));

        using var program = await server.ProgramAsync(TestServer.Reviewer, ApiScopes.Read);
        var json = await program.GetFromJsonAsync<JsonElement[]>($"/api/v1/rounds/{server.Run.RoundId}/services", TestContext.Current.CancellationToken);
        Assert.Equal(services.Sum(Posts), json!.Sum(row => row.GetProperty("posts").GetDecimal()));
    }

    private static (string, string)[] Form(string first, string second) =>
    [
        ("from", "0"), ("item-0-staff_group", "nurses"), ("item-0-service", "wards"), ("item-0-other", ""), ("item-0-share", first), ("item-0-reason", "rota"),
        ("item-1-staff_group", "nurses"), ("item-1-service", ""), ("item-1-other", "Street triage"), ("item-1-share", second), ("item-1-reason", "rota"),
    ];

    private static Dictionary<string, string> Item(string group, string service, string share) =>
        new() { [ServiceItems.Group] = group, [ServiceItems.Service] = service, [ServiceItems.Other] = "", [ServiceItems.Share] = share, [ServiceItems.Reason] = "rota" };

    private static (string?, string?) Key(JsonElement row) => (row.GetProperty("staff_group").GetString(), row.GetProperty("quarter").GetString());

    private static decimal Number(AngleSharp.Dom.IElement cell) => decimal.Parse(cell.TextContent, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static decimal Posts(Dictionary<string, string> row) => decimal.Parse(row["local_plans"], CultureInfo.InvariantCulture);

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
