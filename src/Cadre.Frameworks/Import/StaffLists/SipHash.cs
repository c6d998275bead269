using System.Buffers.Binary;
using System.Numerics;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// SipHash-2-4, a keyed hash of 64 bits (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012). Without the key nobody can tell
/// from a hash whose it is.
/// </summary>
internal readonly struct SipHash
{
    private readonly ulong _first;
    private readonly ulong _second;

    /// <summary>Takes the key.</summary>
    /// <param name="key">16 bytes.</param>
    public SipHash(ReadOnlySpan<byte> key) =>
        (_first, _second) = (BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));

    /// <summary>The hash of some bytes.</summary>
    public ulong Of(ReadOnlySpan<byte> bytes)
    {
        var state = (V0: _first ^ 0x736f6d6570736575UL, V1: _second ^ 0x646f72616e646f6dUL, V2: _first ^ 0x6c7967656e657261UL, V3: _second ^ 0x7465646279746573UL);
        var last = (ulong)bytes.Length << 56;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            state = Mix(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        for (var i = 0; i < bytes.Length; i++)
            last |= (ulong)bytes[i] << (8 * i);
        state = Mix(state, last);
        state.V2 ^= 0xff;
        for (var round = 0; round < 4; round++)
            state = Round(state);
        return state.V0 ^ state.V1 ^ state.V2 ^ state.V3;
    }

    private static (ulong V0, ulong V1, ulong V2, ulong V3) Mix((ulong V0, ulong V1, ulong V2, ulong V3) state, ulong word)
    {
        state.V3 ^= word;
        state = Round(Round(state));
        state.V0 ^= word;
        return state;
    }

    private static (ulong V0, ulong V1, ulong V2, ulong V3) Round((ulong V0, ulong V1, ulong V2, ulong V3) state)
    {
        var (v0, v1, v2, v3) = state;
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
        return (v0, v1, v2, v3);
    }
}
