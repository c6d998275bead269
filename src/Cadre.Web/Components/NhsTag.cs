using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>A word that says where something stands.</summary>
[HtmlTargetElement("nhs-tag")]
public sealed class NhsTag : TagHelper
{
    /// <summary>Its colour in the design system: green, grey, blue, orange, red; null for the usual one.</summary>
    public string? Colour { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(Colour) ? "nhsuk-tag" : $"nhsuk-tag nhsuk-tag--{Colour}");
    }
}
