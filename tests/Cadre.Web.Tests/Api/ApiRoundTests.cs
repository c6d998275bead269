using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cadre.Core.People;
using Cadre.Web.Tests.Plans.Tracking;
using Cadre.Web.Tests.Rounds;

namespace Cadre.Web.Tests.Api;

/// <summary>What programs do with a round: share posts, see who claims whom, change places, bring actual staff, sign.</summary>
public sealed class ApiRoundTests : IAsyncLifetime
{
    private readonly MergingServer _server = new();

    private string Round => $"/api/v1/rounds/{_server.Run.RoundId}";

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Allocations_MadeFromTheOneInForce_AddUpAndRefuseTheRest()
    {
        using var client = await _server.ProgramAsync(TestServer.Modeller, ApiScopes.Plan);
        using var reader = await _server.ProgramAsync(TestServer.Modeller, ApiScopes.Read);
        await RefusedAsync(client, $"{Round}/allocations", """{"from": 1, "rule": "typed", "reason": ""}""", "reason", "rule");
        using var made = await PostAsync(client, $"{Round}/allocations", """{"from": 1, "rule": "flat", "reason": "the same for each"}""");
        Assert.Equal((HttpStatusCode.Created, 2), (made.StatusCode, (await JsonAsync(made)).GetProperty("number").GetInt32()));
        using var stale = await PostAsync(client, $"{Round}/allocations", """{"from": 1, "rule": "framework", "reason": "too late"}""");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(["2 flat", "1 framework"], (await ReadAsync(reader, $"{Round}/allocations")).EnumerateArray().Select(one => $"{one.GetProperty("number")} {one.GetProperty("rule")}"));
        var sums = (await ReadAsync(reader, $"{Round}/sums")).EnumerateArray().ToDictionary(row => (row.GetProperty("staff_group").GetString(), row.GetProperty("quarter").GetString()), row => row.GetProperty("national").GetDecimal());
        foreach (var rows in (await ReadAsync(reader, $"{Round}/allocations/2")).EnumerateArray().GroupBy(row => (row.GetProperty("staff_group").GetString(), row.GetProperty("quarter").GetString())))
            Assert.Equal(sums[rows.Key], rows.Sum(row => row.GetProperty("posts").GetDecimal()));
    }

    [Fact]
    public async Task Mergers_SplitMovedAndMerged_AreListedAndClose()
    {
        using var client = await _server.ProgramAsync(TestServer.Modeller, ApiScopes.Plan);
        using var reader = await _server.ProgramAsync(TestServer.Modeller, ApiScopes.Read);
        var plan = (await RoundCase.PlanAsync(_server, "S3")).Id;
        await RefusedAsync(client, $"{Round}/mergers/split", $$"""{"plan": "{{plan}}", "shares": [{"code": "S7", "percent": 40}, {"code": "S8", "name": "Eighth", "percent": 50}]}""", "", "", "");
        using var split = await PostAsync(client, $"{Round}/mergers/split", $$"""{"plan": "{{plan}}", "reason": "a letter", "shares": [{"code": "S7", "name": "Seventh", "percent": 40}, {"code": "S8", "name": "Eighth", "percent": 60}]}""");
        Assert.Equal(["S3[0-40]", "S3[40-100]"], (await JsonAsync(split)).EnumerateArray().Select(after => after.GetProperty("members")[0].GetString()));
        using var region = await PostAsync(client, $"{Round}/mergers/region", """{"moves": "S7", "to": "R1", "reason": "a letter"}""");
        Assert.Equal(HttpStatusCode.OK, region.StatusCode);
        using var merged = await PostAsync(client, $"{Round}/mergers/merge", """{"successor": "S9"}""");
        Assert.Equal(HttpStatusCode.OK, merged.StatusCode);
        var all = await ReadAsync(reader, $"{Round}/mergers");
        Assert.Equal(["S7", "S8", "S9"], all.GetProperty("carried").EnumerateArray().Select(one => one.GetProperty("plan").GetProperty("place").GetString()).Order());
        Assert.All(all.GetProperty("carried").EnumerateArray(), one => Assert.True(one.GetProperty("closes").GetBoolean()));
        await _server.FinishedAsync(await _server.WithDbAsync(async db => db.Runs.OrderByDescending(run => run.RequestedUtc).First().Id));
    }

