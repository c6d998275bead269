using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>Boxes to tick under a question, with its hint and error.</summary>
[HtmlTargetElement("nhs-checkboxes")]
public sealed class NhsCheckboxes : TagHelper
{
    /// <summary>Name of each box.</summary>
    public required string Name { get; set; }

    /// <summary>Id of the first box; its name unless set.</summary>
    public string? Id { get; set; }

    /// <summary>What is asked.</summary>
    public required string Legend { get; set; }

    /// <summary>The boxes and the words for them.</summary>
    public required IReadOnlyList<(string Value, string Text)> Items { get; set; }

    /// <summary>Those that are ticked.</summary>
    public IReadOnlyCollection<string> Values { get; set; } = [];

    /// <summary>What to tick; null where the legend says it.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong with what is ticked; null for nothing.</summary>
    public string? Error { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var first = Id ?? Name;
        output.TagName = "div";
        output.Attributes.SetAttribute("class", FormParts.Group(Error));
        output.Content.AppendHtml("<fieldset class=\"nhsuk-fieldset\"");
        FormParts.DescribedBy(output.Content, first, Hint, Error);
        output.Content.AppendHtml("><legend class=\"nhsuk-fieldset__legend\">").Append(Legend).AppendHtml("</legend>");
        FormParts.Hint(output.Content, first, Hint);
        FormParts.Error(output.Content, first, Error);
        output.Content.AppendHtml("<div class=\"nhsuk-checkboxes\" data-module=\"nhsuk-checkboxes\">");
        foreach (var (i, (value, text)) in Items.Index())
        {
            var id = i == 0 ? first : $"{first}-{i + 1}";
            output.Content.AppendHtml("<div class=\"nhsuk-checkboxes__item\"><input class=\"nhsuk-checkboxes__input\"");
            FormParts.Attribute(output.Content, "id", id);
            FormParts.Attribute(output.Content, "name", Name);
            output.Content.AppendHtml(" type=\"checkbox\"");
            FormParts.Attribute(output.Content, "value", value);
            output.Content.AppendHtml(Values.Contains(value) ? " checked>" : ">").AppendHtml("<label class=\"nhsuk-label nhsuk-checkboxes__label\"");
            FormParts.Attribute(output.Content, "for", id);
            output.Content.AppendHtml(">").Append(text).AppendHtml("</label></div>");
        }

        output.Content.AppendHtml("</div></fieldset>");
    }
}
