using System.Security.Cryptography;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// Counts people by place and over all of them: somebody with two posts at one place counts there once. A pseudonym, and its row, is kept as a keyed hash of 64 bits
/// alone, under a key that is drawn for the run and never written; of ten million people two would share a hash once in four hundred thousand runs.
/// </summary>
internal sealed class PeopleCount
{
    private readonly int[] _byPlace;
    private readonly SipHash _hash;
    private readonly DistinctHashes _everywhere = new();
    private readonly DistinctHashes _atPlaces = new();
    private readonly DistinctHashes _rows = new();
    private int _nameless;

    /// <summary>Draws the key.</summary>
    /// <param name="places">How many places there are.</param>
    public PeopleCount(int places)
    {
        _byPlace = new int[places];
        Span<byte> key = stackalloc byte[16];
        RandomNumberGenerator.Fill(key);
        _hash = new SipHash(key);
    }

    /// <summary>People by place.</summary>
    public IReadOnlyList<int> ByPlace => _byPlace;

    /// <summary>People, each counted once wherever they work.</summary>
    public int Total => _everywhere.Count + _nameless;

    /// <summary>Rows that repeat another of the same person to the letter.</summary>
    public int Repeated { get; private set; }

    /// <summary>Adds a post of somebody.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="pseudonym">Whose it is.</param>
    /// <param name="row">The whole row, of which a hash is kept.</param>
    public void Add(int place, ReadOnlySpan<byte> pseudonym, ReadOnlySpan<byte> row)
    {
        if (!_rows.Add(_hash.Of(row)))
            Repeated++;
        var hash = _hash.Of(pseudonym);
        _everywhere.Add(hash);
        if (_atPlaces.Add((hash ^ ((ulong)(place + 1) * 0x9e3779b97f4a7c15UL)) * 0xd6e8feb86659fd93UL))
            _byPlace[place]++;
    }

    /// <summary>Adds a post without a pseudonym, which counts as a person of its own.</summary>
    public void AddNameless(int place)
    {
        _nameless++;
        _byPlace[place]++;
    }
}