    [Fact]
    public async Task Actuals_ReadThenApplied_StandBesideThePlan()
    {
        using var client = await _server.ProgramAsync(TestServer.Modeller, ApiScopes.Plan);
        using var reader = await _server.ProgramAsync(TestServer.Modeller, ApiScopes.Read);
        using var wrong = await client.PostAsync(new Uri($"{Round}/actuals", UriKind.Relative), new StringContent("a,b\n1,2\n", Encoding.UTF8, "text/csv"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotEmpty((await JsonAsync(wrong)).GetProperty("problems").EnumerateArray());
        using var read = await client.PostAsync(new Uri($"{Round}/actuals", UriKind.Relative), new StringContent(ActualsCsv.Months(1), Encoding.UTF8, "text/csv"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, read.StatusCode);
        var upload = (await JsonAsync(read)).GetProperty("upload").GetGuid();
        Assert.Empty((await ReadAsync(reader, $"{Round}/actuals")).GetProperty("months").EnumerateArray());
        using var stale = await PostAsync(client, $"{Round}/actuals/{upload}/apply", """{"held": 3}""");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var applied = await PostAsync(client, $"{Round}/actuals/{upload}/apply", """{"held": 0}""");
        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
        Assert.Equal(["2025-10"], (await ReadAsync(reader, $"{Round}/actuals")).GetProperty("months").EnumerateArray().Select(month => month.GetString()));
        var groups = (await ReadAsync(reader, $"/api/v1/plans/{(await RoundCase.PlanAsync(_server, "S1")).Id}/tracking")).GetProperty("staff_groups");
        Assert.Contains(groups.EnumerateArray().SelectMany(group => group.GetProperty("months").EnumerateArray()), month => month.GetProperty("actual").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Supply_OfTheLastRun_NamesPoolsWithWhoClaims()
    {
        using var reader = await _server.ProgramAsync(TestServer.Reviewer, ApiScopes.Read);
        var pools = (await ReadAsync(reader, $"{Round}/supply")).EnumerateArray().ToList();
        Assert.NotEmpty(pools);
        Assert.All(pools, pool => Assert.Equal(pool.GetProperty("claimed").GetDouble(), pool.GetProperty("places").EnumerateArray().Sum(place => place.GetProperty("claimed").GetDouble()), 1e-9));
    }

    [Fact]
    public async Task Sign_ByThePartner_IsListedWithWhetherItChangedSince()
    {
        using var client = await _server.ProgramAsync(TestServer.Partner, ApiScopes.Plan);
        var plan = (await _server.PlanAsync()).Id;
        await RefusedAsync(client, $"/api/v1/plans/{plan}/sign", """{"organisation": " "}""", "organisation");
        using var signed = await PostAsync(client, $"/api/v1/plans/{plan}/sign", """{"organisation": "The council"}""");
        var one = Assert.Single((await JsonAsync(signed)).GetProperty("signatures").EnumerateArray());
        Assert.Equal(("The council", false), (one.GetProperty("organisation").GetString(), one.GetProperty("changed_since").GetBoolean()));
        using var planner = await _server.ProgramAsync(TestServer.Planner, ApiScopes.Plan);
        using var closed = await PostAsync(planner, $"/api/v1/plans/{plan}/open", """{"reason": "one more team"}""");
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
    }

    [Fact]
    public async Task Contributors_NamedAndTakenAway_AreListed()
    {
        using var client = await _server.ProgramAsync(TestServer.Planner, ApiScopes.Plan);
        var address = $"/api/v1/plans/{(await _server.PlanAsync()).Id}/contributors";
        await RefusedAsync(client, address, """{"who": "nobody", "sections": ["weather"]}""", "who", "sections");
        using var named = await PostAsync(client, address, """{"who": "training@demonstration.invalid", "sections": ["risks", "actions"]}""");
        var one = Assert.Single((await JsonAsync(named)).GetProperty("contributors").EnumerateArray());
        Assert.Equal(["risks", "actions"], one.GetProperty("sections").EnumerateArray().Select(section => section.GetString()));
        using var trainer = await _server.ProgramAsync("training@demonstration.invalid", ApiScopes.Plan);
        using var saved = await trainer.PutAsJsonAsync(new Uri($"{address.Replace("contributors", "sections/narrative", StringComparison.Ordinal)}", UriKind.Relative), new { number = 0, items = new[] { new { text = "not theirs" } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, saved.StatusCode);
        using var removed = await client.DeleteAsync(new Uri($"{address}/{one.GetProperty("person").GetGuid()}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Empty((await JsonAsync(removed)).GetProperty("contributors").EnumerateArray());
    }

    [Fact]
    public async Task Rounds_ClosedAndOpenedAgain_TakeNoSavesMeanwhile()
    {
        using var client = await _server.ProgramAsync(TestServer.Modeller, ApiScopes.Plan);
        await RefusedAsync(client, "/api/v1/rounds", """{"futures": 0}""", "framework", "futures");
        using var there = await PostAsync(client, "/api/v1/rounds", $$"""{"framework": "{{_server.Run.FrameworkId}}"}""");
        Assert.Equal(_server.Run.RoundId, (await JsonAsync(there)).GetProperty("id").GetGuid());
        using var closed = await PostAsync(client, $"{Round}/close", """{"reason": "the year is over"}""");
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        using var twice = await PostAsync(client, $"{Round}/close", """{"reason": "again"}""");
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using var allocated = await PostAsync(client, $"{Round}/allocations", """{"from": 1, "rule": "flat", "reason": "too late"}""");
        Assert.Equal(HttpStatusCode.Conflict, allocated.StatusCode);
        using var opened = await PostAsync(client, $"{Round}/open", """{"reason": "once more"}""");
        Assert.Equal(JsonValueKind.Null, (await JsonAsync(opened)).GetProperty("closed_utc").ValueKind);
    }

    private static async Task RefusedAsync(HttpClient client, string address, string body, params string[] fields)
    {
        using var answer = await PostAsync(client, address, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(fields, (await JsonAsync(answer)).GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static Task<JsonElement> ReadAsync(HttpClient client, string address) => client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
