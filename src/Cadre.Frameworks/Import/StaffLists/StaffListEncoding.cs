using System.Buffers;
using System.Text.Unicode;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>What the bytes of a list are that is not UTF-8. Lists in UTF-16 or UTF-32 with their byte order mark have become UTF-8 before.</summary>
internal static class StaffListEncoding
{
    /// <summary>Bytes that stand for nothing in Windows-1252.</summary>
    private static readonly SearchValues<byte> OfNoLetter = SearchValues.Create([0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

    /// <summary>Why the first line is no text; null when it is.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("PK"u8) && line.Contains((byte)0))
            return "a spreadsheet or another compressed file";
        if (line.Contains((byte)0))
            return "bytes of UTF-16 without its byte order mark, or no text at all";
        return Utf8.IsValid(line) ? null : NameOf(line);
    }

    /// <summary>What the bytes look like: Windows-1252 where it has a letter or sign for each of them.</summary>
    public static string NameOf(ReadOnlySpan<byte> line) =>
        line.ContainsAny(OfNoLetter) ? "bytes that are not UTF-8" : "bytes as of Windows-1252";
}
