using System.Net;
using System.Text.RegularExpressions;
using Cadre.Core.People;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.People;

/// <summary>People are added, given roles, locked out; what is done takes effect at once and is audited.</summary>
public abstract partial class PeopleTests(TestServer server)
{
    private const string Programme = "programme@demonstration.invalid";
    private const string Password = "Correct-Horse-41";

    [Fact]
    public async Task Person_AddedWithALink_SetsAPasswordOnceAndSignsIn()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var page = await AddAsync(modeller, "Grace Planner", ("role-0", "LocalPlanner"), ("place-0", "S3"));
        var link = await LinkAsync(modeller, page);

        using var grace = server.Client();
        using (var weak = await TestServer.PostAsync(grace, link, link, ("password", "grace-has-12-Letters"), ("again", "grace-has-12-Letters")))
            Assert.Contains("must not hold your name", await TextAsync(weak), StringComparison.Ordinal);
        using (var set = await TestServer.PostAsync(grace, link, link, ("password", Password), ("again", Password)))
            Assert.Equal("/sign-in?isSet=true", set.Headers.Location?.ToString());
        Assert.Contains("This link does not work", (await TestServer.ReadAsync(grace, link)).Body!.TextContent, StringComparison.Ordinal);

        await SignInAsync(grace, page.Email);
        var plans = await TestServer.ReadAsync(grace, "/plans");
        Assert.Contains("Write and submit", plans.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["PasswordLinkMade", "PasswordSet", "PersonAdded", "RoleGranted"], (await AuditAsync(page.Id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Link_AnotherMadeOrTimePassedOrLockedOut_DoesNotWork()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var page = await AddAsync(modeller, "Linus Late");
        var (first, second) = (await LinkAsync(modeller, page), await LinkAsync(modeller, page));
        using var anybody = server.Client();
        async Task<bool> WorksAsync(string link) => (await TestServer.ReadAsync(anybody, link)).QuerySelector("input[name=password]") is not null;
        Assert.Equal((false, true), (await WorksAsync(first), await WorksAsync(second)));
        await server.WithDbAsync(db => db.PasswordLinks.Where(link => link.PersonId == page.Id).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresUtc, DateTime.UnixEpoch)));
        Assert.False(await WorksAsync(second));

        var third = await LinkAsync(modeller, page);
        Assert.True(await WorksAsync(third));
        (await TestServer.PostAsync(modeller, page.Address, $"{page.Address}?handler=Lock")).Dispose();
        Assert.False(await WorksAsync(third));
        Assert.False(await WorksAsync($"{second[..^1]}{(second[^1] == '0' ? '1' : '0')}"));
    }

    [Fact]
    public async Task Link_OfSomebodyWhoComesToKeepPeople_DoesNotWorkAnyLonger()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var page = await AddAsync(modeller, "Lena Link", ("role-0", "Reader"), ("place-0", ""));
        using var manager = await server.SignInAsync(Programme);
        var link = await LinkAsync(manager, page);
        using var anybody = server.Client();
        Assert.NotNull((await TestServer.ReadAsync(anybody, link)).QuerySelector("input[name=password]"));

