using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>What a value may be. What depends on other values (weights that sum to 1) is the readers' alone.</summary>
internal abstract record FieldRule
{
    /// <summary>Any text.</summary>
    public sealed record Text : FieldRule;

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>.</summary>
    public sealed record Code : FieldRule;

    /// <summary>A code that may hold full stops as well.</summary>
    public sealed record Id : FieldRule;

    /// <summary>A code or id that another file defines.</summary>
    /// <param name="File">That file.</param>
    public sealed record Reference(string File) : FieldRule;

    /// <summary>A day, 2026-01-29.</summary>
    public sealed record Day : FieldRule;

    /// <summary>A month, 2029-03.</summary>
    public sealed record Month : FieldRule;

    /// <summary>Yes or no.</summary>
    public sealed record Truth : FieldRule;

    /// <summary>A number.</summary>
    /// <param name="Quantity">Its limits.</param>
    /// <param name="Narrows">Whether a reader may ask for less: the limits depend on another cell or file.</param>
    public sealed record Number(Quantity Quantity, bool Narrows = false) : FieldRule
    {
        /// <summary>Whether a reader that asks for <paramref name="asked"/> keeps to the rule.</summary>
        public bool Allows(Quantity asked) => asked == Quantity || (Narrows && asked.Low >= Quantity.Low && asked.High <= Quantity.High);
    }

    /// <summary>A whole number.</summary>
    /// <param name="Quantity">Its limits.</param>
    /// <param name="Narrows">Whether a reader may ask for less.</param>
    public sealed record Whole(Quantity Quantity, bool Narrows = false) : FieldRule
    {
        /// <summary>Whether a reader that asks for <paramref name="asked"/> keeps to the rule.</summary>
        public bool Allows(Quantity asked) => new Number(Quantity, Narrows).Allows(asked);
    }

    /// <summary>One of a few words.</summary>
    /// <param name="Words">The words.</param>
    public sealed record Word(IEnumerable<string> Words) : FieldRule
    {
        /// <summary>Whether a reader that takes <paramref name="asked"/> keeps to the rule.</summary>
        public bool Allows(IEnumerable<string> asked) => ReferenceEquals(asked, Words) || asked.SequenceEqual(Words);
    }

    /// <summary>A text of a shape of its own.</summary>
    /// <param name="Pattern">The shape, as a regular expression for the whole text.</param>
    public sealed record Shaped(string Pattern) : FieldRule;

    /// <summary>A list of words, each once (YAML only).</summary>
    /// <param name="Words">The words.</param>
    public sealed record WordList(IEnumerable<string> Words) : FieldRule;

    /// <summary>A list of keys and values (YAML only).</summary>
    /// <param name="Fields">The keys of each.</param>
    /// <param name="MayBeEmpty">Whether the list may have none.</param>
    public sealed record Mappings(IReadOnlyList<Field> Fields, bool MayBeEmpty) : FieldRule;

    /// <summary>Keys and values (YAML only).</summary>
    /// <param name="Fields">The keys.</param>
    public sealed record Keys(IReadOnlyList<Field> Fields) : FieldRule;

    /// <summary>Free keys, each with a value of one kind (YAML only).</summary>
    /// <param name="Value">What a value may be.</param>
    public sealed record Pairs(FieldRule Value) : FieldRule;
}
