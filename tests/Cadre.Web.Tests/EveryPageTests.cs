using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Cadre.Web.Tests.Plans.Workbooks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests;

/// <summary>
/// Every page that the server has, as its own routes list them, in Chromium at two widths (320 px is also 1280 px at 400% zoom): one browser, one sign-in for
/// each person and width, pages side by side. A page whose route has a part that is not known here fails until it is.
/// </summary>
public sealed partial class EveryPageTests(TestServer server, Browser browser) : IClassFixture<TestServer>, IClassFixture<Browser>
{
    private const string Reader = "reader@demonstration.invalid";

    /// <summary>Pages at a time: the tests have two processors.</summary>
    private const int AtOnce = 4;

    /// <summary>Who looks, by the start of the route; the first that fits. Nobody is signed in where it is empty.</summary>
    private static readonly (string Route, string Who)[] Lookers =
    [
        ("sign-in", ""), ("set-password/", ""), ("error", ""), ("problem/", ""), ("sign-out", Reader), ("plans/{id:guid}/review", TestServer.Reviewer), ("plans/{id:guid}", TestServer.Planner), ("", TestServer.Modeller),
    ];

    /// <summary>What a route asks for after its address.</summary>
    private static readonly Dictionary<string, string> Queries = new() { ["runs/compare"] = "?framework={frameworks/id}" };

    /// <summary>Pages worth a second look: of another staff group, or as somebody else sees them.</summary>
    private static readonly (string Address, string Who)[] Others =
    [
        ("/", TestServer.Planner), ("/", Reader), ("/nowhere", TestServer.Modeller), ("/plans", Reader), ("/runs/{run}/places/R1?group=nurses", TestServer.Modeller),
        ("/runs/{run}/places/T1/account?group=nurses&year=2025", TestServer.Modeller), ("/plans/{plans/id}/sections/levers", TestServer.Planner), ("/plans/{plans/id}/sections/services", TestServer.Planner), ("/plans/{plans/id}/sections/narrative", TestServer.Planner),
        ("/plans/{plans/id}", TestServer.Partner), ("/plans/{plans/id}/posts/all/nurses", TestServer.Reviewer),
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task EveryPage_OfTheServersRoutes_IsSoundAndAccessible(int width)
    {
        var visits = await VisitsAsync();
        await using var views = new SharedViews(browser, server.Address, width);
        foreach (var who in visits.Select(visit => visit.Who).Distinct())
            await views.SignInAsync(who);
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(visits, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (visit, _) =>
        {
            var view = await views.OpenAsync(visit.Who);
            try
            {
                var answer = await view.Page.GotoAsync(visit.Address);
                if (answer!.Status >= 500 || (visit.IsRoute && answer.Status is not 200)) wrong.Add($"{visit.Address} as {visit.Who}: answered {answer.Status}, expected 200");
                foreach (var closed in await view.Page.Locator("main summary").AllAsync())
                    await closed.ClickAsync();
                foreach (var fault in await BrowserTests.FaultsAsync(view))
                    wrong.Add($"{visit.Address} as {visit.Who}: {fault}");
            }
            finally
            {
                await view.Page.CloseAsync();
            }
        });
        Assert.Empty(wrong);
        Assert.True(visits.Count(visit => visit.IsRoute) > 25);
    }

    /// <summary>Every route of a page that is read, with ids of what is there, and the second looks.</summary>
    private async Task<IReadOnlyList<Visit>> VisitsAsync()
    {
        var values = new Dictionary<string, string>
        {
            ["frameworks/id"] = $"{server.Run.FrameworkId}", ["runs/id"] = $"{server.Run.Id}", ["rounds/id"] = $"{server.Run.RoundId}", ["plans/id"] = $"{(await server.PlanAsync()).Id}",
            ["run"] = $"{server.Run.Id}", ["place"] = "small", ["service"] = "all", ["group"] = "nurses", ["section"] = "risks", ["status"] = "404", ["people/id"] = $"{await Rounds.RoundCase.PersonAsync(server, TestServer.Planner)}", ["link"] = "none", ["upload"] = $"{await BookEdit.SendAsync(server, "a page")}",
        };
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct();
        var visits = routes.Select(route => new Visit("/" + Filled(route + Queries.GetValueOrDefault(route), values), Lookers.First(looker => route.StartsWith(looker.Route, StringComparison.Ordinal)).Who, IsAnswered(route)));
        return [.. visits, .. Others.Select(other => new Visit(Filled(other.Address, values), other.Who, false))];
    }

    /// <summary>The pages that say that something went wrong answer as that did.</summary>
    private static bool IsAnswered(string route) => route is not ("error" or "not-allowed") && !route.StartsWith("problem/", StringComparison.Ordinal);

    /// <summary>A route with its parts filled in: an id is that of what the route begins with.</summary>
    private static string Filled(string route, Dictionary<string, string> values) => Part().Replace(route, part =>
        values.TryGetValue(part.Groups[1].Value == "id" ? $"{route.Split('/')[0]}/id" : part.Groups[1].Value, out var value)
            ? value
            : throw new InvalidOperationException($"{route}: say in {nameof(EveryPageTests)} what {part.Value} stands for, so that the page is looked at."));

    [GeneratedRegex(@"\{([a-z/]+)(?::\w+)?\}")]
    private static partial Regex Part();

    private sealed record Visit(string Address, string Who, bool IsRoute);
}
