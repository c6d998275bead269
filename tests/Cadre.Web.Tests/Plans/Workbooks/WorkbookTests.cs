using System.Net;
using AngleSharp;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Plans.Workbooks;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Plans.Workbooks;

public abstract class WorkbookTests(TestServer server)
{
    [Fact]
    public async Task Workbook_SentBackAsItCame_HasNoDifferencesAndIsNotKept()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var answer = await client.GetAsync(new Uri($"/plans/{(await server.PlanAsync()).Id}/workbook", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(PlanBook.ContentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("plan-S3.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        using var sent = await SendAsync(client, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("The workbook changes nothing.", await TextAsync(sent), StringComparison.Ordinal);
        Assert.Equal(0, await server.WithDbAsync(db => db.PlanUploads.CountAsync()));
    }

    [Fact]
    public async Task Upload_WithChanges_ShowsThemAndAppliesThemOnceAllTogether()
    {
        var plan = await server.PlanAsync();
        var before = await SavedAsync(SectionName.Narrative);
        using var client = await server.SignInAsync(TestServer.Planner);
        var book = BookEdit.Type(await BookEdit.OfAsync(server), ("Narrative!A4", "applied together"), ("Posts!F4", "77.25"), ("Posts!D4", "a new ward"));
        using var sent = await SendAsync(client, book);
        var address = sent.Headers.Location!.ToString();
        Assert.StartsWith($"/plans/{plan.Id}/upload/", address, StringComparison.Ordinal);
        Assert.Equal(before?.Number, (await SavedAsync(SectionName.Narrative))?.Number);
        var page = (await TestServer.ReadAsync(client, address)).QuerySelector("main")!.TextContent;
        Assert.Contains("applied together", page, StringComparison.Ordinal);
        Assert.Contains("77.25", page, StringComparison.Ordinal);
        Assert.Contains("a new ward", page, StringComparison.Ordinal);

        using var applied = await TestServer.PostAsync(client, address, address);
        Assert.Equal($"/plans/{plan.Id}", applied.Headers.Location!.ToString());
        Assert.Contains("applied together", (await SavedAsync(SectionName.Narrative))!.Content, StringComparison.Ordinal);
        var entries = await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.What == "PlanSectionSaved" && entry.Detail.EndsWith("workbook plan.xlsx")).Select(entry => entry.Detail).ToListAsync());
        Assert.Contains(entries, entry => entry.Contains("posts/all/", StringComparison.Ordinal));
        using var again = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Upload_OfASectionThatSomebodySavedMeanwhile_ShowsTheirsAndYoursAndAppliesNothing()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var book = BookEdit.Type(await BookEdit.OfAsync(server), ("Narrative!A4", "what I wrote"), ("Risks!A4", "a risk"), ("Risks!B4", "1"), ("Risks!C4", "1"), ("Risks!D4", "none"), ("Risks!E4", "Ann"));
        await SaveNarrativeAsync("what they wrote");
        var risks = await SavedAsync(SectionName.Risks);
        using var sent = await SendAsync(client, book);
        var address = sent.Headers.Location!.ToString();
        var page = await TestServer.ReadAsync(client, address);
        Assert.Contains("what they wrote", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("what I wrote", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Paula Planner saved it on", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.TextContent == "Apply");

        using var applied = await TestServer.PostAsync(client, address, address);
        Assert.Contains("Nothing was applied: somebody saved the same section", await TextAsync(applied), StringComparison.Ordinal);
        Assert.Contains("what they wrote", (await SavedAsync(SectionName.Narrative))!.Content, StringComparison.Ordinal);
        Assert.Equal(risks?.Number, (await SavedAsync(SectionName.Risks))?.Number);
    }

    [Fact]
    public async Task Apply_AfterSomebodySavedSinceItWasShown_AppliesNothing()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var address = $"/plans/{(await server.PlanAsync()).Id}/upload/{await BookEdit.SendAsync(server, "shown before")}";
        Assert.Contains((await TestServer.ReadAsync(client, address)).QuerySelectorAll("button"), button => button.TextContent == "Apply");
        await SaveNarrativeAsync("saved in between");
        using var applied = await TestServer.PostAsync(client, address, address);
        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
        Assert.Contains("saved in between", (await SavedAsync(SectionName.Narrative))!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WhenAnotherSectionWasSavedMeanwhile_SaysSoAndLeavesItAlone()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var book = BookEdit.Type(await BookEdit.OfAsync(server), ("Partners!A4", "Council"), ("Partners!B4", "rooms"));
        await SaveNarrativeAsync("another section");
        using var sent = await SendAsync(client, book);
        var address = sent.Headers.Location!.ToString();
        Assert.Contains("Narrative was saved since the workbook was made", (await TestServer.ReadAsync(client, address)).Body!.TextContent, StringComparison.Ordinal);
        using var applied = await TestServer.PostAsync(client, address, address);
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Contains("another section", (await SavedAsync(SectionName.Narrative))!.Content, StringComparison.Ordinal);
        Assert.Contains("Council", (await SavedAsync(SectionName.Partners))!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAnotherPlan_IsRefusedByASentenceThatNamesBoth()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var other = await modeller.GetByteArrayAsync(new Uri($"/plans/{(await server.PlanAsync("S1")).Id}/workbook", UriKind.Relative), TestContext.Current.CancellationToken);
        using var client = await server.SignInAsync(TestServer.Planner);
        using var sent = await SendAsync(client, other);
        Assert.Contains("holds a plan of Northern Hills; this plan is of Southern Plain", await TextAsync(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithWrongCells_ListsThemAll()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var sent = await SendAsync(client, BookEdit.Type(await BookEdit.OfAsync(server), ("Posts!F4", "abc"), ("Risks!B4", "9")));
        var html = await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        string[] cells = [.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];
        Assert.Contains("Posts!F4", cells);
        Assert.Contains("Risks!B4", cells);
        Assert.Contains("Posts!F4: found \"abc\", expected 0 to 100,000 FTE with at most two decimals", page.QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.xlsm", "which may hold macros")]
    [InlineData("../plan.xlsx", "holds a path")]
    [InlineData("plan.csv", "a file of the kind .csv")]
    public async Task Upload_OfAnotherKindOfFile_IsRefused(string name, string sentence)
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var sent = await SendAsync(client, await BookEdit.OfAsync(server), name);
        Assert.Contains(sentence, await TextAsync(sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000_001, "The file must be smaller than 5 MB")]
    [InlineData(100_000_000, "The file is too large")]
    public async Task Upload_TooLarge_IsRefusedByAPage(int bytes, string sentence)
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var sent = await SendAsync(client, new byte[bytes]);
        Assert.Contains(sentence, await TextAsync(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfSomebodyElseOrAnHourOld_IsNotThere()
    {
        var plan = await server.PlanAsync();
        var id = await BookEdit.SendAsync(server, "an hour old");
        var address = new Uri($"/plans/{plan.Id}/upload/{id}", UriKind.Relative);
        using var client = await server.SignInAsync(TestServer.Planner);
        var planner = await BookEdit.PlannerAsync(server);
        Assert.Null(await server.WithAsync<PlanBookService, PlanUpload?>(books => books.FindAsync(id, plan.Id, Guid.CreateVersion7(), default)));
        Assert.NotNull(await server.WithAsync<PlanBookService, PlanUpload?>(books => books.FindAsync(id, plan.Id, planner, default)));
        await server.WithDbAsync(db => db.PlanUploads.ExecuteUpdateAsync(set => set.SetProperty(upload => upload.SentUtc, DateTime.UnixEpoch)));
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] bytes, string name = "plan.xlsx")
    {
        var address = $"/plans/{(await server.PlanAsync()).Id}/upload";
        var document = await TestServer.ReadAsync(client, address);
        using var form = new MultipartFormDataContent { { new StringContent(document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(bytes), "workbook", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = form };
        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = true;
        return await client.SendAsync(request);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private async Task SaveNarrativeAsync(string text)
    {
        var content = new ItemsContent { Items = [new Dictionary<string, string> { ["text"] = text }] };
        var options = new SavePlanOptions
        {
            PlanId = (await server.PlanAsync()).Id, PersonId = await BookEdit.PlannerAsync(server),
            Sections = new Dictionary<string, (SectionContent, int)> { [SectionName.Narrative] = (content, (await SavedAsync(SectionName.Narrative))?.Number ?? 0) },
        };
        Assert.IsType<SaveOutcome.Saved>(await server.WithAsync<PlanService, SaveOutcome>(plans => plans.SaveAsync(options, default)));
    }

    private async Task<PlanSection?> SavedAsync(string section)
    {
        var plan = await server.PlanAsync();
        return await server.WithDbAsync(db => db.PlanSections.AsNoTracking().Where(saved => saved.PlanId == plan.Id && saved.Section == section).OrderByDescending(saved => saved.Number).FirstOrDefaultAsync());
    }
}

public sealed class SqliteWorkbookTests(TestServer server) : WorkbookTests(server), IClassFixture<TestServer>;

public sealed class PostgresWorkbookTests(PostgresServer server) : WorkbookTests(server.OrSkip), IClassFixture<PostgresServer>;
