using System.Globalization;
using System.Text.RegularExpressions;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>What a cell of figures holds.</summary>
internal enum PublishedNumberKind
{
    /// <summary>A number, 0 or more.</summary>
    Number,

    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>The publisher holds the figure back: it is not 0.</summary>
    Suppressed,

    /// <summary>Something else, which is a fault.</summary>
    Fault,
}

/// <summary>A cell of figures of a publication: <c>1,234.5</c>, <c>1234.5</c>, or a mark for a figure that is held back.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">Its number, up to <see cref="PublishedFile.MostPublished"/>; 0 where it is none.</param>
internal readonly partial record struct PublishedNumber(PublishedNumberKind Kind, double Value)
{
    /// <summary>What a fault says was expected.</summary>
    public const string Expected = "a number, 0 or more and up to 10000000000, such as 1234.5 or 1,234.5, or * where it is held back";

    /// <summary>Longest text of a number: thirteen digits with their commas, a point and twenty more.</summary>
    private const int Longest = 40;

    /// <summary>Marks of held-back figures: the publishers' own and that of the Government Statistical Service.</summary>
    private static readonly string[] Marks = ["*", "**", "[c]"];

    /// <summary>Reads a cell; blanks around the number, those that do not break included, are not part of it.</summary>
    public static PublishedNumber Read(string cell)
    {
        var text = cell.Trim();
        if (text.Length == 0)
            return new PublishedNumber(PublishedNumberKind.Blank, 0);
        if (Marks.Contains(text))
            return new PublishedNumber(PublishedNumberKind.Suppressed, 0);
        if (text.Length > Longest || !Plain().IsMatch(text))
            return new PublishedNumber(PublishedNumberKind.Fault, 0);
        var number = double.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return number <= PublishedFile.MostPublished ? new PublishedNumber(PublishedNumberKind.Number, number) : new PublishedNumber(PublishedNumberKind.Fault, 0);
    }

    [GeneratedRegex(@"^([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,12})(\.[0-9]{1,20})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
