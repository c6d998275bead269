using System.Net;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Plans.Sections;
using Cadre.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests.Rounds;

/// <summary>Systems that merge in the middle of a round.</summary>
public sealed class MergerTests : IAsyncLifetime
{
    private readonly MergingServer _server = new();

    private string Page => $"/rounds/{_server.Run.RoundId}/mergers";

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        // What a merger asked for is still being computed.
        await _server.FinishedAsync(await _server.WithDbAsync(db => db.Runs.OrderByDescending(run => run.RequestedUtc).Select(run => run.Id).FirstAsync()));
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Merge_PlansWithContributors_CarriesThemOnAndRefusesAReasonThatIsTooLong()
    {
        var (first, second, person) = (await RoundCase.PlanAsync(_server, "S1"), await RoundCase.PlanAsync(_server, "S2"), await RoundCase.PersonAsync(_server, TestServer.Planner));
        async Task NameAsync(LocalPlan plan, string email, params string[] parts) => await RoundCase.WithAsync(_server, async services =>
        {
            var team = services.GetRequiredService<PlanTeam>();
            await team.NameAsync(plan, (await team.FindAsync(email, default))[0], parts, person, default);
            return 0;
        });
        await NameAsync(first, "training@demonstration.invalid", SectionName.Risks);
        await NameAsync(second, "Tara Trainer", PlanContributor.Posts, SectionName.Risks);
        await NameAsync(second, "library@demonstration.invalid", PlanContributor.All);
        using var client = await _server.SignInAsync(TestServer.Modeller);
        using (var refused = await TestServer.PostAsync(client, Page, Page, ("successor", "S9"), ("reason", new string('x', 1001))))
            Assert.Contains("found 1001 characters, expected at most 1,000.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (var merged = await TestServer.PostAsync(client, Page, Page, ("successor", "S9")))
            Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        var successor = await RoundCase.PlanAsync(_server, "S9");
        Assert.Equal([("Leo Librarian", "*"), ("Tara Trainer", "posts risks")], (await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanTeam>().ContributorsAsync(successor.Id, default))).Select(item => (item.Person.Name, item.Contributor.Sections)));
    }

