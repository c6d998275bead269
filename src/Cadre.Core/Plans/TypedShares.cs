using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Core.Plans;

/// <summary>Shares of places as somebody typed them: a line for each, a code and a number; what stands after these is for the reader alone.</summary>
public static class TypedShares
{
    /// <summary>The greatest share.</summary>
    public const double Most = 1e9;

    /// <summary>Whether a number can be a share.</summary>
    public static bool IsShare(double share) => share is >= 0 and <= Most;

    /// <summary>A line for each place that plans, with its share of all posts on the opening day in per cent and its name: what somebody begins from.</summary>
    public static string Example(PlanBasis basis)
    {
        decimal[] posts = [.. basis.Places.Select(place => basis.Posts.LinesOf(basis.Model.Places[place].Code).Sum(line => basis.Posts.Of(basis.Model.Places[place].Code, line)[0]))];
        var all = posts.Sum();
        return string.Join('\n', basis.Places.Zip(posts, (place, own) => string.Create(CultureInfo.InvariantCulture, $"{basis.Model.Places[place].Code} {(all > 0 ? 100 * own / all : 1):0.00} {basis.Model.Places[place].Name}")));
    }

    /// <summary>Reads them: a share of 0 or more for each place that plans, and every fault.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="basis">The places.</param>
    public static (IReadOnlyDictionary<string, double> Shares, IReadOnlyList<string> Faults) Read(string text, PlanBasis basis)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var faults = new List<string>();
        var known = basis.Places.Select(place => basis.Model.Places[place]).ToDictionary(place => place.Code, StringComparer.Ordinal);
        foreach (var (i, line) in text.Split('\n').Index())
        {
            string[] cells = line.Split([' ', '\t', ',', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 0) continue;
            if (cells.Length < 2 || !double.TryParse(cells[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) || !IsShare(share))
                faults.Add($"Line {i + 1}: expected the code of a place and a number from 0, like \"{known.Keys.First()} 12.5\"");
            else if (!known.TryGetValue(cells[0], out var place))
                faults.Add($"Line {i + 1}: no place that plans has the code \"{cells[0]}\"");
            else if (!shares.TryAdd(cells[0], share))
                faults.Add($"Line {i + 1}: {place.Name} ({place.Code}) has a share already");
        }

        Place[] missing = [.. known.Values.Where(place => !shares.ContainsKey(place.Code))];
        if (missing.Length > 0) faults.Add(missing.Length == known.Count ? "Type a share for each place" : $"A share is missing for {string.Join(", ", missing.Take(5).Select(place => $"{place.Name} ({place.Code})"))}{(missing.Length > 5 ? $" and {missing.Length - 5} more" : "")}");
        else if (faults.Count == 0 && shares.Values.Sum() == 0) faults.Add("At least one share must be over 0");
        return (shares, faults);
    }
}
