using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Comparisons;

/// <summary>A row of the register that one of two scenarios changes, or both.</summary>
/// <param name="Was">The framework's row.</param>
/// <param name="Is">The scenario's row.</param>
/// <param name="In">The scenarios that change it so.</param>
/// <param name="Reason">Why.</param>
internal sealed record ComparedChange(Assumption Was, Assumption Is, string In, string Reason)
{
    /// <summary>The changes of <paramref name="a"/>, then those of <paramref name="b"/> that it does not make.</summary>
    public static List<ComparedChange> Of(Framework framework, ScenarioEntry a, ScenarioEntry b)
    {
        ComparedChange Change(ChangeEntry entry, string scenarios) => new(framework.Model.Assumptions[entry.Row], entry.Assumption, scenarios, entry.Reason);
        return
        [
            .. a.Changes.Select(entry => Change(entry, b.Changes.Contains(entry) ? "both" : a.Scenario.Name)),
            .. b.Changes.Where(entry => !a.Changes.Contains(entry)).Select(entry => Change(entry, b.Scenario.Name)),
        ];
    }
}
