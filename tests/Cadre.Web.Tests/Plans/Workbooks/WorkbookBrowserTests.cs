using Microsoft.Playwright;

namespace Cadre.Web.Tests.Plans.Workbooks;

/// <summary>A plan's workbook sent and applied in Chromium.</summary>
public sealed class WorkbookBrowserTests(TestServer server, Browser browser) : IClassFixture<TestServer>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Upload_WrongThenRight_IsSoundAndAccessibleUntilItIsApplied(int width)
    {
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Planner);
        var plan = (await server.PlanAsync()).Id;
        await view.Page.GotoAsync($"/plans/{plan}/upload");
        await BrowserTests.CheckAsync(view);
        await SendAsync(view, BookEdit.Type(await BookEdit.OfAsync(server), ("Posts!F4", "abc"), ("Risks!B4", "9")));
        Assert.Equal("There is a problem", await view.Page.Locator(".nhsuk-error-summary__heading").InnerTextAsync());
        await BrowserTests.CheckAsync(view);

        await SendAsync(view, BookEdit.Type(await BookEdit.OfAsync(server), ("Narrative!A4", $"sent at {width}"), ("Posts!F4", $"{width}"), ("Posts!D4", "a new ward")));
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).WaitForAsync();
        Assert.StartsWith("What the workbook changes", await view.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await BrowserTests.CheckAsync(view);
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await view.Page.WaitForURLAsync($"**/plans/{plan}");
        Assert.Empty(view.Faults);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Difference_WithAClash_IsSoundAndAccessible(int width)
    {
        await using var view = await browser.OpenAsync(server.Address, width);
        await view.SignInAsync(TestServer.Planner);
        var (plan, book) = ((await server.PlanAsync()).Id, await BookEdit.OfAsync(server));
        await view.Page.GotoAsync($"/plans/{plan}/upload/{await BookEdit.SendAsync(server, $"theirs at {width}")}");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await view.Page.WaitForURLAsync($"**/plans/{plan}");
        await view.Page.GotoAsync($"/plans/{plan}/upload");
        await SendAsync(view, BookEdit.Type(book, ("Narrative!A4", $"mine at {width}")));
        await view.Page.GetByText("It cannot be applied.").WaitForAsync();
        await BrowserTests.CheckAsync(view);
    }

    private static async Task SendAsync(BrowserView view, byte[] book)
    {
        await view.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "plan.xlsx", MimeType = "application/octet-stream", Buffer = book });
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
    }
}
