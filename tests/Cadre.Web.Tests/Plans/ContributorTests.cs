using System.Net;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Plans;

/// <summary>Contributors of a plan: whoever they are, they save what they were named for and nothing else, until they are removed.</summary>
public abstract class ContributorTests(TestServer server)
{
    private const string Trainer = "training@demonstration.invalid";
    private const string Librarian = "library@demonstration.invalid";

    [Fact]
    public async Task Contributor_OfOneSection_SavesItAndNoOther()
    {
        var plan = $"/plans/{(await server.PlanAsync()).Id}";
        using var trainer = await server.SignInAsync(Trainer);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(trainer, plan));
        using var planner = await server.SignInAsync(TestServer.Planner);
        await NameAsync(planner, plan, Trainer, "risks");

        Assert.Contains("Contribute", (await TestServer.ReadAsync(trainer, "/plans")).Body!.TextContent, StringComparison.Ordinal);
        var home = await TestServer.ReadAsync(trainer, "/");
        Assert.Contains("Yours to contribute to", home.QuerySelector($"main .nhsuk-card:has(a[href='{plan}'])")!.TextContent, StringComparison.Ordinal);
        var from = (await TestServer.ReadAsync(trainer, $"{plan}/sections/risks")).QuerySelector("input[name=from]")!.GetAttribute("value")!;
        using (var saved = await TestServer.PostAsync(trainer, $"{plan}/sections/risks", $"{plan}/sections/risks", ("from", from), ("item-0-risk", "Placements"), ("item-0-likelihood", "2"), ("item-0-impact", "4"), ("item-0-mitigation", "More supervisors"), ("item-0-owner", "Tara")))
            Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Last saved by Tara Trainer", (await TestServer.ReadAsync(planner, $"{plan}/sections/risks")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var page in (string[])["sections/levers", "posts/all/nurses", "submit", "upload", "contributors"])
            Assert.Equal("/not-allowed", await LocationAsync(trainer, plan, $"{plan}/{page}"));
        foreach (var handler in (string[])["Open", "Sign"])
            Assert.Equal("/not-allowed", await LocationAsync(trainer, plan, $"{plan}?handler={handler}"));
        Assert.Contains("Tara Trainer: Risks", (await TestServer.ReadAsync(planner, plan)).Body!.TextContent, StringComparison.Ordinal);

