using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>The way from the first page to the one above this one.</summary>
[HtmlTargetElement("nhs-breadcrumb")]
public sealed class NhsBreadcrumb : TagHelper
{
    /// <summary>The pages on the way, the first one first.</summary>
    public required IReadOnlyList<Crumb> Items { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "nhsuk-breadcrumb");
        output.Attributes.SetAttribute("aria-label", "Breadcrumb");
        output.Content.AppendHtml("<ol class=\"nhsuk-breadcrumb__list\">");
        foreach (var item in Items)
        {
            output.Content.AppendHtml("<li class=\"nhsuk-breadcrumb__list-item\">");
            Link(output, "nhsuk-breadcrumb__link", item.Href);
            output.Content.Append(item.Text).AppendHtml("</a></li>");
        }

        output.Content.AppendHtml("</ol>");
        Link(output, "nhsuk-back-link", Items[^1].Href);
        output.Content.AppendHtml("<span class=\"nhsuk-u-visually-hidden\">Back to </span>").Append(Items[^1].Text).AppendHtml("</a>");
    }

    private static void Link(TagHelperOutput output, string classes, string href) =>
        output.Content.AppendHtml($"<a class=\"{classes}\" href=\"").Append(href).AppendHtml("\">");
}
