using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadre.Engine.Kernel;

/// <summary>An array of vectors that begin at whole cache lines: one that straddles two costs twice.</summary>
internal sealed class LaneMemory
{
    private const int CacheLine = 64;

    private readonly double[] _doubles;
    private readonly int _first;

    /// <param name="length">Vectors; what they hold is undefined until it is written.</param>
    public LaneMemory(int length)
    {
        Length = length;
        _doubles = GC.AllocateUninitializedArray<double>((length + 1) * Lane.Count, pinned: true);
        unsafe
        {
            var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_doubles));
            _first = (int)((CacheLine - (address % CacheLine)) % CacheLine / sizeof(double));
        }
    }

    /// <summary>How many vectors there are.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public Span<Lanes> Span => MemoryMarshal.Cast<double, Lanes>(Doubles);

    /// <summary>The same as numbers: the lanes of the first vector, then those of the second, and so on.</summary>
    public Span<double> Doubles => _doubles.AsSpan(_first, Length * Lane.Count);

    /// <summary>Some of them.</summary>
    public Span<Lanes> Slice(int start, int length) => MemoryMarshal.Cast<double, Lanes>(_doubles.AsSpan(_first + (start * Lane.Count), length * Lane.Count));
}
