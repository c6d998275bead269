using System.Net;
using Cadre.Core.People;
using Cadre.Web.Hosting;

namespace Cadre.Web.Tests.Api;

/// <summary>A server on which three requests a minute are too many.</summary>
public sealed class LimitedServer : TestServer
{
    private protected override ServeOptions Limited(ServeOptions options) => options with { RequestsOfAKey = 2, SignIns = 2 };
}

public sealed class RequestLimitTests(LimitedServer server) : IClassFixture<LimitedServer>
{
    [Fact]
    public async Task Get_OneMoreThanTheKeyMay_IsRefusedWithTheTimeToWait()
    {
        using var client = await server.ProgramAsync(TestServer.Modeller, ApiScopes.Read);
        using var other = await server.ProgramAsync(TestServer.Modeller, ApiScopes.Read);
        var frameworks = new Uri("/api/v1/frameworks", UriKind.Relative);
        for (var i = 0; i < 2; i++)
            (await client.GetAsync(frameworks, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Dispose();
        using var refused = await client.GetAsync(frameworks, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Retry-After", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var another = await other.GetAsync(frameworks, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Fact]
    public async Task SignIn_OnceMoreThanAnAddressMay_IsRefusedWithAPageAndReadingItIsNot()
    {
        using var client = server.Client();
        for (var i = 0; i < 2; i++)
            (await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", "nobody@demonstration.invalid"), ("password", "wrong-password-1"))).Dispose();
        using var refused = await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", TestServer.Planner), ("password", DemonstrationPeople.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Too many requests", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
