using System.Text.Encodings.Web;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Cadre.Web.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Tests;

/// <summary>Our components write the HTML that the design system's package ships as examples.</summary>
public sealed class ComponentTests(WebAssets assets) : IClassFixture<WebAssets>
{
    [Fact]
    public void Assets_BuiltAgain_AreTheBytesThatAreCommitted()
    {
        foreach (var name in (string[])["site.css", "site.js", "site.LICENCES.txt"])
            Assert.True(File.ReadAllBytes(Path.Combine(assets.Built, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(WebAssets.Committed, name))), $"{name} is not what the sources beside it make: run source/build.");
    }

    [Theory]
    [InlineData("button", "default")]
    [InlineData("button", "default, small")]
    [InlineData("button", "example secondary save button, small")]
    [InlineData("button", "login as a link")]
    [InlineData("tag", "default")]
    [InlineData("inset-text", "with HTML")]
    [InlineData("details", "default")]
    [InlineData("details", "expander")]
    [InlineData("breadcrumb", "default")]
    [InlineData("error-summary", "default")]
    [InlineData("input", "example address line 1")]
    [InlineData("input", "example phone number with error message")]
    [InlineData("file-upload", "default")]
    [InlineData("file-upload", "with error message")]
    [InlineData("select", "default")]
    [InlineData("checkboxes", "without heading")]
    [InlineData("checkboxes", "with error message, without heading")]
    public async Task Component_OptionsOfAnExample_WritesItsHtml(string component, string example)
    {
        var (options, html) = WebAssets.Example(component, example);
        Assert.Equal(await NormalAsync(html), await NormalAsync(await WrittenAsync(component, options)));
    }

    private static async Task<string> WrittenAsync(string component, JsonElement options)
    {
        string? Text(string name) => options.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        string Inner(string name) => options.GetProperty(name) is { ValueKind: JsonValueKind.Object } inner ? (inner.TryGetProperty("text", out var words) ? words : inner.GetProperty("heading")).GetString()! : Text(name)!;
        var content = Text("text") ?? "";
        TagHelper helper = component switch
        {
            "button" => new NhsButton { Variant = Text("variant"), Small = options.TryGetProperty("small", out var small) && small.GetBoolean(), Href = Text("href") },
            "tag" => new NhsTag { Colour = Text("colour") },
            "inset-text" => new NhsInsetText(),
            "details" => new NhsDetails { Summary = Inner("summary"), Expander = Text("classes") == "nhsuk-expander" },
            "breadcrumb" => new NhsBreadcrumb { Items = [.. options.GetProperty("items").EnumerateArray().Select(item => new Crumb(item.GetProperty("text").GetString()!, item.GetProperty("href").GetString()!))] },
            "error-summary" => new NhsErrorSummary { Errors = [.. options.GetProperty("errorList").EnumerateArray().Select(item => (item.GetProperty("href").GetString()!.TrimStart('#'), item.GetProperty("text").GetString()!))] },
            "input" => new NhsInput { Name = Text("name")!, Type = Text("type") ?? "text", Classes = Text("classes"), Label = Inner("label"), Autocomplete = Text("autocomplete"), Error = options.TryGetProperty("errorMessage", out _) ? Inner("errorMessage") : null },
            "file-upload" => new NhsFileUpload { Name = Text("name")!, Label = Inner("label"), Error = options.TryGetProperty("errorMessage", out _) ? Inner("errorMessage") : null },
            "select" => new NhsSelect
            {
                Name = Text("name")!, Label = Inner("label"),
                Items = [.. options.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("value").GetString()!, item.GetProperty("text").GetString()!))],
            },
            "checkboxes" => new NhsCheckboxes
            {
                Name = Text("name")!, Id = Text("idPrefix"), Legend = LegendOf(options.GetProperty("fieldset").GetProperty("legend")), Error = options.TryGetProperty("errorMessage", out _) ? Inner("errorMessage") : null,
                Items = [.. options.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("value").GetString()!, item.GetProperty("text").GetString()!))],
            },
            _ => throw new ArgumentException($"No component {component}.", nameof(component)),
        };
        var output = new TagHelperOutput(component, [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        if (component is "input" or "file-upload" or "select" or "checkboxes" or "breadcrumb" or "error-summary") output.Content.Clear();
        else if (Text("html") is { } inner) output.Content.SetHtmlContent(inner);
        else output.Content.SetContent(content);
        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "x"), output);
        using var writer = new StringWriter();
        ((IHtmlContent)output).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static string LegendOf(JsonElement legend) => (legend.ValueKind == JsonValueKind.Object ? legend.GetProperty("text") : legend).GetString()!;

    /// <summary>Elements, their attributes by name, and text without the space around it.</summary>
    private static async Task<string> NormalAsync(string html)
    {
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        // Examples whose label is the page's heading stand for those whose label is a label.
        foreach (var wrapper in document.QuerySelectorAll(".nhsuk-label-wrapper").ToList())
        {
            var label = wrapper.QuerySelector("label")!;
            label.ClassName = "nhsuk-label";
            wrapper.Replace(label);
        }

        return string.Join('\n', document.Body!.ChildNodes.SelectMany(node => Lines(node, 0)));
    }

    private static IEnumerable<string> Lines(INode node, int depth)
    {
        if (node is IText text)
        {
            var words = string.Join(' ', text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return words.Length > 0 ? [$"{new string(' ', depth)}{words}"] : [];
        }

        if (node is not IElement element) return [];
        var attributes = element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => $" {attribute.Name}=\"{attribute.Value}\"");
        return [$"{new string(' ', depth)}<{element.LocalName}{string.Concat(attributes)}>", .. element.ChildNodes.SelectMany(child => Lines(child, depth + 1))];
    }
}
