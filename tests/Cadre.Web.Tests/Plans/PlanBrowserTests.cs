using Microsoft.Playwright;

namespace Cadre.Web.Tests.Plans;

/// <summary>The pages of plans in Chromium.</summary>
public sealed class PlanBrowserTests(TestServer server, Browser browser) : IClassFixture<TestServer>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Line_WhileSomebodyTypes_SaysWhatIsWrongBeforeItIsSaved(int width)
    {
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Planner);
        await view.Page.GotoAsync($"/plans/{(await server.PlanAsync()).Id}/posts/all/nurses");
        await view.Page.Locator("input[name^=q-]").First.FillAsync("seven");
        await view.Page.GetByText("found \"seven\", expected a number").WaitForAsync();
        await BrowserTests.CheckAsync(view);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Section_WithErrors_IsSoundAndAccessible(int width)
    {
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Planner);
        await view.Page.GotoAsync($"/plans/{(await server.PlanAsync()).Id}/sections/levers");
        await view.Page.GetByLabel("Percentage points added").FillAsync("much");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        Assert.Equal(6, await view.Page.Locator(".nhsuk-error-summary__list li").CountAsync());
        await BrowserTests.CheckAsync(view);
    }

    [Fact]
    public async Task Line_WithoutScript_FillsInAndSaves()
    {
        await using var view = await browser.OpenAsync(server.Address, 1280, withScript: false);
        await view.SignInAsync(TestServer.Planner);
        var plan = (await server.PlanAsync()).Id;
        await view.Page.GotoAsync($"/plans/{plan}/posts/all/support");
        await view.Page.GetByLabel("Posts to add").FillAsync("2.5");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Fill in" }).ClickAsync();
        await view.Page.GetByLabel("Reason").FillAsync("a ward that opens");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await view.Page.WaitForURLAsync("**/posts");
        Assert.Contains("Changed", await view.Page.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
    }
}
