using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>A labelled choice of a file to send, with its hint and error.</summary>
[HtmlTargetElement("nhs-file-upload")]
public sealed class NhsFileUpload : TagHelper
{
    /// <summary>Name of the field; its id too.</summary>
    public required string Name { get; set; }

    /// <summary>What is sent.</summary>
    public required string Label { get; set; }

    /// <summary>What to know before choosing; null for nothing.</summary>
    public string? Hint { get; set; }

    /// <summary>The kinds of file that a browser offers: .zip.</summary>
    public string? Accept { get; set; }

    /// <summary>What is wrong with what was sent; null for nothing.</summary>
    public string? Error { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "nhsuk-form-group" + (string.IsNullOrEmpty(Error) ? "" : " nhsuk-form-group--error") + " nhsuk-file-upload");
        output.Attributes.SetAttribute("data-module", "nhsuk-file-upload");
        FormParts.Label(output.Content, Name, Label);
        FormParts.Hint(output.Content, Name, Hint);
        FormParts.Error(output.Content, Name, Error);
        output.Content.AppendHtml("<input class=\"nhsuk-file-upload__input\"");
        FormParts.Attribute(output.Content, "id", Name);
        FormParts.Attribute(output.Content, "name", Name);
        FormParts.Attribute(output.Content, "type", "file");
        if (!string.IsNullOrEmpty(Accept)) FormParts.Attribute(output.Content, "accept", Accept);
        string[] described = [.. string.IsNullOrEmpty(Hint) ? (string[])[] : [$"{Name}-hint"], .. string.IsNullOrEmpty(Error) ? (string[])[] : [$"{Name}-error"]];
        if (described.Length > 0) FormParts.Attribute(output.Content, "aria-describedby", string.Join(' ', described));
        output.Content.AppendHtml(">");
    }
}
