using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Tells which rows of a publication are used and which are not, each once; of each reason a few lines and examples, however many rows there are.</summary>
internal sealed class PublicationTally
{
    private const int Most = 5;

    private readonly Dictionary<int, int> _used = [];
    private readonly Dictionary<int, (string Reason, string? Example, string? Near)> _left = [];

    /// <summary>Rows whose figures are used.</summary>
    public int Used => _used.Count;

    /// <summary>What was left out, by reason in the order in which they were met.</summary>
    public IReadOnlyList<LeftOutPublished> LeftOut =>
    [
        .. _left.GroupBy(row => row.Value.Reason).Select(rows => new LeftOutPublished(
            rows.Key, rows.Count(), [.. rows.Select(row => row.Key).Order().Take(Most)],
            [.. rows.Select(row => row.Value.Example).OfType<string>().Distinct().Take(Most)], [.. rows.Select(row => row.Value.Near).OfType<string>().Distinct().Take(Most)])),
    ];

    /// <summary>Counts a row as used, whatever was said of it before.</summary>
    public void Use(PublishedRow row)
    {
        _left.Remove(row.Line);
        _used[row.Line] = _used.GetValueOrDefault(row.Line) + 1;
    }

    /// <summary>Counts a row as left out, unless something else uses it; of several reasons the first counts.</summary>
    /// <param name="row">The row.</param>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="example">What stands there; null where the reason says it.</param>
    /// <param name="near">What of the framework it may mean; null for nothing.</param>
    public void LeaveOut(PublishedRow row, string reason, string? example = null, string? near = null)
    {
        if (!_used.ContainsKey(row.Line))
            _left.TryAdd(row.Line, (reason, example is null ? null : FoundText.Short(example), near));
    }

    /// <summary>Takes back that rows were used: their figures came to nothing, for a reason that is only known in the end.</summary>
    public void LeaveOutAfterAll(IEnumerable<PublishedRow> rows, string reason, string? example = null, string? near = null)
    {
        foreach (var row in rows.Where(row => _used.ContainsKey(row.Line)))
        {
            if (--_used[row.Line] > 0)
                continue;
            _used.Remove(row.Line);
            LeaveOut(row, reason, example, near);
        }
    }
}
