namespace Cadre.Engine.Futures;

/// <summary>
/// The counter-based generator Philox4x32-10: a draw is a function of its seed and counter alone (docs/method.md
/// section 6).
/// </summary>
/// <remarks>
/// J. K. Salmon and others, Parallel random numbers: as easy as 1, 2, 3 (SC11, 2011); checked against the known
/// answers of the authors' library Random123.
/// </remarks>
internal static class Philox
{
    /// <summary>64 random bits: the generator's first two words, the first one low.</summary>
    /// <param name="seed">The key; its low half is key word 0.</param>
    /// <param name="c0">Counter word 0.</param>
    /// <param name="c1">Counter word 1.</param>
    /// <param name="c2">Counter word 2.</param>
    /// <param name="c3">Counter word 3.</param>
    internal static ulong Draw(ulong seed, uint c0, uint c1, uint c2, uint c3)
    {
        var (first, second, _, _) = Block(seed, c0, c1, c2, c3);
        return ((ulong)second << 32) | first;
    }

    /// <summary>The draw as a fraction, over 0 and (but for 1 draw in 2^53, which rounds up) below 1.</summary>
    internal static double ToUnit(ulong draw) => ((draw >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>The four words of ten rounds.</summary>
    internal static (uint First, uint Second, uint Third, uint Fourth) Block(ulong seed, uint c0, uint c1, uint c2, uint c3)
    {
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < 10; round++)
        {
            var p0 = 0xD2511F53UL * c0;
            var p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 = unchecked(k0 + 0x9E3779B9);
            k1 = unchecked(k1 + 0xBB67AE85);
        }

        return (c0, c1, c2, c3);
    }
}
