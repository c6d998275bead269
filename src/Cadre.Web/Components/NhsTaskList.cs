using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadre.Web.Components;

/// <summary>What is to be done, and how far each thing is.</summary>
[HtmlTargetElement("nhs-task-list")]
public sealed class NhsTaskList : TagHelper
{
    /// <summary>Start of the ids of its parts.</summary>
    public string IdPrefix { get; set; } = "task-list";

    /// <summary>The tasks.</summary>
    public required IReadOnlyList<NhsTask> Items { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "nhsuk-task-list");
        foreach (var (i, task) in Items.Index())
            Write(output.Content, $"{IdPrefix}-{i + 1}", task);
    }

    private static void Write(TagHelperContent content, string id, NhsTask task)
    {
        content.AppendHtml(task.Href is null ? "<li class=\"nhsuk-task-list__item\">" : "<li class=\"nhsuk-task-list__item nhsuk-task-list__item--with-link\">");
        content.AppendHtml("<div class=\"nhsuk-task-list__name-and-hint\">");
        if (task.Href is null)
        {
            content.AppendHtml("<div>").Append(task.Name).AppendHtml("</div>");
        }
        else
        {
            content.AppendHtml("<a class=\"nhsuk-task-list__link nhsuk-link\"");
            FormParts.Attribute(content, "href", task.Href);
            FormParts.Attribute(content, "aria-describedby", task.Hint is null ? $"{id}-status" : $"{id}-hint {id}-status");
            content.AppendHtml(">").Append(task.Name).AppendHtml("</a>");
        }

        if (task.Hint is { } hint)
        {
            content.AppendHtml("<div class=\"nhsuk-task-list__hint\"");
            FormParts.Attribute(content, "id", $"{id}-hint");
            content.AppendHtml(">").Append(hint).AppendHtml("</div>");
        }

        content.AppendHtml("</div><div class=\"nhsuk-task-list__status\"");
        FormParts.Attribute(content, "id", $"{id}-status");
        content.AppendHtml("><strong class=\"nhsuk-tag ").Append(task.Colour is { } colour ? $"nhsuk-tag--{colour}" : "nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal").AppendHtml("\">")
            .Append(task.Status).AppendHtml("</strong></div></li>");
    }
}
