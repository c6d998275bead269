using System.Diagnostics;
using System.Globalization;
using Cadre.Core.People;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.TestCommon;

namespace Cadre.Web.Tests.Api;

/// <summary>
/// The Python snippet of docs/api.md, run as it is printed. The R snippet is not run by any test: there is no R where these tests run.
/// </summary>
public sealed class ApiSnippetTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Python_AsPrinted_PrintsTheStaffOfTheNation()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"), TestContext.Current.CancellationToken);
        var snippet = document.Split("```python\n")[1].Split("```")[0];
        var lines = await RunAsync(snippet, await server.KeyAsync(TestServer.Planner, ApiScopes.Read));

        var staff = (await server.WithAsync<ResultService, LineFigures?>(results => results.LineAsync(server.Run.Id, "small", "all", "", TestContext.Current.CancellationToken)))!;
        string[] figures = [.. staff.Months.Select(month => staff.Of(month, Measure.Fte)).OfType<LineFigures.Range>().Select(fte => string.Create(CultureInfo.InvariantCulture, $"{fte.Central:F1} ({fte.Low:F1} to {fte.High:F1})"))];
        Assert.Equal("A small nation made up for tests", lines[0]);
        Assert.Equal(figures, lines.Skip(1).Select(line => line[8..]));
        Assert.Equal(server.Run.Months + 1, figures.Length);
    }

    private async Task<string[]> RunAsync(string program, string key)
    {
        var start = new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        (start.Environment["CADRE_ADDRESS"], start.Environment["CADRE_KEY"]) = ($"{server.Address}", key);
        using var python = Process.Start(start)!;
        var (output, error) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, await error);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
