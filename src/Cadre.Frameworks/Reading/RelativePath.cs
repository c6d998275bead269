using System.Buffers;

namespace Cadre.Frameworks.Reading;

/// <summary>Paths that a file names: under a folder that the user gives, and the same on every system.</summary>
internal static class RelativePath
{
    /// <summary>What a path should be.</summary>
    public const string Expected = "a path under the data folder, with / between folders";

    private static readonly SearchValues<char> OfNoName = SearchValues.Create("\\:*?\"<>|");

    /// <summary>What Windows takes for a device, whatever ending follows.</summary>
    private static readonly HashSet<string> Devices = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(number => new[] { FormattableString.Invariant($"COM{number}"), FormattableString.Invariant($"LPT{number}") }),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path leads out of its folder, or means something else on another system.</summary>
    public static bool IsFaulty(string path) =>
        path.StartsWith('/') || path.AsSpan().ContainsAny(OfNoName) || path.Any(char.IsControl) || path.Split('/').Any(IsFaultyStep);

    private static bool IsFaultyStep(string step) =>
        step.Length == 0 || step is "." or ".." || step[^1] is '.' or ' ' || Devices.Contains(step.Split('.')[0].TrimEnd());
}
