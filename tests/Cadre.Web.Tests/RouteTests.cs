using System.Net;
using Cadre.Web.Hosting;
using Cadre.Web.Tests.Databases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests;

/// <summary>Who may do what: a line for each route and method; a route without one fails.</summary>
public abstract class RouteTests(TestServer server)
{
    private enum Who
    {
        Everybody,
        SignedIn,
        Modellers,
        ModellersAndReviewers,

        /// <summary>National modellers, and programme managers of the whole nation.</summary>
        PeopleKeepers,

        /// <summary>Planner, partner and reviewer of the plan, and modellers; for others there is no such page.</summary>
        PlanReaders,

        /// <summary>The planner of the plan; its other readers are refused, for others there is no such page.</summary>
        PlanWriters,

        /// <summary>The reviewer of the plan, and as above.</summary>
        PlanDeciders,

        /// <summary>The partner of the plan, and as above.</summary>
        PlanSigners,

        /// <summary>Planner and reviewer of the plan, and as above.</summary>
        PlanNamers,
    }

    private enum Answer
    {
        Given,
        Refused,
        Missing,
    }

    /// <summary>Route, method, who gets an answer, and an address or form to try it with; null where a GET of the page shows all there is to see.</summary>
    private static readonly (string Route, string Method, Who Who)[] Table =
    [
        ("", "GET", Who.SignedIn),
        ("account/keys", "GET", Who.SignedIn),
        ("account/keys", "POST", Who.SignedIn),
        ("account/password", "GET", Who.SignedIn),
        ("account/password", "POST", Who.SignedIn),
        ("api/openapi.json", "GET", Who.Everybody),
        ("assets/{digest}/{name}", "GET", Who.Everybody),
        ("error", "GET", Who.Everybody),
        ("frameworks/{id:guid}", "GET", Who.SignedIn),
        ("frameworks/{id:guid}", "POST", Who.Modellers),
        ("frameworks/{id:guid}/assumptions", "GET", Who.SignedIn),
        ("frameworks/{id:guid}/assumptions.csv", "GET", Who.SignedIn),
        ("frameworks/{id:guid}/assumptions.xlsx", "GET", Who.SignedIn),
        ("frameworks/new", "GET", Who.Modellers),
        ("frameworks/new", "POST", Who.Modellers),
        ("not-allowed", "GET", Who.SignedIn),
        ("people", "GET", Who.PeopleKeepers),
        ("people/new", "GET", Who.PeopleKeepers),
        ("people/new", "POST", Who.PeopleKeepers),
        ("people/{id:guid}", "GET", Who.PeopleKeepers),
        ("people/{id:guid}", "POST", Who.PeopleKeepers),
        ("plans", "GET", Who.SignedIn),
        ("plans/{id:guid}", "GET", Who.PlanReaders),
        ("plans/{id:guid}", "POST", Who.PlanSigners),
        ("plans/{id:guid}/contributors", "GET", Who.PlanReaders),
        ("plans/{id:guid}/contributors", "POST", Who.PlanNamers),
        ("plans/{id:guid}/posts", "GET", Who.PlanReaders),
        ("plans/{id:guid}/posts/{service}/{group}", "GET", Who.PlanReaders),
        ("plans/{id:guid}/posts/{service}/{group}", "POST", Who.PlanWriters),
        ("plans/{id:guid}/preview", "GET", Who.PlanReaders),
        ("plans/{id:guid}/review", "GET", Who.PlanDeciders),
        ("plans/{id:guid}/review", "POST", Who.PlanDeciders),
        ("plans/{id:guid}/sections/{section}", "GET", Who.PlanReaders),
        ("plans/{id:guid}/sections/{section}", "POST", Who.PlanWriters),
        ("plans/{id:guid}/submit", "GET", Who.PlanWriters),
        ("plans/{id:guid}/submit", "POST", Who.PlanWriters),
        ("plans/{id:guid}/tracking", "GET", Who.PlanReaders),
        ("plans/{id:guid}/upload", "GET", Who.PlanWriters),
        ("plans/{id:guid}/upload", "POST", Who.PlanWriters),
        ("plans/{id:guid}/upload/{upload:guid}", "GET", Who.PlanWriters),
        ("plans/{id:guid}/upload/{upload:guid}", "POST", Who.PlanWriters),
        ("plans/{id:guid}/versions", "GET", Who.PlanReaders),
        ("plans/{id:guid}/workbook", "GET", Who.PlanReaders),
        ("problem/{status:int}", "GET", Who.Everybody),
        ("rounds/{id:guid}", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/actuals", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/actuals", "POST", Who.Modellers),
        ("rounds/{id:guid}/allocation", "GET", Who.Modellers),
        ("rounds/{id:guid}/allocation", "POST", Who.Modellers),
        ("rounds/{id:guid}/bridge.csv", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/close", "GET", Who.Modellers),
        ("rounds/{id:guid}/close", "POST", Who.Modellers),
        ("rounds/{id:guid}/mergers", "GET", Who.Modellers),
        ("rounds/{id:guid}/mergers", "POST", Who.Modellers),
        ("rounds/{id:guid}/mergers/new", "GET", Who.Modellers),
        ("rounds/{id:guid}/mergers/new", "POST", Who.Modellers),
        ("rounds/{id:guid}/mergers.csv", "GET", Who.Modellers),
        ("rounds/{id:guid}/services.csv", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/shares.csv", "GET", Who.Modellers),
        ("rounds/{id:guid}/sum.csv", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/sum.xlsx", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/supply", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/supply.csv", "GET", Who.ModellersAndReviewers),
        ("runs/compare", "GET", Who.SignedIn),
        ("runs/compare.csv", "GET", Who.SignedIn),
        ("runs/compare.xlsx", "GET", Who.SignedIn),
        ("runs/{id:guid}", "GET", Who.SignedIn),
        ("runs/{id:guid}", "POST", Who.Modellers),
        ("runs/{id:guid}/events", "GET", Who.SignedIn),
        ("runs/{run:guid}/places/{place}", "GET", Who.SignedIn),
        ("runs/{run:guid}/places/{place}/account", "GET", Who.SignedIn),
        ("runs/{run:guid}/places/{place}.csv", "GET", Who.SignedIn),
        ("runs/{run:guid}/places/{place}.xlsx", "GET", Who.SignedIn),
        ("set-password/{link}", "GET", Who.Everybody),
        ("set-password/{link}", "POST", Who.Everybody),
        ("sign-in", "GET", Who.Everybody),
        ("sign-in", "POST", Who.Everybody),
        ("sign-out", "GET", Who.SignedIn),
        ("sign-out", "POST", Who.SignedIn),
    ];

    [Fact]
    public void Routes_All_StandInTheTable()
    {
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal);
        // Those that keys open have a table of their own.
        Assert.Equal(Table.Select(line => line.Route).Concat(Api.ApiRouteTests.Table.Select(line => line.Route)).Distinct().Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public void Routes_WithoutSignIn_AreThoseOfTheTableAlone()
    {
        var open = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Table.Where(line => line.Who == Who.Everybody).Select(line => line.Route).Distinct().Order(StringComparer.Ordinal), open);
    }

    [Fact]
    public async Task EveryRoute_ForEveryRole_AnswersWhomItShould()
    {
        var framework = server.Run.FrameworkId;
        var round = server.Run.RoundId;
        var pages = new Dictionary<string, string>
        {
            [""] = "/",
            ["account/keys"] = "/account/keys",
            ["api/openapi.json"] = "/api/openapi.json",
            ["assets/{digest}/{name}"] = Assets.Address("site.css"),
            ["error"] = "/error",
            ["frameworks/{id:guid}"] = $"/frameworks/{framework}",
            ["frameworks/{id:guid}/assumptions"] = $"/frameworks/{framework}/assumptions",
            ["frameworks/{id:guid}/assumptions.csv"] = $"/frameworks/{framework}/assumptions.csv",
            ["frameworks/{id:guid}/assumptions.xlsx"] = $"/frameworks/{framework}/assumptions.xlsx",
            ["frameworks/new"] = "/frameworks/new",
            ["not-allowed"] = "/not-allowed",
            ["account/password"] = "/account/password",
            ["people"] = "/people",
            ["people/new"] = "/people/new",
            ["people/{id:guid}"] = $"/people/{await Rounds.RoundCase.PersonAsync(server, TestServer.Planner)}",
            ["plans"] = "/plans",
            ["problem/{status:int}"] = "/problem/404",
            ["rounds/{id:guid}"] = $"/rounds/{round}",
            ["rounds/{id:guid}/actuals"] = $"/rounds/{round}/actuals",
            ["rounds/{id:guid}/allocation"] = $"/rounds/{round}/allocation",
            ["rounds/{id:guid}/bridge.csv"] = $"/rounds/{round}/bridge.csv",
            ["rounds/{id:guid}/close"] = $"/rounds/{round}/close",
            ["rounds/{id:guid}/mergers"] = $"/rounds/{round}/mergers",
            ["rounds/{id:guid}/mergers/new"] = $"/rounds/{round}/mergers/new",
            ["rounds/{id:guid}/mergers.csv"] = $"/rounds/{round}/mergers.csv",
            ["rounds/{id:guid}/services.csv"] = $"/rounds/{round}/services.csv",
            ["rounds/{id:guid}/shares.csv"] = $"/rounds/{round}/shares.csv?rule=Population",
            ["rounds/{id:guid}/sum.csv"] = $"/rounds/{round}/sum.csv",
            ["rounds/{id:guid}/sum.xlsx"] = $"/rounds/{round}/sum.xlsx",
            ["rounds/{id:guid}/supply"] = $"/rounds/{round}/supply",
            ["rounds/{id:guid}/supply.csv"] = $"/rounds/{round}/supply.csv",
            ["runs/compare"] = $"/runs/compare?framework={framework}",
            ["runs/compare.xlsx"] = $"/runs/compare.xlsx?framework={framework}&a={server.Run.Id}&b={server.Run.Id}",
            ["runs/compare.csv"] = $"/runs/compare.csv?framework={framework}&a={server.Run.Id}&b={server.Run.Id}",
            ["runs/{id:guid}"] = $"/runs/{server.Run.Id}",
            ["runs/{id:guid}/events"] = $"/runs/{server.Run.Id}/events",
            ["runs/{run:guid}/places/{place}"] = $"/runs/{server.Run.Id}/places/small",
            ["runs/{run:guid}/places/{place}/account"] = $"/runs/{server.Run.Id}/places/small/account",
            ["runs/{run:guid}/places/{place}.csv"] = $"/runs/{server.Run.Id}/places/small.csv",
            ["runs/{run:guid}/places/{place}.xlsx"] = $"/runs/{server.Run.Id}/places/small.xlsx",
            ["set-password/{link}"] = "/set-password/none",
            ["sign-in"] = "/sign-in",
            ["sign-out"] = "/sign-out",
        };
        var wrong = new List<string>();
        foreach (var place in (string[])[TestServer.PlanPlace, "S1"])
        {
            AddPlan(pages, (await server.PlanAsync(place)).Id, await Plans.Workbooks.BookEdit.SendAsync(server, "a route"));
            foreach (var email in DemonstrationPeople.All.Select(person => person.Email).Prepend(""))
            {
                using var client = email.Length > 0 ? await server.SignInAsync(email) : server.Client();
                foreach (var (route, method, who) in Table.Where(line => line.Route != "sign-out" && (line.Route, line.Method) != ("sign-in", "POST")))
                {
                    using var answer = method == "GET"
                        ? await client.GetAsync(new Uri(pages[route], UriKind.Relative), TestContext.Current.CancellationToken)
                        : await TestServer.PostAsync(client, email.Length > 0 ? "/" : "/sign-in", FormOf(route, pages[route]), ("futures", "0"));
                    if (Expected(who, email, place) is var expected && expected != Found(answer)) wrong.Add($"{email} {method} {pages[route]}: {answer.StatusCode} {answer.Headers.Location}, expected {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static void AddPlan(Dictionary<string, string> pages, Guid plan, Guid upload)
    {
        foreach (var route in Table.Select(line => line.Route).Where(route => route.StartsWith("plans/", StringComparison.Ordinal)))
            pages[route] = "/" + route.Replace("{id:guid}", $"{plan}", StringComparison.Ordinal).Replace("{service}/{group}", "all/nurses", StringComparison.Ordinal).Replace("{section}", "risks", StringComparison.Ordinal).Replace("{upload:guid}", $"{upload}", StringComparison.Ordinal);
    }

    /// <summary>The address of a form: the handler that the line of the table is about.</summary>
    private static string FormOf(string route, string page) => route switch
    {
        "runs/{id:guid}" => $"{page}?handler=Stop",
        "plans/{id:guid}" => $"{page}?handler=Sign",
        "plans/{id:guid}/review" => $"{page}?handler=Return",
        _ => page,
    };

    private static Answer Expected(Who who, string email, string place)
    {
        if (who == Who.Everybody) return Answer.Given;
        if (email.Length == 0) return Answer.Refused;
        if (who == Who.SignedIn) return Answer.Given;
        if (who == Who.ModellersAndReviewers) return email is TestServer.Modeller or TestServer.Reviewer ? Answer.Given : Answer.Refused;
        if (who == Who.PeopleKeepers) return email is TestServer.Modeller or "programme@demonstration.invalid" ? Answer.Given : Answer.Refused;
        if (who == Who.Modellers) return email == TestServer.Modeller ? Answer.Given : Answer.Refused;
        string[] readers = place == TestServer.PlanPlace ? [TestServer.Planner, TestServer.Partner, TestServer.Reviewer, TestServer.Modeller] : [TestServer.Modeller];
        if (!readers.Contains(email)) return Answer.Missing;
        return who switch
        {
            Who.PlanWriters when email != TestServer.Planner => Answer.Refused,
            Who.PlanDeciders when email != TestServer.Reviewer => Answer.Refused,
            Who.PlanNamers when email is not (TestServer.Planner or TestServer.Reviewer) => Answer.Refused,
            Who.PlanSigners when email != TestServer.Partner => Answer.Refused,
            _ => Answer.Given,
        };
    }

    private Answer? Found(HttpResponseMessage answer)
    {
        // What a page that is open to somebody says is not there is an answer; only a plan hides itself.
        if (answer.StatusCode == HttpStatusCode.NotFound) return answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/plans/", StringComparison.Ordinal) ? Answer.Missing : Answer.Given;
        if (answer.StatusCode >= HttpStatusCode.InternalServerError) return null;
        var to = answer.Headers.Location is { } location ? new Uri(server.Address, location).PathAndQuery : "";
        return to.StartsWith("/sign-in", StringComparison.Ordinal) || to.StartsWith("/not-allowed", StringComparison.Ordinal) ? Answer.Refused : Answer.Given;
    }

    [Theory]
    [InlineData("places/small.csv?service=%00")]
    [InlineData("places/nowhere.csv")]
    [InlineData("places/small?service=%00")]
    [InlineData("places/small?group=%00")]
    [InlineData("places/nowhere/account")]
    [InlineData("places/small/account?group=nobody")]
    [InlineData("places/small/account?service=none")]
    [InlineData("places/small/account?year=1999")]
    public async Task Get_ResultsOfWhatIsNotThere_AreNotFound(string address)
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var answer = await client.GetAsync(new Uri($"/runs/{server.Run.Id}/{address}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/frameworks/0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("/frameworks/0199aaaa-0000-7000-8000-000000000000/assumptions")]
    [InlineData("/runs/0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("/runs/0199aaaa-0000-7000-8000-000000000000/events")]
    [InlineData("/runs/0199aaaa-0000-7000-8000-000000000000/places/small")]
    [InlineData("/plans/0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("/plans/0199aaaa-0000-7000-8000-000000000000/posts/all/nurses")]
    [InlineData("/nowhere")]
    public async Task Get_WhatIsNotThere_IsAPageThatSaysSo(string address)
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page not found", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/supply")]
    [InlineData("/supply.csv")]
    [InlineData("/allocation")]
    [InlineData("/mergers")]
    [InlineData("/close")]
    [InlineData("/sum.csv")]
    [InlineData("/bridge.csv")]
    [InlineData("/services.csv")]
    [InlineData("/shares.csv?rule=Flat")]
    [InlineData("/sum.xlsx")]
    public async Task Get_RoundThatIsNotThere_IsNotFound(string page)
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        using var answer = await client.GetAsync(new Uri($"/rounds/0199aaaa-0000-7000-8000-000000000000{page}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

public sealed class SqliteRouteTests(TestServer server) : RouteTests(server), IClassFixture<TestServer>;

public sealed class PostgresRouteTests(PostgresServer server) : RouteTests(server.OrSkip), IClassFixture<PostgresServer>;
