using System.Net;
using System.Text;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Cadre.Web.Tests.Databases;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests.Api;

/// <summary>Whom the API answers: a line for each route and method; a route without one fails.</summary>
public abstract class ApiRouteTests(TestServer server)
{
    private const string Start = "api/v1/";

    internal enum Who
    {
        /// <summary>Whoever has a key.</summary>
        Everybody,
        Modellers,
        ModellersAndReviewers,

        /// <summary>Planner, partner and reviewer of the plan, and modellers; for others there is no such thing.</summary>
        PlanReaders,

        /// <summary>The planner of the plan; its other readers are refused, for others there is no such thing.</summary>
        PlanWriters,

        /// <summary>The reviewer of the plan, and as above.</summary>
        PlanDeciders,

        /// <summary>The partner of the plan, and as above.</summary>
        PlanSigners,

        /// <summary>The planner and the reviewer of the plan, and as above.</summary>
        PlanNamers,
    }

    /// <summary>Route, method, the scope that it needs, who gets an answer, and what is sent.</summary>
    internal static readonly (string Route, string Method, ApiScopes Scope, Who Who, string Body)[] Table =
    [
        ("api/v1/frameworks", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/frameworks/{id:guid}", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/frameworks/{id:guid}/assumptions", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/plans", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/plans/{id:guid}", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/approve", "POST", ApiScopes.Plan, Who.PlanDeciders, "{}"),
        ("api/v1/plans/{id:guid}/contributors", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/contributors", "POST", ApiScopes.Plan, Who.PlanNamers, "{}"),
        ("api/v1/plans/{id:guid}/contributors/{person:guid}", "DELETE", ApiScopes.Plan, Who.PlanNamers, ""),
        ("api/v1/plans/{id:guid}/open", "POST", ApiScopes.Plan, Who.PlanWriters, "{}"),
        ("api/v1/plans/{id:guid}/sign", "POST", ApiScopes.Plan, Who.PlanSigners, "{}"),
        ("api/v1/plans/{id:guid}/signatures", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/tracking", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/posts", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/posts.csv", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/return", "POST", ApiScopes.Plan, Who.PlanDeciders, "{}"),
        ("api/v1/plans/{id:guid}/sections/{**section}", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/sections/{**section}", "PUT", ApiScopes.Plan, Who.PlanWriters, "{}"),
        ("api/v1/plans/{id:guid}/services", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/plans/{id:guid}/submit", "POST", ApiScopes.Plan, Who.PlanWriters, ""),
        ("api/v1/plans/{id:guid}/versions", "GET", ApiScopes.Read, Who.PlanReaders, ""),
        ("api/v1/rounds", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/rounds", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/close", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/open", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/actuals", "GET", ApiScopes.Read, Who.ModellersAndReviewers, ""),
        ("api/v1/rounds/{id:guid}/actuals", "POST", ApiScopes.Plan, Who.Modellers, "no table"),
        ("api/v1/rounds/{id:guid}/actuals/{upload:guid}/apply", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/allocations", "GET", ApiScopes.Read, Who.ModellersAndReviewers, ""),
        ("api/v1/rounds/{id:guid}/allocations", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/allocations/{number:int}", "GET", ApiScopes.Read, Who.ModellersAndReviewers, ""),
        ("api/v1/rounds/{id:guid}/mergers", "GET", ApiScopes.Read, Who.Modellers, ""),
        ("api/v1/rounds/{id:guid}/mergers/merge", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/mergers/region", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/mergers/split", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/mergers/trust", "POST", ApiScopes.Plan, Who.Modellers, "{}"),
        ("api/v1/rounds/{id:guid}/supply", "GET", ApiScopes.Read, Who.ModellersAndReviewers, ""),
        ("api/v1/rounds/{id:guid}/bridge", "GET", ApiScopes.Read, Who.ModellersAndReviewers, ""),
        ("api/v1/rounds/{id:guid}/services", "GET", ApiScopes.Read, Who.ModellersAndReviewers, ""),
        ("api/v1/rounds/{id:guid}/sums", "GET", ApiScopes.Read, Who.ModellersAndReviewers, ""),
        ("api/v1/runs", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/runs", "POST", ApiScopes.Run, Who.Modellers, """{"framework": "{framework}", "futures": 0}"""),
        ("api/v1/runs/{id:guid}", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/runs/{id:guid}/places/{place}", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/runs/{id:guid}/places/{place}.csv", "GET", ApiScopes.Read, Who.Everybody, ""),
        ("api/v1/runs/{id:guid}/targets", "GET", ApiScopes.Read, Who.Everybody, ""),
    ];

    [Fact]
    public void Routes_OfTheApi_StandInTheTable()
    {
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.Trim('/').StartsWith(Start, StringComparison.Ordinal))
            .Select(endpoint => (Route: endpoint.RoutePattern.RawText!.Trim('/'), Method: Assert.Single(endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods))).Order();
        Assert.Equal(Table.Select(line => (line.Route, line.Method)).Order(), routes);
    }

    [Fact]
    public async Task EveryRoute_ForEveryRoleAndScope_AnswersWhomItShould()
    {
        var wrong = new List<string>();
        var keys = new List<(string Email, ApiScopes Scope, HttpClient Client)>();
        foreach (var email in DemonstrationPeople.All.Select(person => person.Email))
        {
            foreach (var scope in (ApiScopes[])[ApiScopes.Read, ApiScopes.Plan, ApiScopes.Run])
                keys.Add((email, scope, await server.ProgramAsync(email, scope)));
        }

        foreach (var place in (string[])[TestServer.PlanPlace, "S1"])
        {
            foreach (var line in Table)
            {
                var address = await ApiAddress.OfAsync(server, line.Route, place);
                foreach (var (email, scope, client) in keys)
                {
                    using var request = new HttpRequestMessage(new HttpMethod(line.Method), address);
                    if (line.Body.Length > 0) request.Content = new StringContent(line.Body.Replace("{framework}", $"{server.Run.FrameworkId}", StringComparison.Ordinal), Encoding.UTF8, line.Body == "no table" ? "text/csv" : "application/json");
                    using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                    var expected = scope == line.Scope ? Expected(line.Who, email, place) : HttpStatusCode.Forbidden;
                    if (Found(answer) != expected) wrong.Add($"{email} {scope} {line.Method} {address}: {answer.StatusCode}, expected {expected}");
                }
            }
        }

        keys.ForEach(key => key.Client.Dispose());
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryRoute_WithoutAKey_IsRefusedToCookiesToo()
    {
        using var signedIn = await server.SignInAsync(TestServer.Modeller);
        using var nobody = server.Program("");
        foreach (var line in Table)
        {
            var address = await ApiAddress.OfAsync(server, line.Route, TestServer.PlanPlace);
            foreach (var client in (HttpClient[])[signedIn, nobody])
            {
                using var request = new HttpRequestMessage(new HttpMethod(line.Method), address);
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
                Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
            }
        }
    }

    private static HttpStatusCode Expected(Who who, string email, string place)
    {
        if (who == Who.Everybody) return HttpStatusCode.OK;
        if (who == Who.Modellers) return email == TestServer.Modeller ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        if (who == Who.ModellersAndReviewers) return email is TestServer.Modeller or TestServer.Reviewer ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        string[] readers = place == TestServer.PlanPlace ? [TestServer.Planner, TestServer.Partner, TestServer.Reviewer, TestServer.Modeller] : [TestServer.Modeller];
        if (!readers.Contains(email)) return HttpStatusCode.NotFound;
        return who switch
        {
            Who.PlanWriters when email != TestServer.Planner => HttpStatusCode.Forbidden,
            Who.PlanDeciders when email != TestServer.Reviewer => HttpStatusCode.Forbidden,
            Who.PlanNamers when email is not (TestServer.Planner or TestServer.Reviewer) => HttpStatusCode.Forbidden,
            Who.PlanSigners when email != TestServer.Partner => HttpStatusCode.Forbidden,
            _ => HttpStatusCode.OK,
        };
    }

    /// <summary>Whether it was answered: what a route says of what was sent is an answer too.</summary>
    private static HttpStatusCode? Found(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => answer.StatusCode,
        HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError => null,
        _ => HttpStatusCode.OK,
    };
}

public sealed class SqliteApiRouteTests(TestServer server) : ApiRouteTests(server), IClassFixture<TestServer>;

public sealed class PostgresApiRouteTests(PostgresServer server) : ApiRouteTests(server.OrSkip), IClassFixture<PostgresServer>;
