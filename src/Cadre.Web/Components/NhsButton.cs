using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>A button of the design system.</summary>
[HtmlTargetElement("nhs-button")]
public sealed class NhsButton : TagHelper
{
    /// <summary>Its look in the design system: secondary, warning, reverse, login; null for the first choice on a page.</summary>
    public string? Variant { get; set; }

    /// <summary>Whether it is a small one.</summary>
    public bool Small { get; set; }

    /// <summary>Where it leads; without it the button submits its form.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.Attributes.SetAttribute("class", "nhsuk-button" + (string.IsNullOrEmpty(Variant) ? "" : $" nhsuk-button--{Variant}") + (Small ? " nhsuk-button--small" : ""));
        output.Attributes.SetAttribute("data-module", "nhsuk-button");
        if (Href is null)
        {
            output.Attributes.SetAttribute("type", "submit");
            return;
        }

        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("role", "button");
        output.Attributes.SetAttribute("draggable", "false");
    }
}
