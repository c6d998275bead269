using System.Security.Cryptography;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// Counts people by place and over all of them: somebody with two posts at one place counts there once. A pseudonym is kept as a keyed hash of 64 bits
/// alone, under a key that is drawn for the run and never written; of ten million people two would share a hash once in four hundred thousand runs.
/// </summary>
internal sealed class PeopleCount
{
    private readonly int[] _byPlace;
    private readonly SipHash _hash;
    private readonly DistinctHashes _everywhere = new();
    private readonly DistinctHashes _atPlaces = new();
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

    /// <summary>Adds a post of somebody.</summary>
    public void Add(int place, ReadOnlySpan<byte> pseudonym)
    {
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
