using System.Globalization;
using System.Net;
using AngleSharp;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Plans;

public abstract class PlanTests(TestServer server)
{
    private static readonly PlanLine Nurses = new("all", "nurses");

    [Fact]
    public async Task Save_ManyAtOnceFromTheSameState_OneIsSavedAndTheOthersAreTold()
    {
        var plan = await server.PlanAsync("S1");
        var person = await PersonAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SaveAsync(plan, person, SectionName.Narrative, Narrative($"saver {i}"), 0)));

        Assert.Single(outcomes.OfType<SaveOutcome.Saved>());
        Assert.Equal(9, outcomes.OfType<SaveOutcome.SavedByOthers>().Count());
        var saved = Assert.Single(await server.WithDbAsync(db => db.PlanSections.Where(section => section.PlanId == plan.Id && section.Section == SectionName.Narrative).ToListAsync()));
        Assert.All(outcomes.OfType<SaveOutcome.SavedByOthers>(), outcome => Assert.Equal(saved.Content, Assert.Single(outcome.Theirs).Content));
        Assert.Equal(1, await server.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.What == "PlanSectionSaved" && entry.Subject == $"plan {plan.Id}")));
    }

    [Fact]
    public async Task Save_OverAnothersSave_TellsWhoAndKeepsBothTexts()
    {
        var plan = await server.PlanAsync();
        var address = $"/plans/{plan.Id}/sections/narrative";
        using var one = await server.SignInAsync(TestServer.Planner);
        using var other = await server.SignInAsync(TestServer.Planner);
        using var first = await TestServer.PostAsync(one, address, address, ("from", "0"), ("item-0-text", "what the first wrote"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await TestServer.PostAsync(other, address, address, ("from", "0"), ("item-0-text", "what the second wrote"));
        var html = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Paula Planner saved this section on", html, StringComparison.Ordinal);
        Assert.Contains("what the first wrote", html, StringComparison.Ordinal);
        Assert.Contains("what the second wrote", html, StringComparison.Ordinal);
        Assert.Contains("name=\"from\" value=\"1\"", html, StringComparison.Ordinal);
        Assert.Contains("what the first wrote", (await server.WithAsync<PlanReader, IReadOnlyList<PlanSection>>(reader => reader.SavedAsync(plan.Id, null, default))).Single(section => section.Section == "narrative").Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_SomePostsToAdd_AreAddedToWhatIsTyped()
    {
        var plan = await server.PlanAsync();
        using var client = await server.SignInAsync(TestServer.Planner);
        var address = $"/plans/{plan.Id}/posts/all/doctors";
        var document = await TestServer.ReadAsync(client, address);
        var quarters = document.QuerySelectorAll("input[inputmode=decimal][aria-labelledby]").Select(field => (Name: field.GetAttribute("name")!, Typed: field.GetAttribute("value")!)).ToList();
        quarters[1] = (quarters[1].Name, "90.5");
        (string, string)[] fields = [.. quarters, ("from", "0"), ("more", "5"), ("since", document.QuerySelectorAll("select[name=since] option").ElementAt(1).GetAttribute("value")!)];
        using var filled = await TestServer.PostAsync(client, address, $"{address}?handler=Fill", fields);
        using var page = await BrowsingContext.New().OpenAsync(request => request.Content(filled.Content.ReadAsStream()));
        var shown = page.QuerySelectorAll("input[inputmode=decimal][aria-labelledby]").Select(field => field.GetAttribute("value")!).ToList();
        Assert.Contains("95.5", shown);
        Assert.Equal([0, 5], shown.Zip(quarters, (now, before) => decimal.Parse(now, CultureInfo.InvariantCulture) - decimal.Parse(before.Typed, CultureInfo.InvariantCulture)).Distinct());
        // Enter presses the first button: it saves.
        Assert.Null(document.QuerySelector("form[data-check] button")!.GetAttribute("formaction"));
    }

    [Fact]
    public async Task Save_FormAsItWasOpened_AddsNoSave()
    {
        var plan = await server.PlanAsync();
        var before = await SavesAsync(plan);
        using var client = await server.SignInAsync(TestServer.Planner);
        var address = $"/plans/{plan.Id}/posts/all/doctors";
        var document = await TestServer.ReadAsync(client, address);
        (string, string)[] fields = [.. document.QuerySelectorAll("form[data-check] input[name], form[data-check] textarea[name]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? field.TextContent)).Where(field => field.Item1 != "__RequestVerificationToken")];
        using var answer = await TestServer.PostAsync(client, address, address, fields);
        Assert.Equal($"/plans/{plan.Id}/posts", answer.Headers.Location!.ToString());
        Assert.Equal(before, await SavesAsync(plan));
    }

    [Fact]
    public async Task Plan_FromDraftToApprovedAndChanged_MovesThroughItsStatesAndTheNation()
    {
        var plan = await server.PlanAsync("S2");
        var person = await PersonAsync();
        var basis = await server.WithAsync<PlanReader, PlanBasis>(reader => reader.BasisAsync(plan.Round ?? new PlanRound { FrameworkId = server.Run.FrameworkId, Name = "", OpenedUtc = DateTime.UnixEpoch, Allocation = 1 }, default));
        var prefilled = basis.Posts.Of("S2", Nurses).ToArray();
        var more = new PostsContent { Reason = "a new team", Fte = new SortedDictionary<string, decimal>(basis.Quarters.Index().Skip(1).ToDictionary(quarter => quarter.Item.Code, quarter => prefilled[quarter.Index] + 7), StringComparer.Ordinal) };
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(plan, person, Nurses.Section, more, 0));

        var submitted = Assert.IsType<SubmitOutcome.Submitted>(await server.WithAsync<PlanService, SubmitOutcome>(plans => plans.SubmitAsync(plan.Id, person, default)));
        Assert.IsType<SubmitOutcome.NotOpen>(await server.WithAsync<PlanService, SubmitOutcome>(plans => plans.SubmitAsync(plan.Id, person, default)));
        Assert.Equal(PlanState.Submitted, Assert.IsType<SaveOutcome.NotOpen>(await SaveAsync(plan, person, SectionName.Narrative, Narrative("too late"), 0)).State);
        var run = await server.FinishedAsync(submitted.Run);
        Assert.Equal((RunState.Done, RequestRunOptions.LocalPlans), (run.State, run.Scenario));
        Assert.Equal(7, await PostsAsync(run, "small") - await PostsAsync(server.Run, "small"), 1e-3);

        Assert.True(await server.WithAsync<PlanService, bool>(plans => plans.ReturnAsync(plan.Id, 1, person, "who pays?", default)));
        Assert.False(await server.WithAsync<PlanService, bool>(plans => plans.ApproveAsync(plan.Id, 1, person, "", default)));
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(plan, person, SectionName.Narrative, Narrative("the system pays"), 0));
        Assert.Equal(2, Assert.IsType<SubmitOutcome.Submitted>(await server.WithAsync<PlanService, SubmitOutcome>(plans => plans.SubmitAsync(plan.Id, person, default))).Version);
        Assert.False(await server.WithAsync<PlanService, bool>(plans => plans.ApproveAsync(plan.Id, 1, person, "a version that was read before", default)));
        Assert.True(await server.WithAsync<PlanService, bool>(plans => plans.ApproveAsync(plan.Id, 2, person, "", default)));

        Assert.True(await server.WithAsync<PlanService, bool>(plans => plans.OpenAgainAsync(plan.Id, person, "prices rose", default)));
        Assert.Equal(2, (await server.WithAsync<PlanReader, Dictionary<Guid, PlanVersion>>(reader => reader.CountedAsync(plan.RoundId, default)))[plan.Id].Number);
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(plan, person, Nurses.Section, new PostsContent(), 1));
        Assert.IsType<SubmitOutcome.Submitted>(await server.WithAsync<PlanService, SubmitOutcome>(plans => plans.SubmitAsync(plan.Id, person, default)));
        Assert.True(await server.WithAsync<PlanService, bool>(plans => plans.ApproveAsync(plan.Id, 3, person, "", default)));
        var versions = await server.WithAsync<PlanReader, List<PlanVersion>>(reader => reader.VersionsAsync(plan.Id, default));
        Assert.Equal([(3, PlanVersionState.Approved, "prices rose"), (2, PlanVersionState.Superseded, ""), (1, PlanVersionState.Returned, "")], versions.Select(version => (version.Number, version.State, version.ChangeReason)));

        var entries = await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"plan {plan.Id}").OrderBy(entry => entry.Id).Select(entry => entry.What).ToListAsync());
        Assert.Equal(
            ["PlanSectionSaved", "PlanSubmitted", "PlanReturned", "PlanSectionSaved", "PlanSubmitted", "PlanApproved", "PlanOpenedAgain", "PlanSectionSaved", "PlanSubmitted", "PlanApproved"], entries);
    }

    [Fact]
    public async Task Submit_WithAFault_ChangesNothing()
    {
        var plan = await server.PlanAsync("S1");
        var person = await PersonAsync();
        await server.WithDbAsync(async db =>
        {
            db.PlanSections.Add(new PlanSection
            {
                PlanId = plan.Id, Section = SectionName.Risks, Number = 1, SavedUtc = DateTime.UnixEpoch, PersonId = null,
                Content = new ItemsContent { Items = [new Dictionary<string, string> { ["risk"] = "as an older version of Cadre allowed" }] }.ToText(),
            });
            db.Audit(new Core.Auditing.AuditEntry { AtUtc = DateTime.UnixEpoch, PersonId = null, What = "x", Subject = "x", Detail = "x" });
            return await db.SaveChangesAsync();
        });
        var faults = Assert.IsType<SubmitOutcome.HasProblems>(await server.WithAsync<PlanService, SubmitOutcome>(plans => plans.SubmitAsync(plan.Id, person, default)));
        Assert.Equal(["likelihood", "impact", "mitigation", "owner"], faults.Problems.Select(problem => problem.Field));
        Assert.Equal((PlanState.Draft, 0), ((await server.PlanAsync("S1")).State, await server.WithDbAsync(db => db.PlanVersions.CountAsync(version => version.PlanId == plan.Id))));
    }

    [Fact]
    public async Task Sign_ByThePartner_IsShownAndSaysWhenThePlanChangesAfterwards()
    {
        var plan = await server.PlanAsync();
        using var client = await server.SignInAsync(TestServer.Partner);
        using var answer = await TestServer.PostAsync(client, $"/plans/{plan.Id}", $"/plans/{plan.Id}?handler=Sign", ("text", "Borough council"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Borough council: Pat Partner", await client.GetStringAsync(new Uri($"/plans/{plan.Id}", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(plan, await PersonAsync(), SectionName.Risks, Risk(), 0));
        Assert.Contains("The plan has changed since: what it says.", await client.GetStringAsync(new Uri($"/plans/{plan.Id}", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static ItemsContent Narrative(string text) => new() { Items = [new Dictionary<string, string> { ["text"] = text }] };

    private static ItemsContent Risk() => new()
    {
        Items = [new Dictionary<string, string> { ["risk"] = "nobody comes", ["likelihood"] = "2", ["impact"] = "4", ["mitigation"] = "bursaries", ["owner"] = "the director" }],
    };

    private Task<SaveOutcome> SaveAsync(LocalPlan plan, Guid person, string section, SectionContent content, int from) => server.WithAsync<PlanService, SaveOutcome>(plans =>
        plans.SaveAsync(new SavePlanOptions { PlanId = plan.Id, PersonId = person, Sections = new Dictionary<string, (SectionContent, int)> { [section] = (content, from) } }, default));

    private Task<Guid> PersonAsync() => server.WithDbAsync(db => db.Users.Where(user => user.Email == TestServer.Planner).Select(user => user.Id).FirstAsync());

    private Task<int> SavesAsync(LocalPlan plan) => server.WithDbAsync(db => db.PlanSections.CountAsync(section => section.PlanId == plan.Id));

    private async Task<double> PostsAsync(Run run, string place)
    {
        var line = await server.WithDbAsync(db => db.RunLines.SingleAsync(line => line.RunId == run.Id && line.Place == place && line.StaffGroup == "nurses" && line.Service == "" && line.Sector == ""));
        return LineFigures.Unpack(line.Figures).Of(run.Months, Measure.Posts)!.Value.Central;
    }
}

public sealed class SqlitePlanTests(TestServer server) : PlanTests(server), IClassFixture<TestServer>;

public sealed class PostgresPlanTests(PostgresServer server) : PlanTests(server.OrSkip), IClassFixture<PostgresServer>;
