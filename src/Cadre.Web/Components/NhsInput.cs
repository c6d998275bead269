using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>A labelled box for a line of text, with its hint and error.</summary>
[HtmlTargetElement("nhs-input")]
public sealed class NhsInput : TagHelper
{
    /// <summary>Name of the field; its id too.</summary>
    public required string Name { get; set; }

    /// <summary>What it is for.</summary>
    public required string Label { get; set; }

    /// <summary>Kind of box: text, email, password, search.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What is in it.</summary>
    public string? Value { get; set; }

    /// <summary>What a browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Characters that fit: 2, 3, 4, 5, 10, 20, 30; 0 for the whole width.</summary>
    public int Width { get; set; }

    /// <summary>Classes of the design system beside those of an input, such as a width.</summary>
    public string? Classes { get; set; }

    /// <summary>What to write there; null where the label says it.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong with what is in it; null for nothing.</summary>
    public string? Error { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", FormParts.Group(Error));
        FormParts.Label(output.Content, Name, Label);
        FormParts.Hint(output.Content, Name, Hint);
        FormParts.Error(output.Content, Name, Error);
        var classes = "nhsuk-input" + (Width > 0 ? $" nhsuk-input--width-{Width}" : "") + (string.IsNullOrEmpty(Error) ? "" : " nhsuk-input--error") + (string.IsNullOrEmpty(Classes) ? "" : $" {Classes}");
        output.Content.AppendHtml($"<input class=\"{classes}\"");
        FormParts.Attribute(output.Content, "id", Name);
        FormParts.Attribute(output.Content, "name", Name);
        FormParts.Attribute(output.Content, "type", Type);
        if (!string.IsNullOrEmpty(Value)) FormParts.Attribute(output.Content, "value", Value);
        FormParts.DescribedBy(output.Content, Name, Hint, Error);
        if (!string.IsNullOrEmpty(Autocomplete)) FormParts.Attribute(output.Content, "autocomplete", Autocomplete);
        output.Content.AppendHtml(">");
    }
}
