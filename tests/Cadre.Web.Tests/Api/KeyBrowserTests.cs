using Microsoft.Playwright;

namespace Cadre.Web.Tests.Api;

/// <summary>The page of keys in a browser.</summary>
public sealed class KeyBrowserTests(TestServer server, Browser browser) : IClassFixture<TestServer>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Keys_WithAnErrorThenMadeThenRevoked_IsSoundAndAccessible(int width)
    {
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Reviewer);
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "API keys" }).ClickAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "Choose at least one thing that the key may be used for" }).ClickAsync();
        Assert.Equal("scopes", await view.Page.EvaluateAsync<string>("document.activeElement.id"));
        await BrowserTests.CheckAsync(view);

        await view.Page.GetByLabel("Name").FillAsync("board report");
        await view.Page.GetByLabel("Read", new() { Exact = true }).CheckAsync();
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await Assertions.Expect(view.Page.Locator("#made")).ToContainTextAsync("cadre_");
        await BrowserTests.CheckAsync(view);

        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke board report" }).First.ClickAsync();
        await Assertions.Expect(view.Page.Locator("#made")).ToHaveCountAsync(0);
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Cell, new() { Name = "Revoked on" }).First).ToBeVisibleAsync();
        await BrowserTests.CheckAsync(view);
    }
}
