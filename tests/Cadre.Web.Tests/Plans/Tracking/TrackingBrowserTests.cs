using Cadre.TestCommon;
using Microsoft.Playwright;

namespace Cadre.Web.Tests.Plans.Tracking;

/// <summary>From a file of actual staff to the pages that show it, in Chromium.</summary>
public sealed class TrackingBrowserTests(TestServer server, Browser browser) : IClassFixture<TestServer>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Actuals_UploadedAndApplied_AreShownBesideTheBand(int width)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "turnover.csv");
        await File.WriteAllTextAsync(file, ActualsCsv.Months(1, 0.99, 0.97, 0.94, 0.9, 0.85), TestContext.Current.CancellationToken);
        var plan = await server.PlanAsync();
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Modeller);
        await view.Page.GotoAsync($"/rounds/{plan.RoundId}/actuals");
        await BrowserTests.CheckAsync(view);
        await view.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await view.Page.Locator("main form button[type=submit]").ClickAsync();
        await view.Page.GetByRole(AriaRole.Heading, new() { Name = "turnover.csv" }).WaitForAsync();
        await BrowserTests.CheckAsync(view);
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await view.Page.GetByText("2 of 2").First.WaitForAsync();
        await BrowserTests.CheckAsync(view);

        await view.Page.GotoAsync("/plans");
        await view.Page.GetByRole(AriaRole.Heading, new() { Name = "Places that have left their band" }).WaitForAsync();
        await BrowserTests.CheckAsync(view);
        await view.Page.GotoAsync($"/plans/{plan.Id}/tracking?group=nurses");
        await Assertions.Expect(view.Page.Locator("main ul.nhsuk-list--bullet")).ToContainTextAsync("the difference from the plan falls through 6 consecutive months, October 2025 to March 2026");
        Assert.NotEqual(0, await view.Page.Locator("figure svg [fill='#d5281b']").CountAsync());
        await BrowserTests.CheckAsync(view);
        if (Environment.GetEnvironmentVariable("CADRE_PICTURES") is { Length: > 0 } pictures)
            await view.Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"tracking-{width}.png"), FullPage = true });
    }
}
