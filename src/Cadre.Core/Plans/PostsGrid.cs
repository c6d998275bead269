using System.Text.Json;

namespace Cadre.Core.Plans;

/// <summary>Posts by place, service, staff group and quarter, FTE in hundredths: sums are exact.</summary>
public sealed class PostsGrid
{
    private readonly Dictionary<string, Dictionary<PlanLine, decimal[]>> _places = [];

    /// <param name="quarters">Quarters of each line, the opening day's first.</param>
    public PostsGrid(int quarters) => Quarters = quarters;

    /// <summary>Quarters of each line, the opening day's first.</summary>
    public int Quarters { get; }

    /// <summary>Codes of the places.</summary>
    public IEnumerable<string> Places => _places.Keys;

    /// <summary>The lines of a place.</summary>
    public IReadOnlyCollection<PlanLine> LinesOf(string place) => _places.TryGetValue(place, out var lines) ? lines.Keys : [];

    /// <summary>The posts of a line of a place by quarter; empty where it has none.</summary>
    public ReadOnlySpan<decimal> Of(string place, PlanLine line) => _places.TryGetValue(place, out var lines) && lines.TryGetValue(line, out var posts) ? posts : [];

    /// <summary>Sets a quarter of a line of a place.</summary>
    public void Set(string place, PlanLine line, int quarter, decimal fte)
    {
        if (!_places.TryGetValue(place, out var lines)) _places.Add(place, lines = []);
        if (!lines.TryGetValue(line, out var posts)) lines.Add(line, posts = new decimal[Quarters]);
        posts[quarter] = fte;
    }

    /// <summary>As text.</summary>
    public string ToText() => JsonSerializer.Serialize(_places.ToDictionary(place => place.Key, place => place.Value.ToDictionary(line => $"{line.Key.Service}/{line.Key.StaffGroup}", line => line.Value)));

    /// <summary>What <see cref="ToText"/> made.</summary>
    public static PostsGrid Parse(string text)
    {
        var places = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, decimal[]>>>(text)!;
        var grid = new PostsGrid(places.Values.SelectMany(lines => lines.Values).FirstOrDefault()?.Length ?? 0);
        foreach (var (place, lines) in places)
        {
            grid._places.Add(place, lines.ToDictionary(line => line.Key.Split('/') is [var service, var group] ? new PlanLine(service, group) : throw new FormatException(line.Key), line => line.Value));
        }

        return grid;
    }
}
