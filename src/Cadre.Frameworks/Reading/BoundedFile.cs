namespace Cadre.Frameworks.Reading;

/// <summary>
/// Reads a file whole, but no more of it than a file of its kind holds: what is refused is not read to its end, so that memory stays bounded
/// whatever is given.
/// </summary>
internal static class BoundedFile
{
    /// <summary>Longest line in bytes, without its end; one longer is no row and no key.</summary>
    public const int LongestLine = 1 << 16;

    /// <summary>Most bytes of a table.</summary>
    public const long MostBytesOfTable = 1 << 28;

    /// <summary>Most bytes of a YAML file.</summary>
    public const long MostBytesOfYaml = 1 << 22;

    private const int BlockSize = 1 << 16;

    /// <summary>Reads a file; null where it is refused, which is reported with the line that is at fault.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="problems">Takes the fault.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[]? Read(string path, string name, Problems problems)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Read(file, name, problems);
    }

    /// <summary>Reads a stream to its end; null where it is refused.</summary>
    internal static byte[]? Read(Stream file, string name, Problems problems)
    {
        var most = name.EndsWith(".yaml", StringComparison.Ordinal) ? MostBytesOfYaml : MostBytesOfTable;
        using var bytes = new MemoryStream(file.CanSeek ? (int)Math.Min(file.Length, BlockSize) : 0);
        var block = new byte[BlockSize];
        var (line, length) = (1, 0);
        for (int read; (read = file.Read(block)) > 0;)
        {
            if (!FitsLines(block.AsSpan(0, read), ref line, ref length))
                return Refuse(new Problem(name, line, null, FormattableString.Invariant($"a line that is longer than {LongestLine:#,0} bytes"), "lines that are shorter"));
            if (bytes.Length + read > most)
                return Refuse(new Problem(name, line, null, FormattableString.Invariant($"more than {most:#,0} bytes up to this line"), "a smaller file"));
            bytes.Write(block, 0, read);
        }

        return bytes.ToArray();

        byte[]? Refuse(Problem problem)
        {
            problems.Add(problem);
            return null;
        }
    }

    /// <summary>Whether the lines of a block are short enough; counts lines, and the bytes of the last.</summary>
    private static bool FitsLines(ReadOnlySpan<byte> block, ref int line, ref int length)
    {
        while (true)
        {
            var feed = block.IndexOf((byte)'\n');
            length += feed < 0 ? block.Length : feed;
            if (length > LongestLine) return false;
            if (feed < 0) return true;
            (line, length) = (line + 1, 0);
            block = block[(feed + 1)..];
        }
    }
}
