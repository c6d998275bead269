namespace Cadre.TestCommon.Fuzzing;

/// <summary>Draws of one mutant, which its seed alone decides: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
/// <param name="seed">Any number.</param>
public sealed class FuzzDraws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9e3779b97f4a7c15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xbf58476d1ce4e5b9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 up to but without <paramref name="end"/>, which is at least 1.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
