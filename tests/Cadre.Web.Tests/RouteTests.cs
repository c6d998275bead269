using System.Net;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests;

/// <summary>Who may do what: a line for each route and method; a route without one fails.</summary>
public sealed class RouteTests(TestServer server) : IClassFixture<TestServer>
{
    private enum Who
    {
        Everybody,
        SignedIn,
        Modellers,
        ModellersAndReviewers,
    }

    /// <summary>Route, method, who gets an answer, and an address or form to try it with; null where a GET of the page shows all there is to see.</summary>
    private static readonly (string Route, string Method, Who Who)[] Table =
    [
        ("", "GET", Who.SignedIn),
        ("assets/{digest}/{name}", "GET", Who.Everybody),
        ("error", "GET", Who.Everybody),
        ("frameworks/{id:guid}", "GET", Who.SignedIn),
        ("frameworks/{id:guid}", "POST", Who.Modellers),
        ("frameworks/{id:guid}/assumptions", "GET", Who.SignedIn),
        ("not-allowed", "GET", Who.SignedIn),
        ("problem/{status:int}", "GET", Who.Everybody),
        ("rounds/{id:guid}", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/allocation", "GET", Who.Modellers),
        ("rounds/{id:guid}/allocation", "POST", Who.Modellers),
        ("rounds/{id:guid}/bridge.csv", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/mergers", "GET", Who.Modellers),
        ("rounds/{id:guid}/mergers", "POST", Who.Modellers),
        ("rounds/{id:guid}/sum.csv", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/sum.xlsx", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/supply", "GET", Who.ModellersAndReviewers),
        ("rounds/{id:guid}/supply.csv", "GET", Who.ModellersAndReviewers),
        ("runs/{id:guid}", "GET", Who.SignedIn),
        ("runs/{id:guid}", "POST", Who.Modellers),
        ("runs/{run:guid}/places/{place}", "GET", Who.SignedIn),
        ("runs/{run:guid}/places/{place}.csv", "GET", Who.SignedIn),
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
        Assert.Equal(Table.Select(line => line.Route).Distinct().Order(StringComparer.Ordinal), routes);
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
            ["assets/{digest}/{name}"] = Assets.Address("site.css"),
            ["error"] = "/error",
            ["frameworks/{id:guid}"] = $"/frameworks/{framework}",
            ["frameworks/{id:guid}/assumptions"] = $"/frameworks/{framework}/assumptions",
            ["not-allowed"] = "/not-allowed",
            ["problem/{status:int}"] = "/problem/404",
            ["rounds/{id:guid}"] = $"/rounds/{round}",
            ["rounds/{id:guid}/allocation"] = $"/rounds/{round}/allocation",
            ["rounds/{id:guid}/bridge.csv"] = $"/rounds/{round}/bridge.csv",
            ["rounds/{id:guid}/mergers"] = $"/rounds/{round}/mergers",
            ["rounds/{id:guid}/sum.csv"] = $"/rounds/{round}/sum.csv",
            ["rounds/{id:guid}/sum.xlsx"] = $"/rounds/{round}/sum.xlsx",
            ["rounds/{id:guid}/supply"] = $"/rounds/{round}/supply",
            ["rounds/{id:guid}/supply.csv"] = $"/rounds/{round}/supply.csv",
            ["runs/{id:guid}"] = $"/runs/{server.Run.Id}",
            ["runs/{run:guid}/places/{place}"] = $"/runs/{server.Run.Id}/places/small",
            ["runs/{run:guid}/places/{place}.csv"] = $"/runs/{server.Run.Id}/places/small.csv",
            ["sign-in"] = "/sign-in",
            ["sign-out"] = "/sign-out",
        };
        var wrong = new List<string>();
        foreach (var email in DemonstrationPeople.All.Select(person => person.Email).Prepend(""))
        {
            using var client = email.Length > 0 ? await server.SignInAsync(email) : server.Client();
            foreach (var (route, method, who) in Table.Where(line => line.Route != "sign-out" && (line.Route, line.Method) != ("sign-in", "POST")))
            {
                using var answer = method == "GET"
                    ? await client.GetAsync(new Uri(pages[route], UriKind.Relative), TestContext.Current.CancellationToken)
                    : await TestServer.PostAsync(client, email.Length > 0 ? "/" : "/sign-in", route.StartsWith("runs", StringComparison.Ordinal) ? $"{pages[route]}?handler=Stop" : pages[route], ("futures", "0"));
                var allowed = who == Who.Everybody || (email.Length > 0 && who == Who.SignedIn) || (who is Who.Modellers or Who.ModellersAndReviewers && email == TestServer.Modeller) || (who == Who.ModellersAndReviewers && email == TestServer.Reviewer);
                var refused = answer.Headers.Location is { } location && new Uri(server.Address, location).PathAndQuery is var to && (to.StartsWith("/sign-in", StringComparison.Ordinal) || to.StartsWith("/not-allowed", StringComparison.Ordinal));
                if (allowed == refused || answer.StatusCode >= HttpStatusCode.InternalServerError) wrong.Add($"{email} {method} {route}: {answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/frameworks/0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("/frameworks/0199aaaa-0000-7000-8000-000000000000/assumptions")]
    [InlineData("/runs/0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("/runs/0199aaaa-0000-7000-8000-000000000000/places/small")]
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
    [InlineData("/sum.csv")]
    [InlineData("/bridge.csv")]
    [InlineData("/sum.xlsx")]
    public async Task Get_RoundThatIsNotThere_IsNotFound(string page)
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        using var answer = await client.GetAsync(new Uri($"/rounds/0199aaaa-0000-7000-8000-000000000000{page}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
