using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Cadre.Cli.Reports;

/// <summary>A report being put together: sections with their charts, then one page that needs nothing else.</summary>
/// <param name="title">The page's title.</param>
/// <param name="lines">What stands under it.</param>
internal sealed class ReportPage(string title, IReadOnlyList<string> lines)
{
    private readonly List<(string Id, string Title, Html Body)> _sections = [];
    private readonly JsonObject _charts = [];

    /// <summary>Adds a section.</summary>
    public void Add(string id, string heading, params IEnumerable<Html> pieces) => _sections.Add((id, heading, Html.Join(pieces)));

    /// <summary>Keeps a chart's figures and gives its place in the page; the sentence is what it says.</summary>
    /// <param name="id">The chart's id.</param>
    /// <param name="sentence">What a reader takes from it, in one sentence; a screen reader hears it in the chart's stead.</param>
    /// <param name="key">How it is read: units, lines, dots.</param>
    /// <param name="chart">What main.js draws.</param>
    public Html Chart(string id, string sentence, string key, JsonObject chart)
    {
        chart["label"] = sentence;
        _charts[id] = chart;
        return Html.Of($"<p class=\"says\">{sentence}</p>\n<figure><div class=\"chart\" data-chart=\"{id}\"></div><figcaption>{key}</figcaption></figure>\n");
    }

    /// <summary>The whole page.</summary>
    public string Show()
    {
        var (style, script) = (Asset("report.css"), Asset("report.min.js"));
        var first = _sections[0];
        return $"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Hash(style)}'; script-src 'sha256-{Hash(script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Text(title)}</title>
            <style>{style}</style>
            </head>
            <body>
            <a class="skip" href="#{first.Id}">Skip to the answers</a>
            <header><p class="brand">Cadre workforce report</p><h1>{Html.Text(title)}</h1>{Html.Join(lines.Where(line => line.Length > 0).Select(line => Html.Of($"<p>{line}</p>")))}</header>
            <main>
            {Section(first)}<nav aria-label="On this page"><h2 class="small">On this page</h2><ul>{Html.Join(_sections.Skip(1).Select(section => Html.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>")))}</ul></nav>
            {Html.Join(_sections.Skip(1).Select(Section))}</main>
            <script type="application/json" id="charts">{_charts.ToJsonString()}</script>
            <script>{script}</script>
            </body>
            </html>

            """;
    }

    private static Html Section((string Id, string Title, Html Body) section) =>
        Html.Of($"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-h\"><h2 id=\"{section.Id}-h\">{section.Title}</h2>\n{section.Body}</section>\n");

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program holds no {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
