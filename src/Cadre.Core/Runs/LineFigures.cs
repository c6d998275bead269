using System.Buffers.Binary;
using Cadre.Engine.Model;

namespace Cadre.Core.Runs;

/// <summary>The figures of one line of a run, by month and measure.</summary>
public sealed class LineFigures
{
    private const int Size = 2 + 1 + (4 * 8);

    /// <summary>A measure's number in the bytes is its place here: add at the end, never change the order.</summary>
    private static readonly Measure[] Numbered =
        [Measure.Heads, Measure.Fte, Measure.Posts, Measure.Vacancies, Measure.VacancyRate, Measure.OverEstablishment, Measure.Joiners, Measure.Leavers, Measure.Moves, Measure.Cover];

    private readonly SortedDictionary<(int Month, Measure Measure), Range> _figures = [];

    /// <summary>The months that are held, in order; 0 is the opening day.</summary>
    public IReadOnlyList<int> Months => [.. _figures.Keys.Select(key => key.Month).Distinct()];

    /// <summary>A figure; null where the run does not hold it.</summary>
    /// <param name="month">Month of the run, from 1; 0 for the opening day.</param>
    /// <param name="measure">What is measured.</param>
    public Range? Of(int month, Measure measure) => _figures.TryGetValue((month, measure), out var range) ? range : null;

    /// <summary>Adds a figure.</summary>
    public void Add(int month, Measure measure, Range range) => _figures.Add((month, measure), range);

    /// <summary>As bytes: for each figure month (2 bytes), measure (1) and four doubles, least significant byte first.</summary>
    public byte[] Pack()
    {
        var bytes = new byte[_figures.Count * Size];
        var at = 0;
        foreach (var ((month, measure), range) in _figures)
        {
            var cell = bytes.AsSpan(at, Size);
            BinaryPrimitives.WriteUInt16LittleEndian(cell, checked((ushort)month));
            cell[2] = checked((byte)Array.IndexOf(Numbered, measure));
            BinaryPrimitives.WriteDoubleLittleEndian(cell[3..], range.Central);
            BinaryPrimitives.WriteDoubleLittleEndian(cell[11..], range.Low);
            BinaryPrimitives.WriteDoubleLittleEndian(cell[19..], range.Median);
            BinaryPrimitives.WriteDoubleLittleEndian(cell[27..], range.High);
            at += Size;
        }

        return bytes;
    }

    /// <summary>What <see cref="Pack"/> made.</summary>
    /// <exception cref="InvalidDataException">They are no figures of a line.</exception>
    public static LineFigures Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % Size != 0 || HasUnknown(bytes)) throw new InvalidDataException($"{bytes.Length} bytes are no figures of a line.");
        var figures = new LineFigures();
        for (; bytes.Length > 0; bytes = bytes[Size..])
        {
            figures.Add(
                BinaryPrimitives.ReadUInt16LittleEndian(bytes),
                Numbered[bytes[2]],
                new Range(
                    BinaryPrimitives.ReadDoubleLittleEndian(bytes[3..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[11..]),
                    BinaryPrimitives.ReadDoubleLittleEndian(bytes[19..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[27..])));
        }

        return figures;
    }

    private static bool HasUnknown(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at < bytes.Length; at += Size)
            if (bytes[at] >= Numbered.Length) return true;
        return false;
    }

    /// <summary>A figure of the central run and its range over the futures.</summary>
    /// <param name="Central">The central run's.</param>
    /// <param name="Low">5th percentile.</param>
    /// <param name="Median">Median.</param>
    /// <param name="High">95th percentile.</param>
    public readonly record struct Range(double Central, double Low, double Median, double High);
}
