using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>A labelled box for a paragraph or more, with its hint and error.</summary>
[HtmlTargetElement("nhs-textarea")]
public sealed class NhsTextarea : TagHelper
{
    /// <summary>Name of the field; its id too.</summary>
    public required string Name { get; set; }

    /// <summary>What it is for.</summary>
    public required string Label { get; set; }

    /// <summary>What is in it.</summary>
    public string? Value { get; set; }

    /// <summary>Lines that it shows.</summary>
    public int Rows { get; set; } = 5;

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
        output.Content.AppendHtml(string.IsNullOrEmpty(Error) ? "<textarea class=\"nhsuk-textarea\"" : "<textarea class=\"nhsuk-textarea nhsuk-textarea--error\"");
        FormParts.Attribute(output.Content, "id", Name);
        FormParts.Attribute(output.Content, "name", Name);
        FormParts.Attribute(output.Content, "rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture));
        FormParts.DescribedBy(output.Content, Name, Hint, Error);
        // A browser takes away the first line break after the tag.
        output.Content.AppendHtml(">\n").Append(Value ?? "").AppendHtml("</textarea>");
    }
}
