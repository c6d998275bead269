using System.Globalization;
using Cadre.Core.Plans;
using Cadre.Web.Tests.Plans.Workbooks;
using Microsoft.Playwright;

namespace Cadre.Web.Tests.Plans;

/// <summary>One plan from the first look to the nation, as three people live it in a browser.</summary>
public sealed class JourneyTests(TestServer server, Browser browser) : IClassFixture<TestServer>, IClassFixture<Browser>
{
    private static readonly PlanLine Support = new("all", "support");

    [Fact]
    public async Task Plan_FromPrefilledToApproved_ChangesTheNationAndIsNamedWhereItClaimsTooMany()
    {
        await using var planner = await browser.OpenAsync(server.Address, 1280);
        await planner.SignInAsync(TestServer.Planner);
        await planner.Page.GetByRole(AriaRole.Link, new() { Name = "Local plans" }).ClickAsync();
        await planner.Page.GetByRole(AriaRole.Link, new() { Name = "Southern Plain" }).ClickAsync();
        await Assertions.Expect(planner.Page.Locator(".cadre-headline")).ToContainTextAsync("as prefilled");
        var plan = planner.Page.Url;
        await RaiseRetentionAsync(planner.Page);
        await planner.Page.GetByRole(AriaRole.Link, new() { Name = "What this plan changes" }).ClickAsync();
        await Assertions.Expect(planner.Page.Locator(".cadre-headline")).ToContainTextAsync("FTE of staff more");
        await BrowserTests.CheckAsync(planner);

        await ChangeTwoCellsAsync(planner.Page, plan);
        await BrowserTests.CheckAsync(planner);
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await SubmitAsync(planner.Page, plan);

        await using var reviewer = await browser.OpenAsync(server.Address, 1280);
        await reviewer.SignInAsync(TestServer.Reviewer);
        await reviewer.Page.GotoAsync($"{plan}/review");
        await Assertions.Expect(reviewer.Page.GetByText("+120.00")).ToHaveCountAsync(1);
        await reviewer.Page.GetByLabel("Comment").FillAsync("Who trains 120 support workers?");
        await BrowserTests.CheckAsync(reviewer);
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Return with this comment" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("main .nhsuk-tag").First).ToHaveTextAsync("Returned");

        await planner.Page.GotoAsync(plan);
        await Assertions.Expect(planner.Page.GetByText("Who trains 120 support workers?")).ToBeVisibleAsync();
        await planner.Page.GotoAsync($"{plan}/sections/narrative");
        await planner.Page.GetByLabel("Narrative").FillAsync("The college of the region trains them.");
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await planner.Page.WaitForURLAsync(plan);
        await SubmitAsync(planner.Page, plan);

        await reviewer.Page.GotoAsync($"{plan}/review");
        await Assertions.Expect(reviewer.Page.GetByText("The college of the region trains them.").First).ToBeVisibleAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("main .nhsuk-tag").First).ToHaveTextAsync("Approved");

        await SeeTheNationAsync();
        Assert.Empty(planner.Faults.Concat(reviewer.Faults));
    }

    private static async Task RaiseRetentionAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Levers" }).ClickAsync();
        await page.GetByLabel("What changes").SelectOptionAsync("leaving_rate");
        await page.GetByLabel("Staff group").SelectOptionAsync("nurses");
        await page.GetByLabel("Percentage points added").FillAsync("-2");
        await page.GetByLabel("First month").FillAsync("2026-06");
        await page.GetByLabel("Months until it works in full").FillAsync("1");
        await page.GetByLabel("Reason").FillAsync("rosters by agreement");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 lever", new() { Exact = true })).ToBeVisibleAsync();
    }

    private async Task ChangeTwoCellsAsync(IPage page, string plan)
    {
        var basis = await server.WithAsync<PlanReader, PlanBasis>(async reader => await reader.BasisAsync((await reader.RoundAsync(server.Run.RoundId!.Value, default))!, default));
        await page.GotoAsync($"{plan}/upload");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the plan as a workbook" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);

        // Rows begin at 4, quarters after the opening day in column F.
        var row = 4 + basis.Lines.Index().First(line => line.Item == Support).Index;
        var posts = basis.Posts.Of(TestServer.PlanPlace, Support).ToArray();
        string More(int quarter) => (posts[quarter] + 120).ToString(CultureInfo.InvariantCulture);
        var book = BookEdit.Type(bytes.ToArray(), ($"Posts!G{row}", More(2)), ($"Posts!H{row}", More(3)), ($"Posts!D{row}", "two new wards"));
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "plan.xlsx", MimeType = "application/octet-stream", Buffer = book });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    private static async Task SubmitAsync(IPage page, string plan)
    {
        await page.GotoAsync($"{plan}/submit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit the plan" }).ClickAsync();
        await page.WaitForURLAsync($"**{plan}", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".nhsuk-tag").First).ToHaveTextAsync("Submitted");
    }

    private async Task SeeTheNationAsync()
    {
        await using var modeller = await browser.OpenAsync(server.Address, 1280);
        await modeller.SignInAsync(TestServer.Modeller);
        await modeller.Page.GotoAsync($"/rounds/{server.Run.RoundId}?quarter={await QuarterAsync(3)}");
        await Assertions.Expect(modeller.Page.Locator("[aria-label='Differences in posts'] tbody")).ToContainTextAsync("+120.00");
        await Assertions.Expect(modeller.Page.Locator("[aria-label='Differences in posts'] tbody")).ToContainTextAsync("two new wards");
        await Assertions.Expect(modeller.Page.Locator("[aria-label='Levers and other assumptions'] tbody")).ToContainTextAsync("rosters by agreement");
        await BrowserTests.CheckAsync(modeller);
        await modeller.Page.GetByRole(AriaRole.Link, new() { Name = "Do the plans together recruit more people than there are?" }).ClickAsync();
        await Assertions.Expect(modeller.Page.GetByRole(AriaRole.Region, new() { Name = "Support" }).First).ToContainTextAsync("Southern Plain");
        await BrowserTests.CheckAsync(modeller);
    }

    private async Task<string> QuarterAsync(int quarter) =>
        (await server.WithAsync<PlanReader, PlanBasis>(async reader => await reader.BasisAsync((await reader.RoundAsync(server.Run.RoundId!.Value, default))!, default))).Quarters[quarter].Code;
}
