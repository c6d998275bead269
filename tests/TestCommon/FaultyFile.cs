namespace Cadre.TestCommon;

/// <summary>Changes one file of a framework, and fails when what it should change is not there.</summary>
public static class FaultyFile
{
    /// <summary>Changes a text in a line, 1 for the first.</summary>
    public static void Replace(string folder, string file, int line, string from, string to) =>
        Edit(folder, file, lines =>
        {
            if (!lines[line - 1].Contains(from))
                throw new ArgumentException($"{file}, line {line} does not hold {from}.", nameof(from));
            lines[line - 1] = lines[line - 1].Replace(from, to);
        });

    /// <summary>Adds a line at the end.</summary>
    public static void Append(string folder, string file, string line) => Edit(folder, file, lines => lines.Add(line));

    /// <summary>Takes a line out, which must hold a text.</summary>
    public static void Remove(string folder, string file, int line, string holding) =>
        Edit(folder, file, lines =>
        {
            if (!lines[line - 1].Contains(holding))
                throw new ArgumentException($"{file}, line {line} does not hold {holding}.", nameof(holding));
            lines.RemoveAt(line - 1);
        });

    private static void Edit(string folder, string file, Action<List<string>> change)
    {
        var path = Path.Combine(folder, file);
        List<string> lines = [.. File.ReadAllLines(path)];
        change(lines);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }
}
