using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cadre.Cli.Reports;

/// <summary>Markup. Text becomes markup by <see cref="Of"/> alone, which escapes it.</summary>
/// <param name="Markup">What the page holds.</param>
internal readonly record struct Html(string Markup)
{
    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");

    /// <summary>An interpolated string: what stands in it is markup, what is put into it is escaped unless it is markup itself.</summary>
    public static Html Of(HtmlHandler markup) => new(markup.ToString());

    /// <summary>Text, escaped.</summary>
    public static Html Text(string text) => new(WebUtility.HtmlEncode(text));

    /// <summary>Several pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Markup)));

    public override string ToString() => Markup ?? "";
}

/// <summary>Puts an interpolated string together as markup.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlHandler
{
    private readonly StringBuilder _markup;

    public HtmlHandler(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (16 * formattedCount));

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(Html markup) => _markup.Append(markup.Markup);

    public void AppendFormatted(string text) => _markup.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _markup.Append(number);

    public override string ToString() => _markup.ToString();
}
