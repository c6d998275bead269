using System.Buffers.Binary;
using Cadre.Engine.Model;

namespace Cadre.Core.Runs;

/// <summary>The figures of one line of a run, by month and measure.</summary>
public sealed class LineFigures
{
    private const int Size = 2 + 1 + (4 * 8);

    /// <summary>Number of <see cref="NeedMeasure"/>'s first in the bytes; those of the others follow in their order. The next new measure of a run is number 12.</summary>
    private const int FirstOfNeed = 10;

    private const int Numbers = FirstOfNeed + 2;

    /// <summary>A measure's number in the bytes is its place here: never change the order.</summary>
    private static readonly Measure[] Numbered =
        [Measure.Heads, Measure.Fte, Measure.Posts, Measure.Vacancies, Measure.VacancyRate, Measure.OverEstablishment, Measure.Joiners, Measure.Leavers, Measure.Moves, Measure.Cover];

    /// <summary>The figures as they are packed, by month and then by measure's number: a page looks at a few of the hundreds that each of its lines has.</summary>
    private byte[] _cells = [];

    private int _count;

    /// <summary>The months that are held, in order; 0 is the opening day.</summary>
    public IReadOnlyList<int> Months
    {
        get
        {
            var months = new List<int>();
            for (var at = 0; at < _count; at++)
                if (KeyAt(at) >> 8 is var month && (months.Count == 0 || months[^1] != month)) months.Add(month);
            return months;
        }
    }

    /// <summary>A figure; null where the run does not hold it.</summary>
    /// <param name="month">Month of the run, from 1; 0 for the opening day.</param>
    /// <param name="measure">What is measured.</param>
    public Range? Of(int month, Measure measure) => At(KeyOf(month, NumberOf(measure)));

    /// <summary>A figure of need; null where the run does not hold it.</summary>
    /// <param name="month">Month of the run, from 1.</param>
    /// <param name="measure">What of it.</param>
    public Range? Of(int month, NeedMeasure measure) => At(KeyOf(month, FirstOfNeed + (int)measure));

    /// <summary>Whether the run holds the need of the line.</summary>
    public bool HasNeed
    {
        get
        {
            for (var at = 0; at < _count; at++)
                if (_cells[(at * Size) + 2] >= FirstOfNeed) return true;
            return false;
        }
    }

    private Range? At(int key)
    {
        if (Find(key) is not (>= 0 and var at)) return null;
        var cell = _cells.AsSpan(at * Size, Size);
        return new Range(
            BinaryPrimitives.ReadDoubleLittleEndian(cell[3..]), BinaryPrimitives.ReadDoubleLittleEndian(cell[11..]),
            BinaryPrimitives.ReadDoubleLittleEndian(cell[19..]), BinaryPrimitives.ReadDoubleLittleEndian(cell[27..]));
    }

    /// <summary>Adds a figure.</summary>
    /// <exception cref="ArgumentException">It is held already.</exception>
    public void Add(int month, Measure measure, Range range) => Add(month, NumberOf(measure), $"{measure}", range);

    /// <summary>Adds a figure of need.</summary>
    /// <exception cref="ArgumentException">It is held already.</exception>
    public void Add(int month, NeedMeasure measure, Range range) => Add(month, FirstOfNeed + (int)measure, $"{measure}", range);

    private void Add(int month, int number, string name, Range range)
    {
        var at = ~Find(KeyOf(month, number));
        if (at < 0) throw new ArgumentException($"{name} of month {month} is held already.", nameof(name));
        if (_count * Size == _cells.Length) Array.Resize(ref _cells, Math.Max(16, 2 * _count) * Size);
        _cells.AsSpan(at * Size, (_count - at) * Size).CopyTo(_cells.AsSpan((at + 1) * Size));
        _count++;
        var cell = _cells.AsSpan(at * Size, Size);
        BinaryPrimitives.WriteUInt16LittleEndian(cell, checked((ushort)month));
        cell[2] = checked((byte)number);
        BinaryPrimitives.WriteDoubleLittleEndian(cell[3..], range.Central);
        BinaryPrimitives.WriteDoubleLittleEndian(cell[11..], range.Low);
        BinaryPrimitives.WriteDoubleLittleEndian(cell[19..], range.Median);
        BinaryPrimitives.WriteDoubleLittleEndian(cell[27..], range.High);
    }

    /// <summary>As bytes: for each figure month (2 bytes), measure (1) and four doubles, least significant byte first.</summary>
    public byte[] Pack() => _cells.AsSpan(0, _count * Size).ToArray();

    /// <summary>What <see cref="Pack"/> made.</summary>
    /// <exception cref="InvalidDataException">They are no figures of a line.</exception>
    public static LineFigures Unpack(ReadOnlySpan<byte> bytes)
    {
        var figures = new LineFigures { _cells = bytes.ToArray(), _count = bytes.Length / Size };
        if (bytes.Length % Size != 0 || !figures.AreInOrder()) throw new InvalidDataException($"{bytes.Length} bytes are no figures of a line.");
        return figures;
    }

    private static int NumberOf(Measure measure) => Array.IndexOf(Numbered, measure);

    private static int KeyOf(int month, int number) => (month << 8) | number;

    private int KeyAt(int at) => (BinaryPrimitives.ReadUInt16LittleEndian(_cells.AsSpan(at * Size)) << 8) | _cells[(at * Size) + 2];

    private bool AreInOrder()
    {
        for (var at = 0; at < _count; at++)
            if (_cells[(at * Size) + 2] >= Numbers || (at > 0 && KeyAt(at) <= KeyAt(at - 1))) return false;
        return true;
    }

    /// <summary>Where a figure stands; the complement of where it would where there is none.</summary>
    private int Find(int key)
    {
        var (low, high) = (0, _count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = KeyAt(middle);
            if (found == key) return middle;
            if (found < key) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    /// <summary>A figure of the central run and its range over the futures.</summary>
    /// <param name="Central">The central run's.</param>
    /// <param name="Low">5th percentile.</param>
    /// <param name="Median">Median.</param>
    /// <param name="High">95th percentile.</param>
    public readonly record struct Range(double Central, double Low, double Median, double High);
}
