using System.IO.Compression;
using System.Text;

namespace Cadre.TestCommon.Fuzzing;

/// <summary>Spoils what is packed, so that mutants get past the packing.</summary>
internal static class PackedMutation
{
    public static (byte[] Bytes, string What) Gzip(byte[] bytes, byte[] other, FuzzDraws draws)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
                gzip.CopyTo(unpacked);
            var (spoilt, what) = CsvMutation.Make(unpacked.ToArray(), draws);
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
                gzip.Write(spoilt);
            return (packed.ToArray(), $"unpacked: {what}");
        }
        catch (InvalidDataException)
        {
            return Mutation.Raw(bytes, other, draws);
        }
    }

    public static (byte[] Bytes, string What) Zip(byte[] bytes, byte[] other, FuzzDraws draws)
    {
        List<(string Name, byte[] Bytes)> parts = [];
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var part = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(part);
                parts.Add((entry.FullName, part.ToArray()));
            }
        }
        catch (Exception spoilt) when (spoilt is InvalidDataException or IOException or NotSupportedException)
        {
            return Mutation.Raw(bytes, other, draws);
        }

        if (parts.Count == 0)
            return Mutation.Raw(bytes, other, draws);
        var at = draws.Below(parts.Count);
        var (name, sound) = parts[at];
        var (changed, what) = draws.Below(3) > 0 ? Xml(sound, draws) : Mutation.Raw(sound, parts[draws.Below(parts.Count)].Bytes, draws);
        parts[at] = (draws.Below(20) == 0 ? draws.Of(parts).Name : name, changed);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var stream = zip.CreateEntry(part.Name, CompressionLevel.Fastest).Open();
                stream.Write(part.Bytes);
            }
        }

        return (packed.ToArray(), $"{name}: {what}");
    }

    /// <summary>Replaces a tag, a text or the value of an attribute.</summary>
    private static (byte[] Bytes, string What) Xml(byte[] bytes, FuzzDraws draws)
    {
        string[] pieces = Encoding.UTF8.GetString(bytes).Split('"', '>');
        var text = Encoding.UTF8.GetString(bytes);
        var piece = draws.Of(pieces);
        var value = draws.Below(3) switch { 0 => "", 1 => draws.Of(pieces), _ => draws.Of(FuzzValues.All) };
        var at = piece.Length == 0 ? -1 : text.IndexOf(piece, StringComparison.Ordinal);
        return at < 0
            ? (bytes, "nothing")
            : (Encoding.UTF8.GetBytes(text[..at] + value + text[(at + piece.Length)..]), $"'{CsvMutation.Shown(piece)}' now {CsvMutation.Shown(value)}");
    }
}
