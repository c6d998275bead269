using Cadre.TestCommon;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cadre.Web.Tests;

/// <summary>What is done on pages in Chromium (<see cref="EveryPageTests"/> looks at each of them): no fault of a script, nothing asked of another server, no violation that axe finds, nothing wider than the window.</summary>
public sealed class BrowserTests(TestServer server, Browser browser) : IClassFixture<TestServer>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task SignIn_WithAnError_IsSoundAndAccessible(int width)
    {
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.Page.GotoAsync("/sign-in");
        await view.Page.GetByLabel("Email address").FillAsync("nobody");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        Assert.Equal("There is a problem", await view.Page.Locator(".nhsuk-error-summary__heading").InnerTextAsync());
        await CheckAsync(view);
    }

    [Fact]
    public async Task Place_InABrowser_DrawsItsChartAndLeadsToPlacesWithin()
    {
        await using var view = await browser.OpenAsync(server.Address, 1280);
        await view.SignInAsync(TestServer.Planner);
        // Other tests import newer versions of the framework, and leave runs that were stopped and have no results.
        await view.Page.GotoAsync($"/frameworks/{server.Run.FrameworkId}");
        await view.Page.Locator($"a[href='/runs/{server.Run.Id}']").ClickAsync();
        await Assertions.Expect(view.Page.Locator("[data-fan] svg[role=img]")).ToHaveCountAsync(2);
        Assert.Equal(4, await view.Page.Locator(".cadre-panels svg[role=img]").CountAsync());
        Assert.Equal(2, await view.Page.Locator("[data-bars] svg[role=img]").CountAsync());
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "North", Exact = true }).ClickAsync();
        Assert.StartsWith("North", await view.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(view.Faults);
    }

    [Fact]
    public async Task Place_WithoutScript_HasItsTablesAndForms()
    {
        await using var view = await browser.OpenAsync(server.Address, 1280, withScript: false);
        await view.SignInAsync(TestServer.Planner);
        await view.Page.GotoAsync($"/runs/{server.Run.Id}/places/small");
        Assert.True(await view.Page.Locator("table").CountAsync() >= 4);
        await view.Page.GetByLabel("Staff group", new() { Exact = true }).SelectOptionAsync("nurses");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        Assert.Contains("Nurses", await view.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Compare_TwoRuns_IsSoundAndAccessible(int width)
    {
        using var copy = new TemporaryFolder();
        var folder = ScenarioOfSmallNation.In(copy.Path);
        var (a, b) = (await server.RunOfAsync(folder, "baseline"), await server.RunOfAsync(folder, "more-posts"));
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Planner);
        await view.Page.GotoAsync($"/frameworks/{a.FrameworkId}");
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "Compare two runs" }).ClickAsync();
        await view.Page.GetByLabel("From").SelectOptionAsync(a.Id.ToString());
        await view.Page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync(b.Id.ToString());
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(view.Page.Locator(".cadre-headline")).ToContainTextAsync("more in post");
        await CheckAsync(view);
    }

    [Fact]
    public async Task Run_UnderWay_IsFollowedToItsResults()
    {
        await using var view = await browser.OpenAsync(server.Address, 1280);
        await view.SignInAsync(TestServer.Modeller);
        await view.Page.GotoAsync($"/frameworks/{server.Run.FrameworkId}");
        await view.Page.GetByLabel("Futures").FillAsync("5000");
        using (server.Clock.Hold())
        {
            await view.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
            await Assertions.Expect(view.Page.Locator("label[for=progress]")).ToContainTextAsync("of 5,000 futures computed.");
        }

        await Assertions.Expect(view.Page.Locator("h1")).ToContainTextAsync("Small Nation", new() { Timeout = 60_000 });
        Assert.Empty(view.Faults);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Run_ThatWaits_IsSoundAndAccessibleAndCanBeStopped(int width)
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var framework = $"/frameworks/{server.Run.FrameworkId}";
        using var held = server.Clock.Hold();
        var runs = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var asked = await TestServer.PostAsync(client, framework, framework, ("scenario", "baseline"), ("futures", "20"));
            runs.Add(asked.Headers.Location!.ToString());
        }

        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Modeller);
        await view.Page.GotoAsync(runs[1]);
        await Assertions.Expect(view.Page.Locator("label[for=progress]")).ToContainTextAsync("computed before it.");
        await CheckAsync(view);
        (await TestServer.PostAsync(client, framework, $"{runs[0]}?handler=Stop")).Dispose();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Stop this run" }).ClickAsync();
        await Assertions.Expect(view.Page.Locator(".nhsuk-tag")).ToHaveTextAsync("Stopped");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_HundredMegabytes_LeadToAPageThatSaysSo(bool withScript)
    {
        using var folder = new TemporaryFolder();
        var large = Path.Combine(folder.Path, "large.zip");
        await using (var file = File.Create(large))
            file.SetLength(100_000_000);
        await using var view = await browser.OpenAsync(server.Address, 320, withScript);
        await view.SignInAsync(TestServer.Modeller);
        await view.Page.GotoAsync("/frameworks/new");
        await view.Page.Locator("input[type=file]").SetInputFilesAsync(large);
        await view.Page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(view.Page.Locator("h1")).ToHaveTextAsync("The file is too large");
    }

    [Fact]
    public async Task Upload_WhatIsNoFramework_IsRefusedAccessibly()
    {
        await using var view = await browser.OpenAsync(server.Address, 320);
        await view.SignInAsync(TestServer.Modeller);
        await view.Page.GotoAsync("/frameworks/new");
        await view.Page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(SmallFramework.Folder, "framework.yaml"));
        await view.Page.Locator("main button[type=submit]").ClickAsync();
        Assert.Contains("no zip file", await view.Page.Locator(".nhsuk-error-message").InnerTextAsync(), StringComparison.Ordinal);
        await CheckAsync(view);
    }

    /// <summary>No fault, nothing of another server, nothing wider than the window, no violation.</summary>
    internal static async Task CheckAsync(BrowserView view) => Assert.Empty(await FaultsAsync(view));

    /// <summary>What is wrong with a page.</summary>
    internal static async Task<IReadOnlyList<string>> FaultsAsync(BrowserView view)
    {
        var found = await view.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] } });
        var over = await view.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return
        [
            .. view.Faults,
            .. view.Requests.Where(request => !request.StartsWith(view.Address.ToString(), StringComparison.Ordinal)).Select(request => $"asks another server: {request}"),
            .. over > 0 ? [$"{over} px wider than the window"] : Array.Empty<string>(),
            .. found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"),
        ];
    }
}
