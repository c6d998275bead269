using System.Globalization;
using System.Net;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;
using Cadre.Web.Pages;

namespace Cadre.Web.Tests;

public sealed class CompareTests : IClassFixture<TestServer>, IDisposable
{
    private readonly TestServer _server;
    private readonly TemporaryFolder _folder = new();
    private readonly string _small;

    public CompareTests(TestServer server)
    {
        _server = server;
        _small = ScenarioOfSmallNation.In(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compare_TwoScenarios_ShowsTheEnginesDifferences()
    {
        var (a, b) = (await _server.RunOfAsync(_small, "baseline"), await _server.RunOfAsync(_small, "more-posts"));
        var framework = FrameworkReader.Read(_small);
        RunResult Result(Scenario scenario) => NationalRun.Run(framework.Model, new RunOptions { Months = framework.RunMonths, Futures = 20, Scenario = scenario });
        var session = new NationalSession(framework.Model, new RunOptions { Months = framework.RunMonths, Futures = 20 });
        var comparison = new Comparison(session.Run(Scenario.Baseline), session.Run(framework.Scenarios.Single().Scenario));
        var model = framework.Model;
        var month = Enumerable.Range(1, framework.RunMonths).Last(number => model.MonthAt(number).Month == 3);
        var line = new Line(model.Nation, null, model.Everybody);
        var staff = comparison.Of(line, month, Measure.Fte)!.Value;
        Assert.True(staff.Difference.P5 > 0);
        Assert.Equal(Result(Scenario.Baseline).Central(line, month, Measure.Fte), staff.A.Central);

        using var client = await _server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, Links.Compare(a.FrameworkId, a.Id, b.Id));
        var cells = page.QuerySelector(".cadre-compared tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal($"{Signed.Amount(staff.Difference.Central)}{Signed.Range(staff.Difference)}", cells[2]);
        Assert.Contains(Signed.Words(staff.Difference, "in post", "nine futures in ten: ", hasRange: true), page.QuerySelector(".cadre-headline")!.TextContent, StringComparison.Ordinal);

        var rows = (await client.GetStringAsync(new Uri(Links.ComparisonTable(a.FrameworkId, a.Id, b.Id), UriKind.Relative), TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var row = rows.Single(row => row.StartsWith($"{model.MonthAt(month)},{model.Places[model.Nation].Code},{model.StaffGroups[model.Everybody].Code},fte,", StringComparison.Ordinal)).Trim().Split(',');
        Assert.Equal([staff.Difference.Central, staff.Difference.P5, staff.Difference.P50, staff.Difference.P95], row[12..].Select(value => double.Parse(value, CultureInfo.InvariantCulture)));

        // Need as the engine's rows of it add up; the gap falls by the staff that are more.
        var needs = comparison.NeedLines(month).Single(item => item.Line == line);
        Assert.Equal(session.Run(Scenario.Baseline).NeedLines(month).Single(item => item.Line == line).Total, needs.A);
        Assert.Equal(comparison.Needs(month).Where(item => item.A.Place == model.Nation).Sum(item => item.CentralGap), needs.Gap!.Value.Difference.Central, 9);
        Assert.True(needs.Gap.Value.Difference.P95 < 0);
        Assert.Equal(["Staff in post", "Posts", "Vacancies", "Need", "Gap to need"], page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        var gap = rows.Single(row => row.StartsWith($"{model.MonthAt(month)},{model.Places[model.Nation].Code},{model.StaffGroups[model.Everybody].Code},gap_to_need,", StringComparison.Ordinal)).Trim().Split(',');
        Assert.Equal([needs.Gap.Value.Difference.Central, needs.Gap.Value.Difference.P5, needs.Gap.Value.Difference.P50, needs.Gap.Value.Difference.P95], gap[12..].Select(value => double.Parse(value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Compare_RunsThatMetOtherFutures_SaysWhyNot()
    {
        var (a, b) = (await _server.RunOfAsync(_small, "baseline"), await _server.RunOfAsync(_small, "more-posts", futures: 21));
        using var client = await _server.SignInAsync(TestServer.Planner);
        foreach (var (other, words) in new[] { (b.Id, "same number of futures"), (a.Id, "Choose two different runs") })
        {
            var page = await TestServer.ReadAsync(client, Links.Compare(a.FrameworkId, a.Id, other));
            Assert.Contains(words, page.QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("table"));
            using var table = await client.GetAsync(new Uri(Links.ComparisonTable(a.FrameworkId, a.Id, other), UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, table.StatusCode);
        }
    }

    [Fact]
    public async Task Compare_OneRunAlone_SaysWhatItTakes()
    {
        using var client = await _server.SignInAsync(TestServer.Planner);
        Assert.Equal(RunState.Done, _server.Run.State);
        var page = await TestServer.ReadAsync(client, Links.Compare(_server.Run.FrameworkId));
        Assert.Contains("It takes two runs with results", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main select"));
    }
}
