using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>A labelled list to choose from.</summary>
[HtmlTargetElement("nhs-select")]
public sealed class NhsSelect : TagHelper
{
    /// <summary>Name of the field; its id too.</summary>
    public required string Name { get; set; }

    /// <summary>What is chosen.</summary>
    public required string Label { get; set; }

    /// <summary>What there is to choose, with the words for it.</summary>
    public required IReadOnlyList<(string Value, string Text)> Items { get; set; }

    /// <summary>What is chosen so far; null for nothing.</summary>
    public string? Value { get; set; }

    /// <summary>What to choose; null where the label says it.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong with what is chosen; null for nothing.</summary>
    public string? Error { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", FormParts.Group(Error));
        FormParts.Label(output.Content, Name, Label);
        FormParts.Hint(output.Content, Name, Hint);
        FormParts.Error(output.Content, Name, Error);
        output.Content.AppendHtml(string.IsNullOrEmpty(Error) ? "<select class=\"nhsuk-select\"" : "<select class=\"nhsuk-select nhsuk-select--error\"");
        FormParts.Attribute(output.Content, "id", Name);
        FormParts.Attribute(output.Content, "name", Name);
        FormParts.DescribedBy(output.Content, Name, Hint, Error);
        output.Content.AppendHtml(">");
        foreach (var (value, text) in Items)
        {
            output.Content.AppendHtml("<option");
            FormParts.Attribute(output.Content, "value", value);
            output.Content.AppendHtml(value == Value ? " selected>" : ">").Append(text).AppendHtml("</option>");
        }

        output.Content.AppendHtml("</select>");
    }
}
