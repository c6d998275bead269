using System.Diagnostics;
using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Web.Tests;

/// <summary>Style and script built again from their sources, and the examples of the design system's package, which that installs.</summary>
public sealed class WebAssets : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WebAssets()
    {
        Assert.SkipUnless(HasNpm() || Environment.GetEnvironmentVariable("CI") == "true", "There is no npm; ./test installs it.");
        var start = new ProcessStartInfo(Path.Combine(Committed, "source", "build"), [_folder.Path]) { UseShellExecute = false, RedirectStandardError = true };
        using var build = Process.Start(start)!;
        var error = build.StandardError.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, error);
    }

    /// <summary>Where the committed files are.</summary>
    public static string Committed => Path.Combine(Repository.Root, "src", "Cadre.Web", "Assets");

    /// <summary>Where they were built again.</summary>
    public string Built => _folder.Path;

    /// <summary>An example of a component: its options and the HTML that belongs to them.</summary>
    public static (JsonElement Options, string Html) Example(string component, string name)
    {
        var file = Path.Combine(Repository.Root, ".build", "web-assets", "node_modules", "nhsuk-frontend", "dist", "nhsuk", "components", component, "fixtures.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var example = document.RootElement.GetProperty("fixtures").EnumerateArray().First(fixture => fixture.GetProperty("name").GetString() == name);
        return (example.GetProperty("context").Clone(), example.GetProperty("html").GetString()!);
    }

    public void Dispose() => _folder.Dispose();

    private static bool HasNpm() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "npm")));
}
