using System.Text.Json;
using System.Text.Json.Nodes;
using Cadre.Cli.Reports;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests.Reports;

/// <summary><c>cadre report</c>, and the report that <c>cadre run</c> writes.</summary>
public sealed class ReportCommandTests : IClassFixture<ReportCommandTests.SmallRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _run;

    public ReportCommandTests(SmallRun small)
    {
        _run = Path.Combine(_folder.Path, "run");
        Directory.CreateDirectory(_run);
        foreach (var file in Directory.GetFiles(small.Path))
            File.Copy(file, Path.Combine(_run, Path.GetFileName(file)));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_OfARun_IsByteForByteWhatTheRunWrote()
    {
        var written = File.ReadAllBytes(Path.Combine(_run, "report.html"));
        File.Delete(Path.Combine(_run, "report.html"));
        Assert.Equal(Path.Combine(_run, "report.html"), ReportCommand.Write([_run], null));
        Assert.Equal(written, File.ReadAllBytes(Path.Combine(_run, "report.html")));
    }

    [Fact]
    public void Read_Run_HasTheFiguresOfItsTables()
    {
        var run = ReportRunReader.ReadChecked(_run);
        var files = new ResultFiles(_run);
        var last = run.Last.ToString();
        var fte = files.Rows("percentiles.csv").Single(row => row["month"] == last && row["place"] == run.About.Regions[0].Code && row["service"] == "all" && row["staff_group"] == run.About.StaffGroups[0].Code && row["sector"] == "" && row["measure"] == "fte");
        Assert.Equal(ResultFiles.Number(fte, "central"), run.Total.Staff.Central);
        Assert.Equal(ResultFiles.Number(fte, "p95"), run.Total.Staff.P95);
        Assert.Equal(files.Rows("flows.csv").Where(row => row["place"] == run.About.Regions[0].Code && row["flow"] == "leavers").Sum(row => ResultFiles.Number(row, "heads")), run.Flows.Where(flow => flow.Flow == "leavers").Sum(flow => flow.HeadsByMonth.Values.Sum()), 6);
        Assert.Equal(files.Manifest().GetProperty("months").GetInt32(), run.Nation.Count);
        Assert.NotEmpty(run.Needs);
        Assert.NotEmpty(run.Costs);
        Assert.Equal("./cadre run " + SmallFramework.Folder + " --futures 20", run.About.Command);
    }

    [Fact]
    public void Report_TwoRuns_ComparesThem()
    {
        var file = Path.Combine(_folder.Path, "two.html");
        ReportCommand.Write([_run, _run], file);
        var page = File.ReadAllText(file);
        Assert.Contains("Both runs have the same results", page);
        Assert.Contains("two runs compared", page);
    }

    [Fact]
    public void Page_NamesWithMarkup_AreText()
    {
        Change("about.json", about => about["title"] = "</script><b>x</b><script>alert(1)</script>");
        Change("about.json", about => about["register"]![0]!["scope"] = "</script><img src=x onerror=alert(2)>");
        Change("about.json", about => about["regions"]![1]!["name"] = "</script><i>North</i>");
        var page = RunReport.Of(ReportRunReader.ReadChecked(_run));
        Assert.Contains("&lt;/script&gt;&lt;b&gt;x&lt;/b&gt;", page);
        Assert.DoesNotContain("<b>x", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("<i>North", page);
        Assert.Equal(2, page.Split("</script>").Length - 1);
    }

    [Fact]
    public void Page_Policy_AllowsItsOwnStyleAndScriptAlone()
    {
        var page = File.ReadAllText(Path.Combine(_run, "report.html"));
        Assert.Contains($"style-src 'sha256-{Hash(page, "<style>", "</style>")}'; script-src 'sha256-{Hash(page, "<script>", "</script>")}'", page);
        Assert.Contains("default-src 'none'", page);
        Assert.DoesNotContain(" style=", page[..page.IndexOf("<script>", StringComparison.Ordinal)].Replace(File.ReadAllText(Assets("report.css")), ""));
    }

    [Fact]
    public void Report_WrongFolders_SaysWhatWasFoundAndWritesNothing()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "comparison"));
        File.WriteAllText(Path.Combine(_folder.Path, "comparison", "compare.json"), "{}");
        Refused("found nothing there", "nowhere");
        Refused("found no run.json, expected the folder of a run", "empty");
        Refused("found a comparison", "comparison");
        Assert.False(File.Exists(Path.Combine(_folder.Path, "out.html")));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "empty")));
    }

    [Fact]
    public void Report_OtherVersion_NamesBoth()
    {
        Change("run.json", manifest => manifest["engine_version"] = "0.0.9");
        Refused("found a run of Cadre 0.0.9, expected one of", "run");
    }

    [Fact]
    public void Report_MissingFile_NamesIt()
    {
        File.Delete(Path.Combine(_run, "percentiles.csv"));
        File.Delete(Path.Combine(_run, "about.json"));
        Refused("found an incomplete run without percentiles.csv and about.json", "run");
    }

    [Theory]
    [InlineData("percentiles.csv", "their digest differs")]
    [InlineData("run.json", "JSON that cannot be read")]
    [InlineData("about.json", "JSON that cannot be read")]
    public void Report_FileCutOff_IsRefused(string file, string because)
    {
        var path = Path.Combine(_run, file);
        File.WriteAllText(path, File.ReadAllText(path)[..200]);
        Refused(because, "run");
    }

    [Fact]
    public void Report_FileOfSomebodyElse_IsKept()
    {
        var notes = Path.Combine(_folder.Path, "notes.txt");
        File.WriteAllText(notes, "mine");
        var wrong = Assert.Throws<InputException>(() => ReportCommand.Write([_run], notes));
        Assert.Contains("no report of Cadre", Assert.Single(wrong.Problems));
        Assert.Equal("mine", File.ReadAllText(notes));
    }

    [Fact]
    public void Report_CommandLine_EndsWithTwoForWrongInput()
    {
        var outcome = CadreProcess.Run(_folder.Path, "report", "nowhere");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(["nowhere: found nothing there, expected the folder of a run, which 'cadre run' writes", "1 problem; nothing was written."], outcome.ErrorLines);
    }

    [Fact]
    public void Bundle_BuiltAgain_HasTheSameBytes()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/node") || Environment.GetEnvironmentVariable("CI") == "true", "There is no Node; ./test installs it.");
        using var build = System.Diagnostics.Process.Start(Assets("build"), [_folder.Path]);
        build.WaitForExit();
        Assert.Equal(0, build.ExitCode);
        foreach (var file in (string[])["report.min.js", "report.min.js.LICENCES.txt"])
            Assert.True(File.ReadAllBytes(Assets(file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_folder.Path, file))), $"{file} is not what src/Cadre.Cli/Reports/assets/build makes of main.js.");
        Assert.DoesNotContain("resolved", File.ReadAllText(Assets("package-lock.json")));
    }

    private void Refused(string because, string folder)
    {
        var path = Path.Combine(_folder.Path, folder);
        var wrong = Assert.Throws<InputException>(() => ReportCommand.Write([path], Path.Combine(_folder.Path, "out.html")));
        var problem = Assert.Single(wrong.Problems);
        Assert.StartsWith(path, problem);
        Assert.Contains(because, problem);
    }

    private void Change(string file, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(File.ReadAllText(Path.Combine(_run, file)))!;
        change(node);
        File.WriteAllText(Path.Combine(_run, file), node.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private static string Assets(string file) => Path.Combine(Repository.Root, "src", "Cadre.Cli", "Reports", "assets", file);

    private static string Hash(string page, string begin, string end)
    {
        var start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var text = page[start..page.IndexOf(end, start, StringComparison.Ordinal)];
        return Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A run of the small framework, made once.</summary>
    public sealed class SmallRun : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public SmallRun()
        {
            var outcome = CadreProcess.Run(_folder.Path, "run", SmallFramework.Folder, "--futures", "20", "--quiet", "--out", "run");
            Assert.True(outcome.ExitCode == 0, outcome.Error);
        }

        /// <summary>The run's folder.</summary>
        public string Path => System.IO.Path.Combine(_folder.Path, "run");

        public void Dispose() => _folder.Dispose();
    }
}