        // Who made it may not make one for those who keep people.
        await ChangeAsync(modeller, page, await FromAsync(modeller, page), ("role-0", "NationalModeller"), ("place-0", ""));
        Assert.Null((await TestServer.ReadAsync(anybody, link)).QuerySelector("input[name=password]"));
        await ChangeAsync(modeller, page, await FromAsync(modeller, page), ("role-0", "Reader"), ("place-0", ""));
    }

    [Fact]
    public async Task Roles_MoreThanThereCanBe_AreRefusedAndNoneIsLost()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var page = await AddAsync(modeller, "Ruth Roles", ("role-0", "Reader"), ("place-0", ""));
        var rows = Enumerable.Range(0, PeopleService.MostRoles + 1).SelectMany(i => ((string, string)[])[($"role-{i}", "LocalPlanner"), ($"place-{i}", $"S{(i % 3) + 1}")]);
        using var refused = await TestServer.PostAsync(modeller, page.Address, page.Address, [("from", await FromAsync(modeller, page)), ("name", page.Name), .. rows]);
        Assert.Contains("Give at most 30 roles", await TextAsync(refused), StringComparison.Ordinal);
        Assert.Equal([Role.Reader], await server.WithDbAsync(db => db.RoleGrants.Where(grant => grant.PersonId == page.Id).Select(grant => grant.Role).ToListAsync()));
    }

    [Fact]
    public async Task Lock_SomebodySignedIn_EndsTheirSessionAndKeysAtOnce()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var page = await AddAsync(modeller, "Lotte Locked", ("role-0", "Reader"), ("place-0", ""));
        using var lotte = await EnterAsync(modeller, page);
        var key = await server.WithAsync<ApiKeyService, string?>(keys => keys.MakeAsync(new MakeKeyOptions { PersonId = page.Id, Name = "test", Scopes = ApiScopes.Read, Days = 1 }, default));
        using var program = server.Program(key!);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(lotte, "/"), await StatusAsync(program, "/api/v1/frameworks")));

        (await TestServer.PostAsync(modeller, page.Address, $"{page.Address}?handler=Lock")).Dispose();
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (await StatusAsync(lotte, "/"), await StatusAsync(program, "/api/v1/frameworks")));
        using (var refused = await TestServer.PostAsync(lotte, "/sign-in", "/sign-in", ("email", page.Email), ("password", Password)))
            Assert.Contains("or the account is locked", await TextAsync(refused), StringComparison.Ordinal);

        (await TestServer.PostAsync(modeller, page.Address, $"{page.Address}?handler=Unlock")).Dispose();
        await SignInAsync(lotte, page.Email);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(lotte, "/"));
    }

    [Fact]
    public async Task Roles_Changed_CountWithTheNextPage()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var page = await AddAsync(modeller, "Rob Riser", ("role-0", "Reader"), ("place-0", ""));
        using var rob = await EnterAsync(modeller, page);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(rob, "/people"));

        var from = await FromAsync(modeller, page);
        await ChangeAsync(modeller, page, from, ("role-0", "ProgrammeManager"), ("place-0", ""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(rob, "/people"));
        using (var late = await TestServer.PostAsync(modeller, page.Address, page.Address, ("from", from), ("name", page.Name)))
            Assert.Contains("Somebody changed this person since you looked", await TextAsync(late), StringComparison.Ordinal);

        await ChangeAsync(modeller, page, await FromAsync(modeller, page));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(rob, "/people"));
        Assert.Equal(["PasswordLinkMade", "PasswordSet", "PersonAdded", "RoleGranted", "RoleGranted", "RoleTaken", "RoleTaken"], (await AuditAsync(page.Id)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("LocalPlanner", "", "Choose the place of this role")]
    [InlineData("LocalPlanner", "nowhere", "No framework has a place with the code &quot;nowhere&quot;")]
    [InlineData("NationalModeller", "R1", "name no place")]
    [InlineData("Emperor", "", "Choose a role of the list")]
    public async Task Add_RoleThatCannotBe_IsRefusedInASentence(string role, string place, string expected)
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var before = await server.WithDbAsync(db => db.Users.CountAsync());
        using var answer = await TestServer.PostAsync(modeller, "/people/new", "/people/new", ("name", "Nobody"), ("email", "nobody.new@example.org"), ("role-0", role), ("place-0", place));
        Assert.Contains(expected, await TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, await server.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("", "x@example.org", "Enter their name")]
    [InlineData("X", "no address", "Enter an e-mail address")]
    [InlineData("X", "MODELLER@demonstration.invalid", "Somebody here has this e-mail address already")]
    public async Task Add_NameOrAddressThatCannotBe_IsRefusedInASentence(string name, string email, string expected)
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        using var answer = await TestServer.PostAsync(modeller, "/people/new", "/people/new", ("name", name), ("email", email));
        Assert.Contains(expected, await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgrammeManager_NationalModeller_IsNotTheirsToChange()
    {
        using var manager = await server.SignInAsync(Programme);
        var modeller = await IdAsync(TestServer.Modeller);
        foreach (var handler in (string[])["", "?handler=Lock", "?handler=Link"])
        {
            using var answer = await TestServer.PostAsync(manager, "/people/new", $"/people/{modeller}{handler}", ("name", "Nadia Modeller"), ("from", "Nadia Modeller | NationalModeller"));
            Assert.Contains("Only a national modeller", await TextAsync(answer), StringComparison.Ordinal);
        }

        using var made = await TestServer.PostAsync(manager, "/people/new", "/people/new", ("name", "Eve"), ("email", "eve@example.org"), ("role-0", "NationalModeller"), ("place-0", ""));
        Assert.Contains("Only a national modeller gives a role that keeps people", await TextAsync(made), StringComparison.Ordinal);
        Assert.True(await server.WithDbAsync(db => db.Users.AnyAsync(person => person.Id == modeller && person.LockedUtc == null && person.Grants.Any(grant => grant.Role == Role.NationalModeller))));
    }

    [Fact]
    public async Task Modeller_Themselves_CanNeitherLockNorDemote()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var me = $"/people/{await IdAsync(TestServer.Modeller)}";
        using (var locked = await TestServer.PostAsync(modeller, me, $"{me}?handler=Lock"))
            Assert.Contains("You cannot lock yourself out", await TextAsync(locked), StringComparison.Ordinal);
        using (var demoted = await TestServer.PostAsync(modeller, me, me, ("name", "Nadia Modeller"), ("from", "Nadia Modeller | NationalModeller")))
            Assert.Contains("You cannot take from yourself", await TextAsync(demoted), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(modeller, "/people"));
    }

    [Fact]
    public async Task TwoModellers_TakeEachOthersRoleAtOnce_OneStays()
    {
        var (first, second) = (await ModellerAsync("First One"), await ModellerAsync("Second One"));
        async Task<PersonOutcome> DemoteAsync((Guid Id, string Name) who, Guid by) => await server.WithAsync<PeopleService, PersonOutcome>(people => people.ChangeAsync(
            who.Id, $"{who.Name} | NationalModeller", new PersonOptions { By = by, Name = who.Name, Email = "", Roles = [] }, default));
        var outcomes = await Task.WhenAll(Task.Run(() => DemoteAsync(first, second.Id)), Task.Run(() => DemoteAsync(second, first.Id)));
        Assert.Single(outcomes.OfType<PersonOutcome.Done>());
        Assert.Equal(1, await server.WithDbAsync(db => db.RoleGrants.CountAsync(grant => grant.PersonId == first.Id || grant.PersonId == second.Id)));
    }

    [Fact]
    public async Task LastModeller_OfTheCommandLineToo_StaysOne()
    {
        var people = await server.WithDbAsync(db => db.Users.Where(person => person.Email != TestServer.Modeller && person.PasswordHash != null && person.Grants.Any(grant => grant.Role == Role.NationalModeller)).CountAsync());
        Assert.Equal(0, people);
        var id = await IdAsync(TestServer.Modeller);
        var outcome = await server.WithAsync<PeopleService, PersonOutcome>(service => service.ChangeAsync(
            id, "Nadia Modeller | NationalModeller", new PersonOptions { By = null, Name = "Nadia Modeller", Email = "", Roles = [] }, default));
        Assert.Contains("the last national modeller", Assert.Single(Assert.IsType<PersonOutcome.HasProblems>(outcome).Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_ChangedByItsPerson_EndsOtherSessionsAndKeepsThisOne()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        var page = await AddAsync(modeller, "Cora Change");
        using var here = await EnterAsync(modeller, page);
        using var there = server.Client();
        await SignInAsync(there, page.Email);
        using (var wrong = await TestServer.PostAsync(here, "/account/password", "/account/password", ("current", "wrong"), ("password", "Another-Horse-42"), ("again", "Another-Horse-42")))
            Assert.Contains("This is not your present password", await TextAsync(wrong), StringComparison.Ordinal);
        using (var weak = await TestServer.PostAsync(here, "/account/password", "/account/password", ("current", Password), ("password", "short"), ("again", "short")))
            Assert.Contains("at least 12 characters", await TextAsync(weak), StringComparison.Ordinal);
        using (var changed = await TestServer.PostAsync(here, "/account/password", "/account/password", ("current", Password), ("password", "Another-Horse-42"), ("again", "Another-Horse-42")))
            Assert.Contains("Your password is changed", await TextAsync(changed), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (await StatusAsync(here, "/"), await StatusAsync(there, "/")));
        Assert.Contains("You are signed in until", (await TestServer.ReadAsync(here, "/")).QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SearchedAndSorted_ShowsWhoIsMeant()
    {
        using var modeller = await server.SignInAsync(TestServer.Modeller);
        async Task<string[]> NamesAsync(string query) => [.. (await TestServer.ReadAsync(modeller, $"/people{query}")).QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];
        Assert.Equal(["Paula Planner"], await NamesAsync("?search=pAULA"));
        Assert.Contains("Ravi Reviewer", await NamesAsync("?role=RegionalReviewer"));
        Assert.DoesNotContain("Paula Planner", await NamesAsync("?role=RegionalReviewer"));
        Assert.Empty(await NamesAsync("?search=%00"));
        var all = await NamesAsync("");
        Assert.Equal(all.Order(StringComparer.OrdinalIgnoreCase), all);
    }

    private static async Task<(string Address, string Email, Guid Id, string Name)> AddAsync(HttpClient modeller, string name, params (string, string)[] roles)
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}-{Guid.NewGuid():N}@example.org";
        using var added = await TestServer.PostAsync(modeller, "/people/new", "/people/new", [("name", name), ("email", email), .. roles]);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var address = added.Headers.Location!.ToString();
        return (address, email, Guid.Parse(address.Split('/')[2]), name);
    }

    private static async Task<string> LinkAsync(HttpClient modeller, (string Address, string Email, Guid Id, string Name) page)
    {
        using var made = await TestServer.PostAsync(modeller, page.Address, $"{page.Address}?handler=Link");
        return Path().Match(await TextAsync(made)).Value;
    }

    /// <summary>Somebody who was added, signed in with a password of their own.</summary>
    private async Task<HttpClient> EnterAsync(HttpClient modeller, (string Address, string Email, Guid Id, string Name) page)
    {
        var link = await LinkAsync(modeller, page);
        var client = server.Client();
        (await TestServer.PostAsync(client, link, link, ("password", Password), ("again", Password))).Dispose();
        await SignInAsync(client, page.Email);
        return client;
    }

    private static async Task SignInAsync(HttpClient client, string email)
    {
        using var answer = await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", email), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<string> FromAsync(HttpClient modeller, (string Address, string Email, Guid Id, string Name) page) =>
        (await TestServer.ReadAsync(modeller, page.Address)).QuerySelector("input[name=from]")!.GetAttribute("value")!;

    private static async Task ChangeAsync(HttpClient modeller, (string Address, string Email, Guid Id, string Name) page, string from, params (string, string)[] roles)
    {
        using var answer = await TestServer.PostAsync(modeller, page.Address, page.Address, [("from", from), ("name", page.Name), .. roles]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>A national modeller who has no password, so that no other test counts them.</summary>
    private async Task<(Guid Id, string Name)> ModellerAsync(string name)
    {
        var outcome = await server.WithAsync<PeopleService, PersonOutcome>(people => people.AddAsync(
            new PersonOptions { By = null, Name = name, Email = $"{Guid.NewGuid():N}@example.org", Roles = [(Role.NationalModeller, "")] }, default));
        return (Assert.IsType<PersonOutcome.Done>(outcome).PersonId, name);
    }

    private Task<Guid> IdAsync(string email) => server.WithDbAsync(db => db.Users.Where(person => person.Email == email).Select(person => person.Id).FirstAsync());

    private Task<List<string>> AuditAsync(Guid person) => server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"person {person}").Select(entry => entry.What).ToListAsync());

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("/set-password/[a-z0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex Path();
}

public sealed class SqlitePeopleTests(TestServer server) : PeopleTests(server), IClassFixture<TestServer>;

public sealed class PostgresPeopleTests(PostgresServer server) : PeopleTests(server.OrSkip), IClassFixture<PostgresServer>;
