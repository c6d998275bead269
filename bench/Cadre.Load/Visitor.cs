using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace Cadre.Load;

/// <summary>Somebody's browser: it keeps cookies and follows nothing.</summary>
internal sealed class Visitor : IDisposable
{
    private const string Password = "Demonstration-2026";

    private readonly HttpClient _client;

    private Visitor(Uri address) => _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address };

    /// <summary>A demonstration person who has signed in.</summary>
    /// <param name="address">The server.</param>
    /// <param name="email">Whom; the same person may sign in many times.</param>
    public static async Task<Visitor> SignInAsync(Uri address, string email)
    {
        var visitor = new Visitor(address);
        var form = await visitor.ReadAsync("/sign-in");
        using var answer = await visitor.PostAsync("/sign-in", TokenOf(form), ("email", email), ("password", Password));
        return answer.StatusCode == HttpStatusCode.Redirect ? visitor : throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}.");
    }

    /// <summary>Loads a page and reads it to its end.</summary>
    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string page)
    {
        using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Loads a page, or says where it leads instead.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? To)> FollowAsync(string page)
    {
        using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.ToString());
    }

    /// <summary>A page as a document.</summary>
    public async Task<IDocument> ReadAsync(string page)
    {
        var (status, text) = await GetAsync(page);
        if (status != HttpStatusCode.OK) throw new InvalidOperationException($"{page}: {status}.");
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(text));
    }

    /// <summary>The token that a page's forms carry; it is good as long as the cookie is.</summary>
    public static string TokenOf(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>Sends a form.</summary>
    public async Task<HttpResponseMessage> PostAsync(string action, string token, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await _client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    public void Dispose() => _client.Dispose();
}
