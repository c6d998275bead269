using Cadre.Web.Hosting;
using Microsoft.Playwright;

namespace Cadre.Web.Tests;

/// <summary>A page in a browser, with everything that goes wrong in it and everything it asks for.</summary>
public sealed class BrowserView : IAsyncDisposable
{
    public BrowserView(Uri address, IPage page)
    {
        (Address, Page) = (address, page);
        // A page that is not there is answered with 404, of which the browser tells its console.
        page.Console += (_, message) => Faults.AddRange(message.Text.Contains("status of 40", StringComparison.Ordinal) ? [] : [$"{message.Type}: {message.Text}"]);
        page.PageError += (_, error) => Faults.Add(error);
        page.Request += (_, request) => Requests.AddRange(request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : [request.Url]);
    }

    public Uri Address { get; }

    public IPage Page { get; }

    public List<string> Faults { get; } = [];

    public List<string> Requests { get; } = [];

    public async Task SignInAsync(string email)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("Email address").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemonstrationPeople.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
