using System.Globalization;

namespace Cadre.Core.Plans;

/// <summary>Which save of each section: "levers=3 posts/all/nurses=1".</summary>
public sealed class SectionNumbers
{
    private readonly SortedDictionary<string, int> _numbers;

    /// <param name="numbers">Number by section; 1 or more.</param>
    public SectionNumbers(IEnumerable<KeyValuePair<string, int>> numbers) => _numbers = new SortedDictionary<string, int>(numbers.ToDictionary(), StringComparer.Ordinal);

    /// <summary>The sections that were saved, by name.</summary>
    public IReadOnlyDictionary<string, int> All => _numbers;

    /// <summary>The number of a section; 0 where it was never saved.</summary>
    public int Of(string section) => _numbers.GetValueOrDefault(section);

    /// <summary>What <see cref="ToString"/> made.</summary>
    public static SectionNumbers Parse(string text) => new(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
        .Select(part => KeyValuePair.Create(part[0], int.Parse(part[1], CultureInfo.InvariantCulture))));

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', _numbers.Select(section => string.Create(CultureInfo.InvariantCulture, $"{section.Key}={section.Value}")));
}
