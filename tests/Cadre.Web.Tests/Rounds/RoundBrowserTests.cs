using Microsoft.Playwright;

namespace Cadre.Web.Tests.Rounds;

/// <summary>The pages of a round with plans that say something, in Chromium.</summary>
public sealed class RoundBrowserTests(MergingServer server, Browser browser) : IClassFixture<MergingServer>, IClassFixture<Browser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await RoundCase.SubmitOnceAsync(server, "S1", await RoundCase.MoreNursesAsync(server, "S1", 120), RoundCase.Services);
        await RoundCase.SubmitOnceAsync(server, "S2", RoundCase.Retention("-2", "flexible rosters"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", 1280)]
    [InlineData("", 320)]
    [InlineData("?quarter=2025-12&sort=state", 320)]
    [InlineData("/supply?year=2026%2F27", 1280)]
    [InlineData("/supply?year=2026%2F27", 320)]
    [InlineData("/allocation?why=Population&sort=gets", 1280)]
    [InlineData("/allocation?why=Population&sort=gets", 320)]
    [InlineData("/mergers", 1280)]
    [InlineData("/mergers/new?place=S2", 1280)]
    [InlineData("/mergers/new?place=S2", 320)]
    [InlineData("/mergers", 320)]
    public async Task Page_WithPlans_IsSoundAndAccessible(string page, int width)
    {
        await using var view = await OpenAsync(page, width);
        foreach (var closed in await view.Page.Locator("summary").AllAsync())
            await closed.ClickAsync();
        await BrowserTests.CheckAsync(view);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task PostsOfAPlan_ByService_AreSoundAndAccessible(int width)
    {
        await using var view = await OpenAsync("", width);
        await view.Page.GotoAsync($"/plans/{(await RoundCase.PlanAsync(server, "S1")).Id}/posts");
        await view.Page.GetByRole(AriaRole.Region, new() { Name = "Posts by service" }).WaitForAsync();
        await BrowserTests.CheckAsync(view);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Allocation_WithAnErrorAndAsAPreview_IsSoundAndAccessible(int width)
    {
        await using var view = await OpenAsync("/allocation", width);
        await view.Page.GetByLabel("By typed shares").CheckAsync();
        await view.Page.GetByLabel("Typed shares", new() { Exact = true }).FillAsync("S1 x");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Show what it would change" }).ClickAsync();
        Assert.Equal("There is a problem", await view.Page.Locator(".nhsuk-error-summary__heading").InnerTextAsync());
        await BrowserTests.CheckAsync(view);
        await view.Page.GetByLabel("The same for each place").CheckAsync();
        await view.Page.GetByLabel("Reason", new() { Exact = true }).FillAsync("a test");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Show what it would change" }).ClickAsync();
        Assert.Equal("Make allocation 2", await view.Page.Locator("button.nhsuk-button").First.InnerTextAsync());
        await BrowserTests.CheckAsync(view);
    }

    private async Task<BrowserView> OpenAsync(string page, int width)
    {
        var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Modeller);
        await view.Page.GotoAsync($"/rounds/{server.Run.RoundId}{page}");
        return view;
    }
}
