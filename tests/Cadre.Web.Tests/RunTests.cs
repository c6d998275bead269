using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests;

public abstract class RunTests(TestServer server)
{
    private static readonly Lazy<RunResult> Engine = new(() =>
    {
        var framework = FrameworkReader.Read(SmallFramework.Folder);
        return NationalRun.Run(framework.Model, new RunOptions { Months = framework.RunMonths, Futures = 20 });
    });

    [Fact]
    public async Task FirstStart_BundledFramework_IsRunOnceWithTheEnginesFigures()
    {
        var lines = await server.WithDbAsync(db => db.RunLines.Where(line => line.RunId == server.Run.Id).ToListAsync());
        var model = Engine.Value.Model;
        var held = 0;
        foreach (var row in Engine.Value.Summaries())
        {
            var packed = lines.Single(line => line.Place == model.Places[row.Line.Place].Code && line.StaffGroup == model.StaffGroups[row.Line.StaffGroup].Code && line is { Service: "", Sector: "" });
            var figure = LineFigures.Unpack(packed.Figures).Of(row.Month, row.Measure)!.Value;
            Assert.Equal((row.Summary.Central, row.Summary.P5, row.Summary.P50, row.Summary.P95), (figure.Central, figure.Low, figure.Median, figure.High));
            held++;
        }

        Assert.True(held > 1000);
        Assert.Equal(RunState.Done, server.Run.State);
    }

