using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>A copy of the small framework with scenarios in it.</summary>
internal static class ScenarioFiles
{
    /// <summary>Levers of the scenario <c>stay</c>, whole from April 2026.</summary>
    public const string Stay = """
        levers:
          - id: nurses.stay
            parameter: leaving_rate
            staff_group: nurses
            effect: multiply
            size: -20
            start: 2026-04
            cost_per_year: 120000
            reason: test
            grade: D
            source: synthetic
          - id: posts
            parameter: posts_growth
            effect: add
            size: 1
            start: 2026-04
            on: false
            reason: test
            grade: D
            source: synthetic
        """;

    /// <summary>A changed row of the scenario <c>poor</c>.</summary>
    public const string Poor = """
        assumptions:
          - id: posts_growth
            distribution: fixed
            central: 0
            reason: no money
            grade: D
            source: synthetic
        """;

    /// <summary>Copies the framework and gives it the scenarios <c>stay</c>, <c>poor</c>, <c>nothing</c>, <c>off</c> and <c>zero</c>.</summary>
    /// <returns>Path of the copy.</returns>
    public static string CopyTo(string folder)
    {
        var copy = SmallFramework.CopyTo(folder);
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        Write(copy, "stay", Stay);
        Write(copy, "poor", Poor);
        Write(copy, "nothing", "");
        Write(copy, "off", Stay.Replace("    cost_per_year: 120000", "    on: false"));
        Write(copy, "zero", Stay.Replace("size: -20", "size: 0"));
        return copy;
    }

    /// <summary>Writes a scenario.</summary>
    public static void Write(string framework, string name, string differences) =>
        File.WriteAllText(Path.Combine(framework, "scenarios", $"{name}.yaml"), $"name: {name}\ntitle: The scenario {name}\ntext: What {name} stands for.\n{differences}\n");
}
