using System.Net;
using System.Text;
using System.Text.Json;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Runs;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Api;

/// <summary>What the API answers and changes.</summary>
public abstract class ApiTests(TestServer server)
{
    private const string Nurses = "posts/all/nurses";

    [Fact]
    public async Task Place_AsJsonAndCsv_IsTheTableOfThePage()
    {
        using var page = await server.SignInAsync(TestServer.Planner);
        var table = await page.GetStringAsync(Address($"/runs/{server.Run.Id}/places/R1.csv"), TestContext.Current.CancellationToken);
        using var client = await server.ProgramAsync(TestServer.Planner, ApiScopes.Read);
        Assert.Equal(table, await client.GetStringAsync(Address($"/api/v1/runs/{server.Run.Id}/places/R1.csv"), TestContext.Current.CancellationToken));
        using var request = new HttpRequestMessage(HttpMethod.Get, Address($"/api/v1/runs/{server.Run.Id}/places/R1"));
        request.Headers.Add("Accept", "text/csv, application/json;q=0.5");
        using var accepted = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(("text/csv", table), (accepted.Content.Headers.ContentType!.MediaType, await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        var json = await ReadAsync(client, $"/api/v1/runs/{server.Run.Id}/places/R1?group=nurses");
        string[] rows = [.. json.GetProperty("figures").EnumerateArray().Select(row => $"{row.GetProperty("month")},R1,{json.GetProperty("service")},{row.GetProperty("staff_group")},{row.GetProperty("measure")},{row.GetProperty("central").GetDouble()},{row.GetProperty("p5").GetDouble()},{row.GetProperty("p50").GetDouble()},{row.GetProperty("p95").GetDouble()}")];
        Assert.Equal(table.ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains(",nurses,", StringComparison.Ordinal)), rows);
        Assert.NotEmpty(rows);
    }

    [Theory]
    [InlineData("places/nowhere")]
    [InlineData("places/small?service=%00")]
    [InlineData("places/small?group=%00")]
    [InlineData("places/nowhere.csv")]
    public async Task Get_WhatIsNotThere_IsAProblem(string address)
    {
        using var client = await server.ProgramAsync(TestServer.Planner, ApiScopes.Read);
        using var answer = await client.GetAsync(Address($"/api/v1/runs/{server.Run.Id}/{address}"), TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", "", "", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api", "", "", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/runs", "", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/runs", "", "", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/runs?framework=x", "", "", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/runs?framework=0199aaaa-0000-7000-8000-000000000000", "", "", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/v1/runs", "{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/v1/runs", "null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/v1/runs", "[[[[", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/v1/runs", "framework=x", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/api/v1/runs", "{\"framework\": \"0199aaaa-0000-7000-8000-000000000000\"}", "application/json", HttpStatusCode.NotFound)]
    public async Task Send_WhatCannotBeAnswered_IsAProblemInWords(string method, string address, string body, string type, HttpStatusCode expected)
    {
        using var client = await server.ProgramAsync(TestServer.Modeller, method == "POST" ? ApiScopes.Run : ApiScopes.Read);
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(address));
        if (type.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, expected);
    }

    [Fact]
    public async Task Run_AskedFor_IsComputedAndWhatIsWrongIsListed()
    {
        using var client = await server.ProgramAsync(TestServer.Modeller, ApiScopes.Run | ApiScopes.Read);
        using var wrong = await SendAsync(client, "POST", "/api/v1/runs", new { framework = server.Run.FrameworkId, scenario = "no such", futures = 0, seed = -1 });
        Assert.Equal(["scenario", "futures", "seed"], (await AssertProblemAsync(wrong, HttpStatusCode.UnprocessableEntity)).GetProperty("problems").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()));

        using var asked = await SendAsync(client, "POST", "/api/v1/runs", new { framework = server.Run.FrameworkId, futures = 3, seed = 11 });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var id = Guid.Parse(asked.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal(RunState.Done, (await server.FinishedAsync(id)).State);
        var run = await ReadAsync(client, asked.Headers.Location.ToString());
        Assert.Equal(("done", 3, 3, 11), (run.GetProperty("state").GetString(), run.GetProperty("futures").GetInt32(), run.GetProperty("futures_done").GetInt32(), run.GetProperty("seed").GetInt32()));
        Assert.NotNull(await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"run {id}").Select(entry => entry.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task Save_Section_FollowsItsNumberAndOverwritesNobody()
    {
        var plan = await server.PlanAsync();
        var address = $"/api/v1/plans/{plan.Id}/sections/risks";
        using var client = await server.ProgramAsync(TestServer.Planner, ApiScopes.Plan | ApiScopes.Read);
        await AssertProblemAsync(await SendAsync(client, "PUT", address, Risk("1")), HttpStatusCode.PreconditionRequired);
        await AssertProblemAsync(await SendAsync(client, "PUT", address, Risk("1"), "\"7\""), HttpStatusCode.Conflict);
        await AssertProblemAsync(await SendAsync(client, "PUT", address, Risk("1"), "x"), HttpStatusCode.BadRequest);
        await AssertProblemAsync(await SendAsync(client, "PUT", address, new { number = 0, posts = new { }, reason = "" }), HttpStatusCode.BadRequest);
        var faults = await AssertProblemAsync(await SendAsync(client, "PUT", address, Risk("9"), "\"0\""), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["likelihood"], faults.GetProperty("problems").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()));
        await AssertProblemAsync(await SendAsync(client, "PUT", address, new { number = 0, items = new object?[] { null } }), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(0, await server.WithDbAsync(db => db.PlanSections.CountAsync(section => section.PlanId == plan.Id && section.Section == "risks")));

        using var saved = await SendAsync(client, "PUT", address, Risk("1"), "\"0\"");
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (saved.StatusCode, saved.Headers.ETag!.Tag));
        var conflict = await AssertProblemAsync(await SendAsync(client, "PUT", address, Risk("2"), "\"0\""), HttpStatusCode.Conflict);
        Assert.Equal((1, "Paula Planner", "1"), (conflict.GetProperty("theirs").GetProperty("number").GetInt32(), conflict.GetProperty("theirs").GetProperty("saved_by").GetString(), conflict.GetProperty("theirs").GetProperty("items")[0].GetProperty("likelihood").GetString()));
        Assert.Equal(1, (await ReadAsync(client, address)).GetProperty("number").GetInt32());
        Assert.EndsWith("save 1, API", Assert.Single(await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"plan {plan.Id}" && entry.Detail.Contains("risks")).Select(entry => entry.Detail).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_Posts_AreExactAndThoseAsPrefilledAreNoChange()
    {
        var plan = await server.PlanAsync();
        using var client = await server.ProgramAsync(TestServer.Planner, ApiScopes.Plan | ApiScopes.Read);
        var before = (await ReadAsync(client, $"/api/v1/plans/{plan.Id}/posts")).EnumerateArray().Where(row => row.GetProperty("staff_group").GetString() == "nurses").ToList();
        var (first, second) = (before[1].GetProperty("quarter").GetString()!, before[2].GetProperty("quarter").GetString()!);
        var planned = before[1].GetProperty("prefilled").GetDecimal() + 0.07m;
        var posts = new Dictionary<string, decimal> { [first] = planned, [second] = before[2].GetProperty("prefilled").GetDecimal() };
        using var saved = await SendAsync(client, "PUT", $"/api/v1/plans/{plan.Id}/sections/{Nurses}", new { number = 0, posts, reason = "a new team" });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal([first], (await ReadAsync(client, $"/api/v1/plans/{plan.Id}/sections/{Nurses}")).GetProperty("posts").EnumerateObject().Select(quarter => quarter.Name));
        var after = (await ReadAsync(client, $"/api/v1/plans/{plan.Id}/posts")).EnumerateArray().First(row => row.GetProperty("staff_group").GetString() == "nurses" && row.GetProperty("quarter").GetString() == first);
        Assert.Equal(planned, after.GetProperty("planned").GetDecimal());
        var csv = await client.GetStringAsync(Address($"/api/v1/plans/{plan.Id}/posts.csv"), TestContext.Current.CancellationToken);
        Assert.Contains($"{first},S3,all,nurses,{PlanNumbers.Exact(planned - 0.07m)},{PlanNumbers.Exact(planned)}", csv, StringComparison.Ordinal);
        await AssertProblemAsync(await SendAsync(client, "PUT", $"/api/v1/plans/{plan.Id}/sections/posts/all/all", new { number = 0, posts, reason = "x" }), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Plan_FromDraftToApproved_MovesAsOnThePages()
    {
        var plan = await server.PlanAsync("S1");
        await GrantAsync("S1");
        using var planner = await server.ProgramAsync(TestServer.Planner, ApiScopes.Plan | ApiScopes.Read);
        using var reviewer = await server.ProgramAsync(TestServer.Reviewer, ApiScopes.Plan | ApiScopes.Read);
        var address = $"/api/v1/plans/{plan.Id}";
        var posts = (await ReadAsync(planner, $"{address}/posts")).EnumerateArray().Where(row => row.GetProperty("staff_group").GetString() == "nurses").Skip(1).ToDictionary(row => row.GetProperty("quarter").GetString()!, row => row.GetProperty("prefilled").GetDecimal() + 1.23m);
        using var saved = await SendAsync(planner, "PUT", $"{address}/sections/{Nurses}", new { number = 0, posts, reason = "a new team" });
        await AssertProblemAsync(await SendAsync(reviewer, "POST", $"{address}/approve", new { version = 1 }), HttpStatusCode.Conflict);
        using var submitted = await SendAsync(planner, "POST", $"{address}/submit", null);
        Assert.Equal(HttpStatusCode.Accepted, submitted.StatusCode);
        await AssertProblemAsync(await SendAsync(planner, "POST", $"{address}/submit", null), HttpStatusCode.Conflict);
        await AssertProblemAsync(await SendAsync(planner, "PUT", $"{address}/sections/narrative", new { number = 0, items = new[] { new { text = "too late" } } }), HttpStatusCode.Locked);
        await AssertSumsAsync(reviewer, plan);

        await AssertProblemAsync(await SendAsync(reviewer, "POST", $"{address}/return", new { comment = " " }), HttpStatusCode.UnprocessableEntity);
        await AssertProblemAsync(await SendAsync(reviewer, "POST", $"{address}/return", new { comment = "\0" }), HttpStatusCode.UnprocessableEntity);
        using var returned = await SendAsync(reviewer, "POST", $"{address}/return", new { version = 1, comment = "who pays?" });
        Assert.Equal("returned", (await JsonAsync(returned)).GetProperty("state").GetString());
        using var again = await SendAsync(planner, "POST", $"{address}/submit", null);
        using var approved = await SendAsync(reviewer, "POST", $"{address}/approve", new { version = 2 });
        Assert.Equal("approved", (await JsonAsync(approved)).GetProperty("state").GetString());
        var versions = (await ReadAsync(planner, $"{address}/versions")).EnumerateArray().Select(version => (version.GetProperty("number").GetInt32(), version.GetProperty("state").GetString(), version.GetProperty("submitted_by").GetString(), version.GetProperty("comment").GetString()));
        Assert.Equal([(2, "approved", "Paula Planner", ""), (1, "returned", "Paula Planner", "who pays?")], versions);
        Assert.Equal(PlanState.Approved, (await server.PlanAsync("S1")).State);
    }

    /// <summary>National plan and every difference are the sum of the plans, to the hundredth, in each line and quarter.</summary>
    private static async Task AssertSumsAsync(HttpClient client, LocalPlan plan)
    {
        var sums = (await ReadAsync(client, $"/api/v1/rounds/{plan.RoundId}/sums")).EnumerateArray().ToList();
        var bridge = (await ReadAsync(client, $"/api/v1/rounds/{plan.RoundId}/bridge")).EnumerateArray().Where(entry => entry.GetProperty("staff_group").ValueKind == JsonValueKind.String).ToList();
        Assert.NotEmpty(bridge);
        Assert.All(sums, sum => Assert.Equal(
            sum.GetProperty("plans").GetDecimal(),
            sum.GetProperty("national").GetDecimal() + bridge.Where(entry => entry.GetProperty("staff_group").GetString() == sum.GetProperty("staff_group").GetString() && entry.GetProperty("service").GetString() == sum.GetProperty("service").GetString())
                .Sum(entry => entry.GetProperty("posts").GetProperty(sum.GetProperty("quarter").GetString()!).GetDecimal())));
        Assert.Contains(sums, sum => sum.GetProperty("plans").GetDecimal() - sum.GetProperty("national").GetDecimal() == 1.23m);
    }

    private static object Risk(string likelihood) => new { items = new[] { new { risk = "nobody comes", likelihood, impact = "4", mitigation = "bursaries", owner = "the director" } } };

    private static Uri Address(string address) => new(address, UriKind.Relative);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string address, object? body, string? match = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(address));
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(Address(address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await JsonAsync(answer);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            var problem = await JsonAsync(answer);
            Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
            Assert.EndsWith(".", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
            return problem;
        }
    }

    private Task<int> GrantAsync(string place) => server.WithDbAsync(async db =>
    {
        foreach (var (email, role) in ((string, Role)[])[(TestServer.Planner, Role.LocalPlanner), (TestServer.Reviewer, Role.RegionalReviewer)])
        {
            var person = await db.Users.Where(user => user.Email == email).Select(user => user.Id).FirstAsync();
            db.RoleGrants.Add(new RoleGrant { PersonId = person, Role = role, Place = place });
            db.Audit(new Core.Auditing.AuditEntry { AtUtc = DateTime.UnixEpoch, PersonId = null, What = "RoleGranted", Subject = $"person {person}", Detail = $"{role} {place}" });
        }

        return await db.SaveChangesAsync();
    });
}

public sealed class SqliteApiTests(TestServer server) : ApiTests(server), IClassFixture<TestServer>;

public sealed class PostgresApiTests(PostgresServer server) : ApiTests(server.OrSkip), IClassFixture<PostgresServer>;
