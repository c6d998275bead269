using Cadre.TestCommon;

namespace Cadre.Web.Tests;

/// <summary>The made-up small nation with a scenario of its own, in which nurses' posts grow faster.</summary>
internal static class ScenarioOfSmallNation
{
    private const string MorePosts = """
        name: more-posts
        title: Nurses' posts grow by three percentage points more
        text: >-
          Made up for tests.

        levers:
          - id: more-posts
            parameter: posts_growth
            staff_group: nurses
            effect: add
            size: 3
            start: 2026-01
            ramp: step
            reason: made up for tests
            grade: D
            source: synthetic

        """;

    /// <summary>Copies it into a folder.</summary>
    /// <returns>The path of the copy.</returns>
    public static string In(string folder)
    {
        var copy = SmallFramework.CopyTo(folder);
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        File.WriteAllText(Path.Combine(copy, "scenarios", "more-posts.yaml"), MorePosts.ReplaceLineEndings("\n"));
        return copy;
    }
}
