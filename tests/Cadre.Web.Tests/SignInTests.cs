using System.Net;
using Cadre.Web.Hosting;
using Cadre.Web.Tests.Databases;

namespace Cadre.Web.Tests;

public abstract class SignInTests(TestServer server)
{
    [Fact]
    public async Task Post_RightPassword_LeadsToThePageThatWasAskedFor()
    {
        using var client = server.Client();
        using var first = await client.GetAsync(new Uri($"/runs/{server.Run.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal($"/sign-in?from=%2Fruns%2F{server.Run.Id}", first.Headers.Location!.PathAndQuery);

        using var signedIn = await TestServer.PostAsync(
            client, first.Headers.Location.PathAndQuery, "/sign-in", ("email", TestServer.Planner), ("password", DemonstrationPeople.Password), ("from", $"/runs/{server.Run.Id}"));

        Assert.Equal($"/runs/{server.Run.Id}", signedIn.Headers.Location!.ToString());
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), value => value.StartsWith("cadre=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task Post_PageOfAnotherServer_IsNotFollowed(string from)
    {
        using var client = server.Client();
        using var answer = await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", TestServer.Planner), ("password", DemonstrationPeople.Password), ("from", from));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(TestServer.Planner, "wrong-password-1", "The email address or the password is wrong")]
    [InlineData("nobody@demonstration.invalid", "wrong-password-1", "The email address or the password is wrong")]
    [InlineData("no address", "x", "Enter an email address such as name@example.org")]
    [InlineData("", "", "Enter your email address")]
    public async Task Post_WrongInput_SaysWhatIsWrongAndNotWhoExists(string email, string password, string error)
    {
        using var client = server.Client();
        using var answer = await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", email), ("password", password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(error, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FiveWrongPasswords_LockTheAccount()
    {
        using var client = server.Client();
        const string librarian = "library@demonstration.invalid";
        for (var i = 0; i < 5; i++)
            (await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", librarian), ("password", "wrong-password-1"))).Dispose();
        using var answer = await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", librarian), ("password", DemonstrationPeople.Password));
        Assert.Contains("Too many wrong passwords", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in", "email")]
    [InlineData("/account/keys", "name")]
    [InlineData("/people/new", "role-0")]
    [InlineData("/frameworks/{framework}", "fut\0ures")]
    public async Task Post_NullCharacter_IsRefusedWithASentence(string page, string field)
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var address = page.Replace("{framework}", $"{server.Run.FrameworkId}", StringComparison.Ordinal);
        using var answer = await TestServer.PostAsync(client, page == "/sign-in" ? page : "/", address, ("password", "x"), (field, "a\0b"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("holds the character of number 0 (U+0000)", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NullCharacterInAFormOfParts_IsRefusedWithASentence()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var token = (await TestServer.ReadAsync(client, "/people/new")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("a\0b"), "name" } };
        using var answer = await client.PostAsync(new Uri("/people/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("take the character out", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutItsToken_IsRefused()
    {
        using var client = server.Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("email", TestServer.Planner), KeyValuePair.Create("password", DemonstrationPeople.Password)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_Posted_EndsIt()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        using var answer = await TestServer.PostAsync(client, "/", "/sign-out");
        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
        using var after = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task AnyPage_Always_TellsBrowsersToTakeNothingFromElsewhere()
    {
        using var client = server.Client();
        using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }
}

public sealed class SqliteSignInTests(TestServer server) : SignInTests(server), IClassFixture<TestServer>;

public sealed class PostgresSignInTests(PostgresServer server) : SignInTests(server.OrSkip), IClassFixture<PostgresServer>;
