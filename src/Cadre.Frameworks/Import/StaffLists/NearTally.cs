using System.Security.Cryptography;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// Counts, of cells that are no known code, how many rows are near which. Of a cell a keyed hash is kept, so that each is looked up once, and nothing else;
/// a list of people has more different cells than are looked up.
/// </summary>
internal sealed class NearTally
{
    private const int Most = 5;
    private const int MostCells = 1000;

    private readonly NearNames? _names;
    private readonly SipHash _hash;
    private readonly Dictionary<ulong, string?> _nearOf = [];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>Draws the key.</summary>
    /// <param name="names">What cells may mean; null to count nothing.</param>
    public NearTally(NearNames? names)
    {
        _names = names;
        Span<byte> key = stackalloc byte[16];
        RandomNumberGenerator.Fill(key);
        _hash = new SipHash(key);
    }

    /// <summary>The known ones that cells may mean, that of most rows first.</summary>
    public List<NearName> Names => [.. _rows.OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).Take(Most).Select(name => new NearName(name.Key, name.Value))];

    /// <summary>Adds the cell of a row.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (_names is null || cell.IsEmpty)
            return;
        var hash = _hash.Of(cell);
        if (!_nearOf.TryGetValue(hash, out var near))
        {
            if (_nearOf.Count == MostCells)
                return;
            _nearOf.Add(hash, near = _names.Find(cell));
        }

        if (near is not null)
            _rows[near] = _rows.GetValueOrDefault(near) + 1;
    }
}
