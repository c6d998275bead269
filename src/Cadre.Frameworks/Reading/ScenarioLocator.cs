using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Finds a scenario of a framework by name or path.</summary>
public static class ScenarioLocator
{
    /// <summary>The baseline, the framework's scenario of that name, or the one in a file elsewhere.</summary>
    /// <param name="nameOrPath"><c>baseline</c>, the name of a scenario, or the path of a file that ends in <c>.yaml</c>.</param>
    /// <param name="framework">The framework that it changes.</param>
    /// <exception cref="FrameworkException">There is none, which the message says with the names that exist, or the file has faults.</exception>
    public static ScenarioEntry Find(string nameOrPath, Framework framework)
    {
        if (nameOrPath == Scenario.Baseline.Name) return ScenarioEntry.Baseline;
        if (framework.Scenarios.FirstOrDefault(entry => entry.Scenario.Name == nameOrPath) is { } named) return named;
        if (nameOrPath.EndsWith(".yaml", StringComparison.Ordinal)) return ScenarioReader.Read(nameOrPath, framework);
        string[] names = [Scenario.Baseline.Name, .. framework.Scenarios.Select(entry => entry.Scenario.Name)];
        throw new FrameworkException([new Problem(
            nameOrPath, 0, null, "no such scenario", $"one of {string.Join(", ", names)}, or the path of a .yaml file{Nearest.Suggestion(nameOrPath, names)}")]);
    }
}
