namespace Cadre.TestCommon.Fuzzing;

/// <summary>Values that readers have tripped over, here or elsewhere.</summary>
public static class FuzzValues
{
    /// <summary>The values, as they stand in a cell or after a key.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", "0", "-0", "-1", "1", "0.5", "1e10", "1e308", "-1e308", "1e-320", "1e309", "NaN", "Infinity", "-Infinity", ".inf", ".nan", "0x10", "0b1", "1_000", "1:30", "\"1,000\"",
        "1,5", "٣", "１", "½", "99999999999999999999", "2147483648", "-2147483649", "4294967296", "9223372036854775808", "1.", ".5", "+5", "-", ".", "1/0", "=1+1",
        "9999-12-31", "0001-01-01", "0000-00-00", "2026-13-45", "2026-02-30", "9999-12", "0001-01", "2026-00", "2025/26", "9999/00", "1e2026-01-01", "1-50", "5-1", "-5",
        "\"", "\"\"", "\"\"\"", "a\"b", "\"a\nb\"", "'", "''", "all", "none", "null", "~", "true", "yes", "baseline", "trust", "nation", "pert", "beta",
        "../x", "/etc/passwd", "C:\\x", "NUL", "x\0y", "\uFEFF", "é", "e\u0301", "😀", "\t", "\r", "\v", "\u0085", "\u2028", "\u202E", "&a", "*a", "!x y", "!!binary x",
        "{", "}", "[", "]", "{}", "[]", "[a, [b, {c: d}]]", "{a: b}", "- a", "? a", ": b", "#", "%", "@", "`", "|", ">", "---", "...", "<<", "%TAG ! x", "<a>", "]]>", "&#0;", "&lt;", "%s{0}",
        new string('9', 400), new string('x', 300), new string('[', 1_500), new string('x', 70_000),
    ];
}
