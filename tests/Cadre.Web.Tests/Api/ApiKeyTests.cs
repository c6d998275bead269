using System.Net;
using Cadre.Core.People;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Api;

/// <summary>Keys: made once shown once, and no longer good than they should be.</summary>
public abstract class ApiKeyTests(TestServer server)
{
    private static readonly Uri Frameworks = new("/api/v1/frameworks", UriKind.Relative);

    [Fact]
    public async Task Make_OnThePage_ShowsTheKeyOnceAndItOpensTheApi()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var answer = await TestServer.PostAsync(client, "/account/keys", "/account/keys", ("name", "nightly job"), ("scopes", "Read"), ("scopes", "Plan"), ("days", "30"));
        var key = await KeyOfAsync(answer);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));

        var later = await client.GetStringAsync(new Uri("/account/keys", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("nightly job", later, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('_')[2], later, StringComparison.Ordinal);
        var kept = await server.WithDbAsync(db => db.ApiKeys.AsNoTracking().SingleAsync(item => item.Name == "nightly job"));
        Assert.Equal((ApiScopes.Read | ApiScopes.Plan, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)), (kept.Scopes, kept.LastUsed));
        Assert.NotEqual(key.Split('_')[2], Convert.ToHexStringLower(kept.Hash));
        Assert.Equal(["ApiKeyMade"], await EntriesAsync(kept));
    }

    [Theory]
    [InlineData("", "Read", "30", "Enter a name")]
    [InlineData("a job", "Everything", "30", "Choose at least one thing")]
    [InlineData("a job", "Read", "3000", "Choose how long")]
    public async Task Make_WrongInput_SaysWhatIsWrongAndMakesNone(string name, string scope, string days, string expected)
    {
        using var client = await server.SignInAsync("programme@demonstration.invalid");
        using var answer = await TestServer.PostAsync(client, "/account/keys", "/account/keys", ("name", name), ("scopes", scope), ("days", days));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain("cadre_", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_OneMoreThanAPersonMayHave_IsRefused()
    {
        for (var i = 0; i < ApiKeyService.MostKeys; i++)
            await server.KeyAsync("reader@demonstration.invalid", ApiScopes.Read);
        using var client = await server.SignInAsync("reader@demonstration.invalid");
        using var answer = await TestServer.PostAsync(client, "/account/keys", "/account/keys", ("name", "one more"), ("scopes", "Read"), ("days", "30"));
        Assert.Contains("Revoke one first", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(await server.WithDbAsync(db => db.ApiKeys.AnyAsync(key => key.Name == "one more")));
    }

    [Fact]
    public async Task Revoke_ByItsPerson_ClosesTheApiAndByAnotherDoesNot()
    {
        var key = await server.KeyAsync(TestServer.Modeller, ApiScopes.Read);
        var id = Guid.Parse(key.Split('_')[1]);
        using var other = await server.SignInAsync(TestServer.Partner);
        (await TestServer.PostAsync(other, "/account/keys", "/account/keys?handler=Revoke", ("key", $"{id}"))).Dispose();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));

        using var own = await server.SignInAsync(TestServer.Modeller);
        (await TestServer.PostAsync(own, "/account/keys", "/account/keys?handler=Revoke", ("key", $"{id}"))).Dispose();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
        var kept = await server.WithDbAsync(db => db.ApiKeys.AsNoTracking().SingleAsync(item => item.Id == id));
        Assert.Equal(["ApiKeyMade", "ApiKeyRevoked"], await EntriesAsync(kept));
    }

    [Fact]
    public async Task Get_KeyThatExpired_IsRefused()
    {
        var key = await server.KeyAsync(TestServer.Modeller, ApiScopes.Read);
        var id = Guid.Parse(key.Split('_')[1]);
        await server.WithDbAsync(db => db.ApiKeys.Where(item => item.Id == id).ExecuteUpdateAsync(set => set.SetProperty(item => item.ExpiresUtc, DateTime.UnixEpoch)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
    }

    [Fact]
    public async Task Get_PersonWithoutRolesLeft_IsRefusedAtOnce()
    {
        const string lead = "training@demonstration.invalid";
        var key = await server.KeyAsync(lead, ApiScopes.Read);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));
        await server.WithDbAsync(db => db.RoleGrants.Where(grant => db.Users.Any(person => person.Email == lead && person.Id == grant.PersonId)).ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
    }

    [Fact]
    public async Task Get_KeyWithAnotherSecretOrNoKey_IsRefused()
    {
        var key = await server.KeyAsync(TestServer.Modeller, ApiScopes.Read);
        var changed = key[..^1] + (key[^1] == '0' ? '1' : '0');
        foreach (var wrong in (string[])[changed, key[..^1], key + "0", key.Replace("cadre_", "", StringComparison.Ordinal), "cadre_", "cadre__", "x", $"cadre_{Guid.NewGuid():N}_{key.Split('_')[2]}", $"cadre_{key.Split('_')[1]}_{new string('z', 64)}"])
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(wrong));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));
    }

    private static async Task<string> KeyOfAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await AngleSharp.BrowsingContextExtensions.OpenAsync(AngleSharp.BrowsingContext.New(AngleSharp.Configuration.Default), request => request.Content(html));
        return document.QuerySelector("#made")!.TextContent.Trim();
    }

    private async Task<HttpStatusCode> StatusAsync(string key)
    {
        using var client = server.Program(key);
        using var answer = await client.GetAsync(Frameworks, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private Task<List<string>> EntriesAsync(ApiKey key) =>
        server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"key {key.Id}").OrderBy(entry => entry.Id).Select(entry => entry.What).ToListAsync());
}

public sealed class SqliteApiKeyTests(TestServer server) : ApiKeyTests(server), IClassFixture<TestServer>;

public sealed class PostgresApiKeyTests(PostgresServer server) : ApiKeyTests(server.OrSkip), IClassFixture<PostgresServer>;
