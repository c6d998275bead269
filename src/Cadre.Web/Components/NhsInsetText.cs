using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>A remark set apart from the text around it.</summary>
[HtmlTargetElement("nhs-inset-text")]
public sealed class NhsInsetText : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "nhsuk-inset-text");
        output.PreContent.SetHtmlContent("<span class=\"nhsuk-u-visually-hidden\">Information: </span>");
    }
}
