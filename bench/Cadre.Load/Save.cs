using System.Net;
using AngleSharp.Dom;

namespace Cadre.Load;

/// <summary>A planner who saves the posts of one staff group of a plan again and again; each has a staff group of their own.</summary>
/// <param name="visitor">The planner's browser.</param>
/// <param name="number">Which of the savers, from 0.</param>
internal sealed class Save(Visitor visitor, int number)
{
    /// <summary>Whose plan it is.</summary>
    public const string Email = "planner@demonstration.invalid";

    private string _page = "";
    private Dictionary<string, string> _fields = [];
    private string _quarter = "";
    private decimal _posts;
    private int _from;

    /// <summary>Finds the form, as a planner does.</summary>
    public async Task OpenAsync()
    {
        var plan = LinksOf(await visitor.ReadAsync("/plans")).First();
        string[] lines = [.. LinksOf(await visitor.ReadAsync($"{plan}/posts")).Where(href => href.Contains("/posts/", StringComparison.Ordinal))];
        _page = lines[number % lines.Length];
        Read(await visitor.ReadAsync(_page));
    }

    /// <summary>Saves a hundredth of a post more than the last time.</summary>
    /// <returns>Whether the server acknowledged it.</returns>
    public async Task<bool> SendAsync()
    {
        _posts += 0.01m;
        _fields[_quarter] = _posts.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        _fields["from"] = $"{_from}";
        _fields["reason"] = "a load test";
        using var answer = await visitor.PostAsync(_page, _fields["__RequestVerificationToken"], _fields.Where(field => field.Key != "__RequestVerificationToken").Select(field => (field.Key, field.Value)));
        if (answer.StatusCode != HttpStatusCode.Redirect) return false;
        _from++;
        return true;
    }

    /// <summary>How many of the saves that were acknowledged are not there: the server numbers them, and holds what was saved last.</summary>
    public async Task<int> LostAsync()
    {
        var (from, posts) = (_from, _posts);
        Read(await visitor.ReadAsync(_page));
        return Math.Abs(_from - from) + (_posts == posts ? 0 : 1);
    }

    private void Read(IDocument page)
    {
        _fields = page.QuerySelectorAll("form[data-check] input[name], form[data-check] textarea[name]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? field.TextContent.Trim());
        _quarter = _fields.Keys.Last(name => name.StartsWith("q-", StringComparison.Ordinal));
        _posts = decimal.Parse(_fields[_quarter], System.Globalization.CultureInfo.InvariantCulture);
        _from = int.Parse(_fields["from"], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> LinksOf(IDocument page) => page.QuerySelectorAll("main tbody a[href]").Select(link => link.GetAttribute("href")!);
}