    [Fact]
    public async Task Place_Nation_ShowsTheEnginesFigures()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, $"/runs/{server.Run.Id}/places/small");
        var model = Engine.Value.Model;
        var staff = Engine.Value.Central(new Line(model.Nation, null, model.Everybody), 18, Measure.Fte);
        Assert.Equal("Small Nation", page.QuerySelector("h1")!.FirstChild!.TextContent);
        Assert.Contains(Figures.Amount(staff), page.QuerySelector(".cadre-headline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["30 September 2025", "March 2026", "March 2027"], page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["North", "South"], page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).Order());
    }

    [Fact]
    public async Task Place_Nation_ShowsUnfilledPostsOfGroupsAndPlaces()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, $"/runs/{server.Run.Id}/places/small");
        var model = Engine.Value.Model;
        double Vacancies(int place, string group) => Engine.Value.Central(new Line(place, null, model.StaffGroups.Index().First(item => item.Item.Code == group).Index), 18, Measure.Vacancies);
        var table = page.QuerySelector("[aria-label='Gap to posts by staff group'] table")!;
        Assert.Equal(["Month", "Clinical staff", "Support staff"], table.QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim()));
        Assert.StartsWith(Figures.Amount(Vacancies(model.Nation, "clinical")), table.QuerySelectorAll("tbody tr")[^1].QuerySelectorAll("td")[0].TextContent.Trim(), StringComparison.Ordinal);
        using var bars = System.Text.Json.JsonDocument.Parse(page.QuerySelector("[data-bars]")!.GetAttribute("data-bars")!);
        var values = bars.RootElement.GetProperty("rows").EnumerateArray().Select(bar => bar.GetProperty("value").GetDouble()).ToList();
        Assert.Equal(model.Places.Index().Where(place => place.Item.Level == PlaceLevel.Region).Select(place => Vacancies(place.Index, "all")).OrderDescending(), values);
        Assert.Contains(Figures.Amount(values[0]), page.QuerySelector("[data-bars]")!.GetAttribute("data-label")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstStart_FrameworkWithNeed_HoldsTheEnginesNeedAndOpeningPosts()
    {
        var lines = (await server.WithDbAsync(db => db.RunLines.Where(line => line.RunId == server.Run.Id && line.Sector == "").ToListAsync()))
            .ToDictionary(line => (line.Place, line.StaffGroup, line.Service), line => LineFigures.Unpack(line.Figures));
        var model = Engine.Value.Model;
        LineFigures HeldOf(Line line) => lines[(model.Places[line.Place].Code, model.StaffGroups[line.StaffGroup].Code, "")];
        var places = new HashSet<PlaceLevel>();
        foreach (var month in (int[])[1, 6, 18])
        {
            foreach (var (line, need) in Engine.Value.NeedLines(month))
            {
                var (held, gap) = (HeldOf(line).Of(month, NeedMeasure.Need)!.Value, HeldOf(line).Of(month, NeedMeasure.GapToNeed)!.Value);
                Assert.Equal((need.Need, need.NeedSummary.P5, need.NeedSummary.P95), (held.Central, held.Low, held.High));
                Assert.Equal((need.Gap, need.GapSummary!.Value.P5, need.GapSummary.Value.P95), (gap.Central, gap.Low, gap.High));
                places.Add(model.Places[line.Place].Level);
            }
        }

        Assert.Equal(4, places.Count);
        foreach (var opening in Engine.Value.OpeningLines().Where(opening => opening.Line.Sector is null && lines.ContainsKey((model.Places[opening.Line.Place].Code, model.StaffGroups[opening.Line.StaffGroup].Code, ""))))
        {
            var posts = HeldOf(opening.Line).Of(0, Measure.Posts)!.Value;
            Assert.Equal((opening.Posts.Central, opening.Posts.P5, opening.Posts.P95), (posts.Central, posts.Low, posts.High));
            Assert.True(opening.Posts.P5 >= opening.Fte);
        }
    }

    [Fact]
    public async Task Place_WithNeed_ShowsTheGapToPostsBesideTheGapToNeed()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, $"/runs/{server.Run.Id}/places/small");
        var model = Engine.Value.Model;
        var nation = Engine.Value.NeedLines(18).Single(need => need.Line == new Line(model.Nation, null, model.Everybody)).Total;
        var table = page.QuerySelector("[aria-label='Staff, posts and need year by year'] table")!;
        Assert.Equal(["Month", "Staff", "Posts", "Gap to posts", "Vacancy rate", "Need", "Gap to need"], table.QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim()));
        var last = table.QuerySelectorAll("tbody tr")[^1].QuerySelectorAll("td");
        Assert.Equal((Figures.Amount(nation.Need), Figures.Amount(nation.Gap)), (last[4].FirstElementChild!.TextContent, last[5].FirstElementChild!.TextContent));
        // The opening day has posts, and no need: a need is that of a month of the run.
        var first = table.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray();
        Assert.All(first[..4], cell => Assert.NotEmpty(cell));
        Assert.All(first[4..], Assert.Empty);
        // Of some staff alone the framework gives a need: it has a chart of its own, beside the staff who have it. All nurses of T1 have one: one chart has all three.
        Assert.Equal([("Posts", 25), ("Staff", 25), ("Need", 24), ("Staff of those who have a need", 24)], SeriesOf(page));
        Assert.Equal([("Posts", 3), ("Staff", 3), ("Need", 2)], SeriesOf(await TestServer.ReadAsync(client, $"/runs/{server.Run.Id}/places/T1?group=nurses")));
        Assert.Equal(["Gap to posts", "Gap to need"], page.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Contains($"{Figures.Amount(nation.Need)} FTE are needed", page.Body!.TextContent, StringComparison.Ordinal);
        var account = await TestServer.ReadAsync(client, last[4].FirstElementChild!.GetAttribute("href")!);
        Assert.Contains($"{Figures.Tenth(nation.Need)} FTE are needed", account.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("40 positions filled 168 hours a week", account.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<(string?, int)> SeriesOf(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("[data-fan]")
        .SelectMany(chart => System.Text.Json.JsonDocument.Parse(chart.GetAttribute("data-fan")!).RootElement.GetProperty("series").EnumerateArray())
        .Select(one => (one.GetProperty("name").GetString(), one.GetProperty("points").GetArrayLength()));

    [Fact]
    public async Task Place_OfARunWithoutNeed_SaysThatItHoldsNone()
    {
        var run = await server.RunOfAsync(SmallFramework.Folder, "baseline");
        await server.WithDbAsync(async db =>
        {
            foreach (var line in await db.RunLines.AsNoTracking().Where(line => line.RunId == run.Id).ToListAsync())
            {
                var (held, old) = (LineFigures.Unpack(line.Figures), new LineFigures());
                foreach (var (month, measure) in from month in held.Months from measure in Enum.GetValues<Measure>() select (month, measure))
                    if (held.Of(month, measure) is { } range) old.Add(month, measure, range);
                var bytes = old.Pack();
                await db.RunLines.Where(item => item.RunId == run.Id && item.Place == line.Place && item.StaffGroup == line.StaffGroup && item.Service == line.Service && item.Sector == line.Sector)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.Figures, bytes));
            }

            return true;
        });
        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, $"/runs/{run.Id}/places/small");
        Assert.Contains("This run holds no need", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Gap to need", page.QuerySelectorAll("th,h3").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task PlaceTable_Region_HoldsEveryFigureOnce()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var rows = (await client.GetStringAsync(new Uri($"/runs/{server.Run.Id}/places/R1.csv", UriKind.Relative), TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var model = Engine.Value.Model;
        Assert.Equal("month,place,service,staff_group,measure,central,p5,p50,p95", rows[0].Trim());
        var expected = Engine.Value.Summaries().Count(row => model.Places[row.Line.Place].Code == "R1") + (5 * model.StaffGroups.Count)
            + Enumerable.Range(1, 24).Sum(month => 2 * Engine.Value.NeedLines(month).Count(need => model.Places[need.Line.Place].Code == "R1"));
        Assert.Equal(expected, rows.Skip(1).Distinct().Count());
    }

    [Fact]
    public async Task Request_ByAModeller_IsRunAudited()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var page = $"/frameworks/{server.Run.FrameworkId}";
        using var answer = await TestServer.PostAsync(client, page, page, ("scenario", "baseline"), ("futures", "9"));
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[2]);

        Assert.Equal((RunState.Done, 9), (await server.FinishedAsync(id)) is { } run ? (run.State, run.FuturesDone) : default);
        var entry = Assert.Single(await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"run {id}").ToListAsync()));
        Assert.Equal("RunRequested", entry.What);
        Assert.NotNull(entry.PersonId);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5001")]
    [InlineData("many")]
    public async Task Request_WrongFutures_SaysWhatIsExpectedAndAsksForNothing(string futures)
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var page = $"/frameworks/{server.Run.FrameworkId}";
        var before = await server.WithDbAsync(db => db.Runs.CountAsync());
        using var answer = await TestServer.PostAsync(client, page, page, ("scenario", "baseline"), ("futures", futures));
        Assert.Contains("Futures must be a whole number from 1 to 5,000", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, await server.WithDbAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task Cancel_RunThatIsComputed_EndsItWithoutResults()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var page = $"/frameworks/{server.Run.FrameworkId}";
        Guid id;
        using (server.Clock.Hold())
        {
            using var asked = await TestServer.PostAsync(client, page, page, ("scenario", "baseline"), ("futures", "5000"));
            var address = asked.Headers.Location!.ToString();
            id = Guid.Parse(address.Split('/')[2]);
            await server.BegunAsync(id);
            using var stopped = await TestServer.PostAsync(client, page, $"{address}?handler=Stop");
        }

        var run = await server.FinishedAsync(id);
        Assert.Equal(RunState.Cancelled, run.State);
        Assert.Equal(0, await server.WithDbAsync(db => db.RunLines.CountAsync(line => line.RunId == run.Id)));
        Assert.Equal(["RunCancelled", "RunRequested"], await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"run {run.Id}").Select(entry => entry.What).Order().ToListAsync()));
    }

    [Fact]
    public void Unpack_BytesThatBreakOff_AreRefused()
    {
        var figures = new LineFigures();
        figures.Add(1, Measure.Fte, new LineFigures.Range(1, 2, 3, 4));
        var bytes = figures.Pack();
        Assert.Equal(new LineFigures.Range(1, 2, 3, 4), LineFigures.Unpack(bytes).Of(1, Measure.Fte));
        Assert.Throws<InvalidDataException>(() => LineFigures.Unpack(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<InvalidDataException>(() => LineFigures.Unpack([.. bytes, .. bytes]));
        bytes[2] = 200;
        Assert.Throws<InvalidDataException>(() => LineFigures.Unpack(bytes));
    }

    [Fact]
    public void Add_InAnyOrder_IsHeldByMonthAndMeasure()
    {
        var figures = new LineFigures();
        var added = from month in (int[])[7, 0, 66, 3, 12] from measure in (Measure[])[Measure.Cover, Measure.Heads, Measure.Posts] select (month, measure);
        foreach (var (month, measure) in added)
            figures.Add(month, measure, new LineFigures.Range(month, (int)measure, 2, 3));
        var read = LineFigures.Unpack(figures.Pack());
        Assert.Equal([0, 3, 7, 12, 66], read.Months);
        Assert.All(added, item => Assert.Equal(new LineFigures.Range(item.month, (int)item.measure, 2, 3), read.Of(item.month, item.measure)));
        Assert.Null(read.Of(7, Measure.Fte));
        Assert.Null(read.Of(8, Measure.Heads));
        Assert.Throws<ArgumentException>(() => figures.Add(7, Measure.Heads, default));
    }
}

public sealed class SqliteRunTests(TestServer server) : RunTests(server), IClassFixture<TestServer>;

public sealed class PostgresRunTests(PostgresServer server) : RunTests(server.OrSkip), IClassFixture<PostgresServer>;
