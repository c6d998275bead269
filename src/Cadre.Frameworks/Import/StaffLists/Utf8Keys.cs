using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Numbers by name, found by the name's UTF-8 bytes, so that looking a cell up allocates nothing.</summary>
internal sealed class Utf8Keys
{
    private readonly Dictionary<byte[], int> _numbers = new(new Bytes());
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public Utf8Keys() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Gives a name its number, in the place of one that it had.</summary>
    public void Set(string name, int number) => _numbers[Encoding.UTF8.GetBytes(name)] = number;

    /// <summary>Gives a name its number unless it has one.</summary>
    public void TryAdd(string name, int number) => _numbers.TryAdd(Encoding.UTF8.GetBytes(name), number);

    /// <summary>The number of a name; -1 when it has none.</summary>
    public int Find(ReadOnlySpan<byte> name) => _lookup.TryGetValue(name, out var number) ? number : -1;

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
