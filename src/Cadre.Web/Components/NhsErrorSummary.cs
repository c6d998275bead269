using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>What is wrong with a form, at the top of its page; nothing where nothing is.</summary>
[HtmlTargetElement("nhs-error-summary")]
public sealed class NhsErrorSummary : TagHelper
{
    /// <summary>The errors: the field's id, empty for none, and what is wrong.</summary>
    public required IReadOnlyList<(string Field, string Text)> Errors { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.Attributes.SetAttribute("class", "nhsuk-error-summary");
        output.Attributes.SetAttribute("data-module", "nhsuk-error-summary");
        output.Content.AppendHtml(
            "<div role=\"alert\"><h2 class=\"nhsuk-error-summary__heading\">There is a problem</h2><div class=\"nhsuk-error-summary__body\"><ul class=\"nhsuk-list nhsuk-error-summary__list\">");
        foreach (var (field, text) in Errors)
        {
            output.Content.AppendHtml("<li>");
            if (field.Length > 0)
            {
                output.Content.AppendHtml("<a");
                FormParts.Attribute(output.Content, "href", $"#{field}");
                output.Content.AppendHtml(">").Append(text).AppendHtml("</a>");
            }
            else
            {
                output.Content.Append(text);
            }

            output.Content.AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul></div></div>");
    }
}
