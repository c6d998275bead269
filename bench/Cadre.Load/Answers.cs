using System.Globalization;

namespace Cadre.Load;

/// <summary>How long answers took, and how many were errors, by kind of request.</summary>
internal sealed class Answers(IEnumerable<string> kinds)
{
    private readonly Dictionary<string, List<double>> _milliseconds = kinds.ToDictionary(kind => kind, _ => new List<double>());
    private readonly Dictionary<string, List<string>> _errors = kinds.ToDictionary(kind => kind, _ => new List<string>());
    private readonly Lock _lock = new();

    /// <summary>Notes an answer.</summary>
    public void Add(string kind, TimeSpan time, string? error)
    {
        lock (_lock)
        {
            _milliseconds[kind].Add(time.TotalMilliseconds);
            if (error is not null) _errors[kind].Add(error);
        }
    }

    /// <summary>Prints the table.</summary>
    /// <returns>Whether there was no error.</returns>
    public bool Print(TextWriter output)
    {
        output.WriteLine($"{"",-28}{"requests",10}{"errors",8}{"p50 ms",9}{"p95 ms",9}{"max ms",9}");
        foreach (var (kind, times) in _milliseconds)
        {
            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-28}{times.Count,10}{_errors[kind].Count,8}{At(times, 0.5),9:0.0}{At(times, 0.95),9:0.0}{At(times, 1),9:0.0}"));
        }

        foreach (var error in _errors.SelectMany(kind => kind.Value.Distinct().Take(3)))
            output.WriteLine(error);
        return _errors.All(kind => kind.Value.Count == 0);
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