        await RemoveAsync(planner, plan, Trainer);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(trainer, plan));
        var id = plan.Split('/')[2];
        Assert.Equal(["ContributorNamed", "ContributorRemoved"], await server.WithDbAsync(db => db.AuditEntries
            .Where(entry => entry.Subject == $"plan {id}" && entry.What.StartsWith("Contributor") && entry.Detail.Contains("Tara")).OrderBy(entry => entry.Id).Select(entry => entry.What).ToListAsync()));
    }

    [Fact]
    public async Task Contributor_OfAllSections_SavesByPageKeyAndWorkbookAndDoesNotSubmit()
    {
        var id = (await server.PlanAsync()).Id;
        var plan = $"/plans/{id}";
        using var reviewer = await server.SignInAsync(TestServer.Reviewer);
        await NameAsync(reviewer, plan, "Leo Librarian", "*");
        using var librarian = await server.SignInAsync(Librarian);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(librarian, $"{plan}/upload"), await StatusAsync(librarian, $"{plan}/workbook")));
        Assert.NotNull((await TestServer.ReadAsync(librarian, $"{plan}/posts/all/nurses")).QuerySelector("textarea[name=reason]"));
        Assert.Equal("/not-allowed", await LocationAsync(librarian, plan, $"{plan}/submit"));

        using var program = await server.ProgramAsync(Librarian, ApiScopes.Plan);
        using (var saved = await program.PutAsync(new Uri($"/api/v1/plans/{id}/sections/narrative", UriKind.Relative), new StringContent(
            $$"""{"number": {{await NumberAsync(id)}}, "items": [{"text": "From a library"}]}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken))
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using (var submitted = await program.PostAsync(new Uri($"/api/v1/plans/{id}/submit", UriKind.Relative), null, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.Forbidden, submitted.StatusCode);
        await RemoveAsync(reviewer, plan, Librarian);
    }

    [Fact]
    public async Task Name_TheSamePersonBySeveralAtOnce_NamesThemOnce()
    {
        var plan = await server.PlanAsync("S2");
        var by = await Rounds.RoundCase.PersonAsync(server, TestServer.Modeller);
        var person = await server.WithDbAsync(db => db.Users.AsNoTracking().FirstAsync(user => user.Email == "reader@demonstration.invalid"));
        var named = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => server.WithAsync<PlanTeam, bool>(team => team.NameAsync(plan, person, ["risks"], by, default)))));
        Assert.All(named, Assert.True);
        Assert.Equal(1, await server.WithDbAsync(db => db.PlanContributors.CountAsync(contributor => contributor.PlanId == plan.Id)));
        var removed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => server.WithAsync<PlanTeam, bool>(team => team.RemoveAsync(plan, person.Id, by, default)))));
        Assert.Single(removed, true);
    }

    [Theory]
    [InlineData("", "risks", "Enter an e-mail address or a name")]
    [InlineData("nobody@example.org", "risks", "Nobody here has the e-mail address or name")]
    [InlineData("Tara Trainer", "", "Choose what they may save")]
    [InlineData("Tara Trainer", "everything", "Choose what they may save")]
    public async Task Name_WhoOrWhatThatIsNot_IsRefusedInASentence(string who, string part, string expected)
    {
        var plan = $"/plans/{(await server.PlanAsync()).Id}";
        using var planner = await server.SignInAsync(TestServer.Planner);
        using var answer = await TestServer.PostAsync(planner, $"{plan}/contributors", $"{plan}/contributors", ("who", who), ("parts", part));
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signature_PlanAndAllocationChangedAfterIt_SaysSo()
    {
        var plan = await server.PlanAsync();
        var partner = await Rounds.RoundCase.PersonAsync(server, TestServer.Partner);
        Assert.True(await server.WithAsync<PlanTeam, bool>(team => team.SignAsync(plan, partner, "Council", default)));
        async Task<string> SinceAsync() => (await server.WithAsync<PlanTeam, IReadOnlyList<(PlanSignature, string, string Since)>>(team => team.SignaturesAsync(plan.Id, default)))[0].Since;
        Assert.Equal("", await SinceAsync());
        var round = await server.WithDbAsync(db => db.PlanRounds.AsNoTracking().FirstAsync(item => item.Id == plan.RoundId));
        var person = await Rounds.RoundCase.PersonAsync(server, TestServer.Modeller);
        Task<int?> AllocateAsync() => server.WithAsync<RoundService, int?>(rounds => rounds.AllocateAsync(round.Id, round.Allocation, AllocationRule.Flat, null, "test", person, default));

        // Of two who allocate from the same one, the second is told, and nothing is overwritten.
        Assert.Equal(round.Allocation + 1, await AllocateAsync());
        Assert.Null(await AllocateAsync());
        Assert.Equal(round.Allocation + 1, await server.WithDbAsync(db => db.PlanAllocations.CountAsync(allocation => allocation.RoundId == round.Id)));
        Assert.Equal($"The plan has changed since: what it begins from: allocation {round.Allocation + 1} in the place of {round.Allocation}.", await SinceAsync());
        await Rounds.RoundCase.SaveAsync(server, plan, person, (SectionName.Narrative, new Core.Plans.Sections.ItemsContent { Items = [new Dictionary<string, string> { ["text"] = "Written after it was signed" }] }));
        Assert.StartsWith("The plan has changed since: what it says, and what it begins from", await SinceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_ManySavesOfASection_AreTheNewestOrThoseAskedFor()
    {
        var plan = await server.PlanAsync("S1");
        var person = await Rounds.RoundCase.PersonAsync(server, TestServer.Modeller);
        for (var i = 1; i <= 3; i++)
            await Rounds.RoundCase.SaveAsync(server, plan, person, (SectionName.Narrative, Text($"number {i}")));
        Task<IReadOnlyList<PlanSection>> SavedAsync(SectionNumbers? numbers) => server.WithAsync<PlanReader, IReadOnlyList<PlanSection>>(reader => reader.SavedAsync(plan.Id, numbers, default));
        Assert.Contains("number 3", Assert.Single(await SavedAsync(null), section => section.Section == SectionName.Narrative).Content, StringComparison.Ordinal);
        Assert.Contains("number 2", Assert.Single(await SavedAsync(SectionNumbers.Parse("narrative=2 levers=3"))).Content, StringComparison.Ordinal);
        Assert.Empty(await SavedAsync(SectionNumbers.Parse("")));
    }

    private static Core.Plans.Sections.ItemsContent Text(string text) => new() { Items = [new Dictionary<string, string> { ["text"] = text }] };

    private Task<int> NumberAsync(Guid plan) => server.WithDbAsync(db => db.PlanSections.Where(section => section.PlanId == plan && section.Section == SectionName.Narrative).Select(section => section.Number).OrderDescending().FirstOrDefaultAsync());

    private static async Task NameAsync(HttpClient client, string plan, string who, string part)
    {
        using var answer = await TestServer.PostAsync(client, $"{plan}/contributors", $"{plan}/contributors", ("who", who), ("parts", part));
        Assert.Equal($"{plan}/contributors", answer.Headers.Location?.ToString());
    }

    private async Task RemoveAsync(HttpClient client, string plan, string email)
    {
        using var answer = await TestServer.PostAsync(client, $"{plan}/contributors", $"{plan}/contributors?handler=Remove", ("person", $"{await Rounds.RoundCase.PersonAsync(server, email)}"));
        Assert.Equal($"{plan}/contributors", answer.Headers.Location?.ToString());
    }

    private static async Task<string?> LocationAsync(HttpClient client, string page, string form)
    {
        using var answer = await TestServer.PostAsync(client, "/", form, ("text", "x"));
        return answer.Headers.Location is { IsAbsoluteUri: true } location ? location.AbsolutePath : answer.Headers.Location?.ToString() ?? $"{page}: {answer.StatusCode}";
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

public sealed class SqliteContributorTests(TestServer server) : ContributorTests(server), IClassFixture<TestServer>;

public sealed class PostgresContributorTests(PostgresServer server) : ContributorTests(server.OrSkip), IClassFixture<PostgresServer>;
