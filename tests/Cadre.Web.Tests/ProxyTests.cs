using System.Net;
using Cadre.Web.Hosting;

namespace Cadre.Web.Tests;

/// <summary>A server that a proxy stands before.</summary>
public sealed class ProxyTests
{
    /// <summary>A server whose proxy is on this machine.</summary>
    public sealed class NearServer : TestServer
    {
        private protected override ServeOptions Limited(ServeOptions options) => base.Limited(options) with { Proxies = [IPAddress.Loopback] };
    }

    /// <summary>A server whose proxy is on another machine.</summary>
    public sealed class FarServer : TestServer
    {
        private protected override ServeOptions Limited(ServeOptions options) => base.Limited(options) with { Proxies = [IPAddress.Parse("10.11.12.13")] };
    }

    public sealed class NearTests(NearServer server) : IClassFixture<NearServer>
    {
        [Fact]
        public async Task Get_ByHttps_HasSecureCookiesAndTellsBrowsersToStayWithIt()
        {
            using var answer = await GetAsync("/sign-in", "https");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
            using var other = await GetAsync("/", "https");
            Assert.Equal("https", other.Headers.Location?.Scheme);
        }

        [Fact]
        public async Task Get_ByHttp_LeadsToHttps()
        {
            using var answer = await GetAsync("/plans?x=1", "http");
            Assert.Equal((HttpStatusCode.PermanentRedirect, "https://cadre.example/plans?x=1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        [Fact]
        public async Task Get_FromAProxyThatDoesNotSayHow_IsToldWhatToSay()
        {
            using var answer = await GetAsync("/sign-in", null);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("X-Forwarded-Proto", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        private async Task<HttpResponseMessage> GetAsync(string page, string? scheme)
        {
            using var client = server.Client();
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.Host = "cadre.example";
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            if (scheme is not null) request.Headers.Add("X-Forwarded-Proto", scheme);
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    public sealed class FarTests(FarServer server) : IClassFixture<FarServer>
    {
        [Fact]
        public async Task Get_FromSomebodyElseThanTheProxy_IsRefused()
        {
            using var client = new HttpClient { BaseAddress = new UriBuilder(server.Address) { Host = "127.0.0.1" }.Uri };
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }
}
