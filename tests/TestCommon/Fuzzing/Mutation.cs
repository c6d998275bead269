namespace Cadre.TestCommon.Fuzzing;

/// <summary>Spoils the bytes of a file.</summary>
public static class Mutation
{
    private static readonly byte[] Spoilers = [0, (byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)':', (byte)'-', (byte)'[', (byte)'{', (byte)'\'', (byte)'&', (byte)'9', (byte)' ', (byte)'\t', 0xFF, 0xC3, 0xED, 0x80];

    /// <summary>Makes a mutant of a file: one to four changes, each raw or of the file's cells, lines or parts.</summary>
    /// <param name="name">Name of the file, whose ending says what it is made of.</param>
    /// <param name="bytes">The sound bytes.</param>
    /// <param name="other">The bytes of another file, for splices.</param>
    /// <param name="draws">What is drawn.</param>
    /// <returns>The bytes, and what was done in words.</returns>
    public static (byte[] Bytes, string What) Make(string name, byte[] bytes, byte[] other, FuzzDraws draws)
    {
        var steps = new List<string>();
        for (var left = 1 + (draws.Below(4) * draws.Below(2)); left > 0; left--)
            (bytes, var step) = Step(name, bytes, other, draws, steps);
        return (bytes, string.Join(", ", steps));
    }

    private static (byte[] Bytes, string What) Step(string name, byte[] bytes, byte[] other, FuzzDraws draws, List<string> steps)
    {
        var isStructured = draws.Below(3) > 0;
        var (spoilt, what) = Path.GetExtension(name) switch
        {
            ".csv" when isStructured => CsvMutation.Make(bytes, draws),
            ".yaml" or ".json" when isStructured => LineMutation.Make(bytes, draws),
            ".xlsx" when isStructured => PackedMutation.Zip(bytes, other, draws),
            ".gz" when isStructured => PackedMutation.Gzip(bytes, other, draws),
            _ => Raw(bytes, other, draws),
        };
        steps.Add(what);
        return (spoilt, what);
    }

    /// <summary>Changes bytes without regard to what they mean.</summary>
    public static (byte[] Bytes, string What) Raw(byte[] bytes, byte[] other, FuzzDraws draws)
    {
        var (at, to) = (draws.Below(bytes.Length + 1), draws.Below(bytes.Length + 1));
        if (at > to) (at, to) = (to, at);
        switch (draws.Below(8))
        {
            case 0 when at < bytes.Length:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << draws.Below(8));
                return (flipped, $"bit flipped at {at}");
            case 1:
                return (bytes[..at], $"cut off at {at}");
            case 2:
                return ([.. bytes[..at], .. bytes[to..]], $"{at} to {to} cut out");
            case 3:
                return ([.. bytes[..to], .. bytes[at..]], $"{at} to {to} doubled");
            case 4:
                var (from, end) = (draws.Below(other.Length + 1), draws.Below(other.Length + 1));
                return ([.. bytes[..at], .. other[Math.Min(from, end)..Math.Max(from, end)], .. bytes[to..]], $"{at} to {to} replaced from another file");
            case 5:
                var times = draws.Below(20) == 0 ? 100_000 : 1 + draws.Below(300);
                return ([.. bytes[..at], .. Enumerable.Repeat(draws.Of(Spoilers), times), .. bytes[at..]], $"a byte put in {times} times at {at}");
            case 6:
                return ([.. bytes[..at], .. System.Text.Encoding.UTF8.GetBytes(draws.Of(FuzzValues.All)), .. bytes[at..]], $"a value put in at {at}");
            default:
                if (bytes.Length == 0) return ([draws.Of(Spoilers)], "one byte");
                byte[] spoilt = [.. bytes];
                spoilt[at % bytes.Length] = draws.Of(Spoilers);
                return (spoilt, $"byte {at % bytes.Length} replaced");
        }
    }
}
