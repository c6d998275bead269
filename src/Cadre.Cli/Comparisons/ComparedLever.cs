using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Comparisons;

/// <summary>A lever of one of two scenarios, or of both.</summary>
/// <param name="Entry">The lever as its file has it.</param>
/// <param name="In">The scenarios that hold it.</param>
/// <param name="Alone">What it does alone; null when it is off.</param>
internal sealed record ComparedLever(LeverEntry Entry, string In, LeverAlone? Alone)
{
    /// <summary>The levers of <paramref name="a"/>, then those of <paramref name="b"/> that it does not hold in the same words and figures.</summary>
    public static List<ComparedLever> Of(NationalModel model, ScenarioEntry a, ScenarioEntry b, int month, CancellationToken cancellation)
    {
        (LeverEntry Entry, string In)[] levers =
        [
            .. a.Levers.Select(entry => (entry, b.Levers.Contains(entry) ? "both" : a.Scenario.Name)),
            .. b.Levers.Where(entry => !a.Levers.Contains(entry)).Select(entry => (entry, b.Scenario.Name)),
        ];
        var on = levers.Where(lever => lever.Entry.IsOn).Select(lever => lever.Entry.Lever).ToArray();
        if (on.Length == 0) return [.. levers.Select(lever => new ComparedLever(lever.Entry, lever.In, null))];
        var alone = LeverAlone.Of(model, on, month, cancellation).GetEnumerator();
        return [.. levers.Select(lever => new ComparedLever(lever.Entry, lever.In, lever.Entry.IsOn && alone.MoveNext() ? alone.Current : null))];
    }
}
