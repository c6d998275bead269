using Microsoft.AspNetCore.Html;

namespace Cadre.Web.Components;

/// <summary>What the fields of forms share.</summary>
internal static class FormParts
{
    public static void Label(IHtmlContentBuilder content, string field, string text)
    {
        content.AppendHtml("<label class=\"nhsuk-label\"");
        Attribute(content, "for", field);
        content.AppendHtml(">").Append(text).AppendHtml("</label>");
    }

    public static void Hint(IHtmlContentBuilder content, string field, string? hint)
    {
        if (string.IsNullOrEmpty(hint)) return;
        content.AppendHtml("<div class=\"nhsuk-hint\"");
        Attribute(content, "id", $"{field}-hint");
        content.AppendHtml(">").Append(hint).AppendHtml("</div>");
    }

    public static void Error(IHtmlContentBuilder content, string field, string? error)
    {
        if (string.IsNullOrEmpty(error)) return;
        content.AppendHtml("<span class=\"nhsuk-error-message\"");
        Attribute(content, "id", $"{field}-error");
        content.AppendHtml("><span class=\"nhsuk-u-visually-hidden\">Error:</span> ").Append(error).AppendHtml("</span>");
    }

    public static void Attribute(IHtmlContentBuilder content, string name, string value) => content.AppendHtml($" {name}=\"").Append(value).AppendHtml("\"");
}