    [Fact]
    public async Task Merge_OneApprovedOneSubmittedWithALaterDraft_LosesNothing()
    {
        await RoundCase.SubmitAsync(_server, "S1", await RoundCase.MoreNursesAsync(_server, "S1", 7.25m), RoundCase.Retention("-2", "flexible rosters"));
        await RoundCase.SubmitAsync(_server, "S2", await RoundCase.MoreNursesAsync(_server, "S2", -3.5m));
        var (first, second, person) = (await RoundCase.PlanAsync(_server, "S1"), await RoundCase.PlanAsync(_server, "S2"), await RoundCase.PersonAsync(_server, TestServer.Planner));
        await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanService>().ApproveAsync(first.Id, 1, person, "", default));
        await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanService>().OpenAgainAsync(first.Id, person, "one more team", default));
        await RoundCase.SaveAsync(_server, first, person, await RoundCase.MoreNursesAsync(_server, "S1", 9));
        await GrantAsync(person, "S1");
        var before = await SumAsync();

        using var client = await _server.SignInAsync(TestServer.Modeller);
        using var merged = await TestServer.PostAsync(client, Page, Page, ("successor", "S9"));
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);

        var after = await SumAsync();
        Assert.Equal(2, after.Plans.Count);
        Assert.All(before.Basis.Lines, line => Assert.Equal(before.SumOf(line), after.SumOf(line)));
        AssertSameRun(before, after);
        var plan = await RoundCase.PlanAsync(_server, "S9");
        Assert.Equal((PlanState.Draft, "Greater North", "S1 S2", "R1"), (plan.State, plan.Name, plan.Members, plan.Region));
        var draft = await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanReader>().PlaceAsync(plan, null, default));
        Assert.Equal(draft.PrefilledOf(RoundCase.Nurses)[^1] + 5.5m, draft.PostsOf(RoundCase.Nurses)[^1]);
        var superseded = await RoundCase.PlanAsync(_server, "S1");
        Assert.Equal(PlanState.Superseded, superseded.State);
        Assert.Equal(plan.Id, Assert.Single(await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanSuccessionService>().SuccessorsAsync(first.Id, default))).Id);
        Assert.Single(await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanReader>().VersionsAsync(second.Id, default)));
        Assert.True(await _server.WithDbAsync(db => db.RoleGrants.AnyAsync(grant => grant.PersonId == person && grant.Role == Role.LocalPlanner && grant.Place == "S9")));
        Assert.True(await _server.WithDbAsync(db => db.AuditEntries.AnyAsync(entry => entry.What == "PlansCarriedOn" && entry.Subject == $"plan {plan.Id}")));

        // The plan goes on like any other, and its predecessors do not.
        var page = await TestServer.ReadAsync(client, Page);
        Assert.Contains("the difference is 0.00", page.QuerySelector("#merger-S9")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await DifferencesAsync(client));
        Assert.Equal(new SaveOutcome.NotOpen(PlanState.Superseded), await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanService>().SaveAsync(
            new SavePlanOptions { PlanId = first.Id, PersonId = person, Sections = new Dictionary<string, (SectionContent, int)>() }, default)));
        await RoundCase.SubmitAsync(_server, "S9");
        Assert.Equal(2, await _server.WithDbAsync(db => db.PlanVersions.CountAsync(version => version.PlanId == plan.Id)));
        using var again = await TestServer.PostAsync(client, "/", Page, ("successor", "S9"));
        Assert.Contains("Greater North has its plan already.", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_AllApproved_IsApprovedWithAVersion()
    {
        await RoundCase.SubmitAsync(_server, "S1", await RoundCase.MoreNursesAsync(_server, "S1", 7.25m));
        await RoundCase.SubmitAsync(_server, "S2");
        var person = await RoundCase.PersonAsync(_server, TestServer.Modeller);
        foreach (var place in (string[])["S1", "S2"])
        {
            var id = (await RoundCase.PlanAsync(_server, place)).Id;
            Assert.True(await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanService>().ApproveAsync(id, 1, person, "", default)));
        }

        var before = await SumAsync();
        Assert.IsType<MergeOutcome.Merged>(await MergeAsync(person));
        var plan = await RoundCase.PlanAsync(_server, "S9");
        var version = Assert.Single(await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanReader>().VersionsAsync(plan.Id, default)));
        Assert.Equal((PlanState.Approved, PlanVersionState.Approved), (plan.State, version.State));
        var after = await SumAsync();
        Assert.All(before.Basis.Lines, line => Assert.Equal(before.SumOf(line), after.SumOf(line)));
    }

    [Fact]
    public async Task Merge_WhatIsNotKnown_IsListedAndRefusedUntilSomebodySaysWhy()
    {
        using var client = await _server.SignInAsync(TestServer.Modeller);
        var page = await TestServer.ReadAsync(client, Page);
        var rows = page.QuerySelectorAll("[aria-label='Changes that are not carried out'] tbody tr").Select(row => row.TextContent).ToList();
        var only = Assert.Single(rows);
        Assert.Contains("Southern Plain", only, StringComparison.Ordinal);
        Assert.Contains("The successor is not known", only, StringComparison.Ordinal);

        var person = await RoundCase.PersonAsync(_server, TestServer.Modeller);
        Assert.Equal(["Say where it is known from."], Assert.IsType<MergeOutcome.Refused>(await MergeAsync(person, "", "S3")).Why);
        Assert.IsType<MergeOutcome.Refused>(await MergeAsync(person, "a letter", "S1"));
        Assert.Equal(3, await _server.WithDbAsync(db => db.LocalPlans.CountAsync()));
        Assert.IsType<MergeOutcome.Merged>(await MergeAsync(person, "a letter", "S3"));
        Assert.Equal("S1 S2 S3", (await RoundCase.PlanAsync(_server, "S9")).Members);
    }

    [Fact]
    public async Task Split_OfASubmittedPlan_SharesEverythingAndLosesNothing()
    {
        await RoundCase.SubmitAsync(_server, "S2", await RoundCase.MoreNursesAsync(_server, "S2", 7.25m), RoundCase.Retention("-2", "flexible rosters"));
        var (whole, before) = (await RoundCase.PlanAsync(_server, "S2"), await SumAsync());
        using var client = await _server.SignInAsync(TestServer.Modeller);
        var form = $"{Page}/new?place=S2";
        using var wrong = await TestServer.PostAsync(client, form, $"{Page}/new", ("place", "S2"), ("codes", "S7"), ("codes", "S3"), ("names", ""), ("names", ""), ("percents", "40"), ("percents", "70"), ("splitReason", ""));
        var faults = await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var fault in (string[])["S7 has no plan yet: expected its name", "The shares add up to 110 per cent: expected 100.", "Say where it is known from."])
            Assert.Contains(fault, faults, StringComparison.Ordinal);
        using var split = await TestServer.PostAsync(client, form, $"{Page}/new", ("place", "S2"), ("codes", "S7"), ("codes", "S3"), ("names", "New Coast"), ("names", ""), ("percents", "33.3"), ("percents", "66.7"), ("splitReason", "a letter"));
        Assert.Equal(HttpStatusCode.Redirect, split.StatusCode);

        var after = await SumAsync();
        Assert.Equal(["New Coast", "Northern Hills", "Southern Plain"], after.Plans.Select(plan => plan.Plan.Name));
        Assert.All(before.Basis.Lines, line => Assert.Equal(before.SumOf(line), after.SumOf(line)));
        AssertSameRun(before, after, 0.02);
        var plain = after.Plans.First(plan => plan.Plan.Name == "Southern Plain").Plan;
        Assert.Equal(("S3", "S3 S2[33.3-100]"), (plain.Place, plain.Members));
        Assert.Equal(2, (await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanSuccessionService>().SuccessorsAsync(whole.Id, default))).Count);
        var page = await TestServer.ReadAsync(client, Page);
        Assert.Contains("33.3 per cent of", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await DifferencesAsync(client));

        // One part is submitted, the other is not: the national run has both.
        await _server.FinishedAsync(await _server.WithDbAsync(db => db.Runs.OrderByDescending(run => run.RequestedUtc).Select(run => run.Id).FirstAsync()));
        var run = await RoundCase.SubmitAsync(_server, "S7");
        var places = await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanReader>().PlacesAsync(run, default));
        Assert.Equal(before.SumOf(RoundCase.Nurses), Enumerable.Range(0, before.Basis.Quarters.Count).Select(q => places.Sum(place => place.PostsOf(RoundCase.Nurses) is { Length: > 0 } posts ? posts[q] : 0)).ToArray());
        Assert.True(await _server.WithDbAsync(db => db.TrackedLines.AnyAsync(line => line.RunId == run.Id && line.Place == "S7")));
    }

    [Fact]
    public async Task MoveTrust_CountedInTwoPlaces_TakesItsPostsOutOfBoth()
    {
        await RoundCase.SubmitAsync(_server, "S3", await RoundCase.MoreNursesAsync(_server, "S3", 5));
        var before = await SumAsync();
        var trust = before.Basis.Model.Places.First(place => place.Parents.Count > 1 && place.Level == Cadre.Engine.Model.PlaceLevel.Trust);
        using var client = await _server.SignInAsync(TestServer.Modeller);
        using var moved = await TestServer.PostAsync(client, $"{Page}/new", $"{Page}/new?handler=Trust", ("trust", trust.Code), ("to", "S1"), ("toName", ""), ("trustReason", "its board's paper"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var after = await SumAsync();
        Assert.All(before.Basis.Lines, line => Assert.Equal(before.SumOf(line), after.SumOf(line)));
        AssertSameRun(before, after, 0.02);
        Assert.Equal(0, await DifferencesAsync(client));
        Assert.Contains(trust.Code, after.Plans.Single(plan => plan.Plan.Place == "S1").Plan.Members, StringComparison.Ordinal);
        Assert.All(after.Plans.Where(plan => plan.Plan.Place != "S1"), plan => Assert.DoesNotContain(plan.Plan.MemberCodes.SelectMany(after.Basis.TrustsOf), part => after.Basis.Model.Places[part.Trust].Code == trust.Code));
    }

    [Fact]
    public async Task MoveRegion_OfAPlace_IsShownByRegionAndAddsUp()
    {
        var before = await RoundCase.PlanAsync(_server, "S1");
        using var client = await _server.SignInAsync(TestServer.Modeller);
        using var refused = await TestServer.PostAsync(client, $"{Page}/new", $"{Page}/new?handler=Region", ("moving", "S1"), ("toRegion", before.Region), ("regionReason", "x"));
        Assert.Contains("already", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var other = before.Region == "R1" ? "R2" : "R1";
        using var moved = await TestServer.PostAsync(client, $"{Page}/new", $"{Page}/new?handler=Region", ("moving", "S1"), ("toRegion", other), ("regionReason", "a letter"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var plan = await RoundCase.PlanAsync(_server, "S1");
        Assert.Equal(other, plan.Region);
        // The reviewer is R2's: the plan is theirs to decide on, or not any longer.
        var access = await RoundCase.WithAsync(_server, async services => await services.GetRequiredService<PlanService>().AccessAsync(await RoundCase.PersonAsync(_server, TestServer.Reviewer), default));
        var basis = (await RoundCase.WithAsync(_server, services => services.GetRequiredService<PlanReader>().PlaceAsync(plan, null, default))).Basis;
        Assert.Equal((before.Region == "R2", other == "R2"), (access.MayDecide(before, basis), access.MayDecide(plan, basis)));
        Assert.Equal((before.Region == "R2", other == "R2"), (access.MaySee(before, basis), access.MaySee(plan, basis)));
        var page = await TestServer.ReadAsync(client, Page);
        var rows = page.QuerySelectorAll("[aria-label='Posts of regions before and after'] tbody tr").Select(row => decimal.Parse(row.QuerySelectorAll("td")[2].TextContent.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(0, rows.Sum());
        Assert.NotEqual(0, rows[0]);
    }

    [Fact]
    public async Task Merge_TwoAtOnce_IsCarriedOutOnce()
    {
        var person = await RoundCase.PersonAsync(_server, TestServer.Modeller);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MergeAsync(person)));
        Assert.Single(outcomes.OfType<MergeOutcome.Merged>());
        Assert.Equal(1, await _server.WithDbAsync(db => db.LocalPlans.CountAsync(plan => plan.Place == "S9")));
    }

    private Task<MergeOutcome> MergeAsync(Guid person, string reason = "", params string[] added) => RoundCase.WithAsync(_server, services => services.GetRequiredService<MergerService>().MergeAsync(
        new MergeOptions { RoundId = _server.Run.RoundId!.Value, PersonId = person, Successor = "S9", Added = added, Reason = reason }, default));

    private Task<NationalSum> SumAsync() => RoundCase.WithAsync(_server, async services =>
        await services.GetRequiredService<RollUpService>().SumAsync((await services.GetRequiredService<PlanReader>().RoundAsync(_server.Run.RoundId!.Value, default))!, default));

    private Task<int> GrantAsync(Guid person, string place) => _server.WithDbAsync(async db =>
    {
        db.RoleGrants.Add(new RoleGrant { PersonId = person, Role = Role.LocalPlanner, Place = place });
        db.Audit(new Cadre.Core.Auditing.AuditEntry { AtUtc = DateTime.UnixEpoch, PersonId = null, What = "RoleGranted", Subject = $"person {person}", Detail = "by a test" });
        return await db.SaveChangesAsync();
    });

    /// <summary>How many differences the table of all changes names.</summary>
    private async Task<int> DifferencesAsync(HttpClient client)
    {
        var rows = (await client.GetStringAsync($"{Page}.csv", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(rows.Length > 1);
        return rows.Skip(1).Count(row => row.TrimEnd().Split(',')[^1] != "0");
    }

    private static void AssertSameRun(NationalSum before, NationalSum after, double within = 1e-9)
    {
        var (was, now) = (NationalRun.Central(before.Basis.Model, 24, PlanScenario.Of(before.Basis, before.Plans.Select(plan => plan.Place))), NationalRun.Central(after.Basis.Model, 24, PlanScenario.Of(after.Basis, after.Plans.Select(plan => plan.Place))));
        for (var month = 1; month <= 24; month++)
            Assert.All(was.Account(month).ToArray().Zip(now.Account(month).ToArray()), cohort => Assert.Equal(cohort.First.Closing.Fte, cohort.Second.Closing.Fte, within));
    }
}
