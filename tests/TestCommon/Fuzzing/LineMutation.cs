using System.Text;

namespace Cadre.TestCommon.Fuzzing;

/// <summary>Spoils a file of keys and values: values, keys, indents and lines.</summary>
internal static class LineMutation
{
    public static (byte[] Bytes, string What) Make(byte[] bytes, FuzzDraws draws)
    {
        List<string> lines = [.. Encoding.UTF8.GetString(bytes).Split('\n')];
        var what = Change(lines, draws);
        return (Encoding.UTF8.GetBytes(string.Join('\n', lines)), what);
    }

    private static string Change(List<string> lines, FuzzDraws draws)
    {
        var (at, other) = (draws.Below(lines.Count), draws.Below(lines.Count));
        var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
        var value = draws.Of(FuzzValues.All);
        switch (draws.Below(10))
        {
            case 0:
                lines.Insert(other, lines[at]);
                return $"line {at + 1} doubled as {other + 1}";
            case 1 when lines.Count > 1:
                lines.RemoveAt(at);
                return $"line {at + 1} taken out";
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                return $"lines {at + 1} and {other + 1} swapped";
            case 3:
                lines[at] = new string(' ', draws.Below(6)) + lines[at].TrimStart();
                return $"line {at + 1} indented otherwise";
            case 4 when colon > 0:
                lines[at] = $"{value}{lines[at][colon..]}";
                return $"key of line {at + 1} now {CsvMutation.Shown(value)}";
            case 5 when lines[at].Contains(','):
                string[] parts = lines[at].Split(',');
                parts[draws.Below(parts.Length)] = value;
                lines[at] = string.Join(',', parts);
                return $"part of line {at + 1} now {CsvMutation.Shown(value)}";
            default:
                lines[at] = colon < 0 ? value : $"{lines[at][..(colon + 1)]} {value}{(lines[at].EndsWith(',') ? "," : "")}";
                return $"value of line {at + 1} now {CsvMutation.Shown(value)}";
        }
    }
}
