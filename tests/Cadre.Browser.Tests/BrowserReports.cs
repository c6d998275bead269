using System.Text.Json;
using Cadre.Cli.Tests;
using Cadre.TestCommon;
using Microsoft.Playwright;

namespace Cadre.Browser.Tests;

/// <summary>Reports made once for all tests, and a browser to look at them.</summary>
public sealed class BrowserReports : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The nation with need, pay, ways out and targets; the team with envelope, levers and what is not delivered; two runs compared; levers tried.</summary>
    public static readonly string[] Names = ["nation", "money", "comparison", Stepping];

    /// <summary>The report of stepping-forward-2017, to its targets, with the first of its levers.</summary>
    public const string Stepping = "stepping";

    /// <summary>The file of a report.</summary>
    public string FileOf(string name) => name == "comparison" ? Path.Combine(_folder.Path, "comparison.html") : Path.Combine(_folder.Path, name, "report.html");

    /// <summary>The digests that the run.json of a report's runs give.</summary>
    public string[] DigestsOf(string name) =>
        [.. (name == "comparison" ? ["baseline", "money"] : new[] { name }).Select(run => Manifest(run).GetProperty("results_digest").GetString()!)];

    /// <summary>Opens a report; everything that goes wrong in it and everything it asks for goes to the lists.</summary>
    public async Task<IPage> OpenAsync(string name, int width, List<string> faults, List<string> requests, bool withScript = true)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = withScript });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => faults.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(new Uri(FileOf(name)).AbsoluteUri);
        return page;
    }

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium) || Environment.GetEnvironmentVariable("CI") == "true", $"There is no {Chromium}; ./test installs it.");
        MakeReports();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _folder.Dispose();
    }

    private void MakeReports()
    {
        var nation = SmallFramework.CopyTo(_folder.Path);
        SmallFramework.AddWaysOut(nation);
        var example = Path.Combine(Repository.Root, "frameworks", "examples", "money-envelope");
        Cadre("run", nation, "--futures", "30", "--quiet", "--out", "nation");
        Cadre("run", example, "--futures", "30", "--quiet", "--out", "baseline");
        Cadre("run", example, "--futures", "30", "--quiet", "--scenario", "retention", "--under-delivery", "--out", "money");
        Cadre("run", SteppingForward(), "--futures", "4", "--months", "42", "--quiet", "--out", Stepping);
        Cadre("report", "baseline", "money", "--out", "comparison.html");
    }

    /// <summary>A copy that tries two levers of nine, so that it is quick.</summary>
    private string SteppingForward()
    {
        const string Name = "stepping-forward-2017";
        var (from, copy) = (Path.Combine(Repository.Root, "frameworks", Name), Path.Combine(_folder.Path, Name));
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var plan = File.ReadAllText(Path.Combine(from, "scenarios", "plan.yaml"));
        var second = plan.IndexOf("  - id: psychiatry.", StringComparison.Ordinal);
        Assert.True(second > 0, "The scenario plan has no lever psychiatry.");
        File.WriteAllText(Path.Combine(copy, "scenarios", "plan.yaml"), plan[..second]);
        return copy;
    }

    private void Cadre(params string[] arguments)
    {
        var outcome = CadreProcess.Run(_folder.Path, arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
    }

    private JsonElement Manifest(string run)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, run, "run.json")));
        return document.RootElement.Clone();
    }
}
