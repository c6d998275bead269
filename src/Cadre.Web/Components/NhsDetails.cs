using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>What a reader opens when they want it.</summary>
[HtmlTargetElement("nhs-details")]
public sealed class NhsDetails : TagHelper
{
    /// <summary>What is on it while it is closed.</summary>
    public required string Summary { get; set; }

    /// <summary>Whether it looks like a box across the page.</summary>
    public bool Expander { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.Attributes.SetAttribute("class", Expander ? "nhsuk-details nhsuk-expander" : "nhsuk-details");
        output.PreContent.AppendHtml("<summary class=\"nhsuk-details__summary\"><span class=\"nhsuk-details__summary-text\">");
        output.PreContent.Append(Summary);
        output.PreContent.AppendHtml("</span></summary><div class=\"nhsuk-details__text\">");
        output.PostContent.AppendHtml("</div>");
    }
}
