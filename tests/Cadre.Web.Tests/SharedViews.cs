using Microsoft.Playwright;

namespace Cadre.Web.Tests;

/// <summary>Windows of one width: each person signs in once, and opens as many pages as needed.</summary>
public sealed class SharedViews(Browser browser, Uri address, int width) : IAsyncDisposable
{
    private readonly Dictionary<string, BrowserView> _first = [];

    /// <summary>Signs somebody in; nobody where it is empty.</summary>
    public async Task SignInAsync(string who)
    {
        var view = _first[who] = await browser.OpenAsync(address, width);
        if (who.Length == 0) return;
        await view.SignInAsync(who);
        await Assertions.Expect(view.Page.Locator("form[action='/sign-out']")).ToHaveCountAsync(1);
    }

    /// <summary>One more page of somebody who is signed in.</summary>
    public async Task<BrowserView> OpenAsync(string who) => new(address, await _first[who].Page.Context.NewPageAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var view in _first.Values)
            await view.DisposeAsync();
    }
}
