using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cadre.Browser.Tests;

/// <summary>Reports as a reader's browser shows them.</summary>
public sealed class ReportPageTests(BrowserReports reports) : IClassFixture<BrowserReports>
{
    private readonly List<string> _faults = [];
    private readonly List<string> _requests = [];

    public static TheoryData<string, int> Pages => [.. BrowserReports.Names.SelectMany(name => new[] { 1280, 400 }.Select(width => (name, width)))];

    public static TheoryData<string> Reports => [.. BrowserReports.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Open_AnyWidth_NoFaultNoRequestAndNoOverflow(string name, int width)
    {
        var page = await reports.OpenAsync(name, width, _faults, _requests);
        await page.Locator("svg").First.WaitForAsync();

        Assert.Empty(_faults);
        Assert.Equal([new Uri(reports.FileOf(name)).AbsoluteUri], _requests);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_AnyWidth_NoViolation(string name, int width)
    {
        var page = await reports.OpenAsync(name, width, _faults, _requests);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
        Assert.True(result.Passes.Length > 10, "axe looked at nothing.");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Charts_EveryPlace_IsDrawnAndSaysItsSentence(string name)
    {
        var page = await reports.OpenAsync(name, 1280, _faults, _requests);
        await page.Locator("svg").First.WaitForAsync();
        var places = await page.Locator("[data-chart]").CountAsync();

        Assert.True(places >= 4, $"{places} charts");
        Assert.Equal(places, await page.Locator("[data-chart] > svg[role=img]").CountAsync());
        foreach (var figure in await page.Locator("figure").AllAsync())
        {
            var sentence = await figure.Locator("xpath=preceding-sibling::p[1]").InnerTextAsync();
            Assert.Equal(sentence, await figure.Locator("svg").GetAttributeAsync("aria-label"));
            Assert.True(await figure.Locator("svg path, svg rect, svg circle, svg line").CountAsync() > 3);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Digest_OfEachRun_IsShown(string name)
    {
        var page = await reports.OpenAsync(name, 1280, _faults, _requests);
        var about = await page.Locator("#about").InnerTextAsync();
        foreach (var digest in reports.DigestsOf(name))
            Assert.Contains(digest, about);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task WithoutScript_EveryTableAndSentence_IsThere(string name)
    {
        var with = await reports.OpenAsync(name, 1280, _faults, _requests);
        await with.Locator("svg").First.WaitForAsync();
        var without = await reports.OpenAsync(name, 1280, _faults, _requests, withScript: false);
        var tables = await without.Locator("table").CountAsync();

        Assert.True(tables >= 5, $"{tables} tables");
        Assert.Equal(tables, await with.Locator("table").CountAsync());
        Assert.Equal(await with.Locator("p.says, p.answer").AllInnerTextsAsync(), await without.Locator("p.says, p.answer").AllInnerTextsAsync());
        Assert.Equal(0, await without.Locator("svg").CountAsync());
    }

    [Fact]
    public async Task Answers_Desktop_StandOnTheFirstScreen()
    {
        var page = await reports.OpenAsync("nation", 1280, _faults, _requests);
        var cards = await page.Locator(".card").AllAsync();
        Assert.Equal(4, cards.Count);
        foreach (var card in cards)
        {
            var box = await card.BoundingBoxAsync();
            Assert.InRange(box!.Y + box.Height, 1, 900);
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(400)]
    public async Task Levers_SteppingForward_ChartShowsEachThatChangesATarget(int width)
    {
        var page = await reports.OpenAsync(BrowserReports.Stepping, width, _faults, _requests);
        await page.Locator("svg").First.WaitForAsync();
        var chart = page.Locator("#levers [data-chart='trial-nhs-staff-chart'] > svg");
        var words = await chart.TextContentAsync();

        Assert.Contains("Retention alone", words);
        Assert.Contains("Return alone", words);
        Assert.Contains("All levers together", words);
        Assert.StartsWith("The lever that helps most alone is retention: +", await chart.GetAttributeAsync("aria-label"));
        Assert.Equal(3, await chart.Locator("circle").CountAsync());
        Assert.Contains("What was expected", await page.Locator("#levers").TextContentAsync());
        Assert.DoesNotContain("pulls no lever", await page.Locator("#levers").TextContentAsync());
    }

    [Theory]
    [InlineData("money-chart", 400)]
    [InlineData("money-chart", 1280)]
    public async Task Money_YearsOfAnyWidth_DoNotOverlap(string chart, int width)
    {
        var page = await reports.OpenAsync(BrowserReports.Stepping, width, _faults, _requests);
        await page.Locator("svg").First.WaitForAsync();
        var labels = await page.Locator($"[data-chart='{chart}'] svg text").Filter(new() { HasTextRegex = new("^(20)?[0-9]{2}/[0-9]{2}$") }).AllAsync();
        var boxes = (await Task.WhenAll(labels.Select(label => label.BoundingBoxAsync()))).OrderBy(box => box!.X).ToArray();

        Assert.True(boxes.Length >= 2, $"{boxes.Length} years");
        Assert.All(boxes.Zip(boxes.Skip(1)), pair => Assert.True(pair.First!.X + pair.First.Width < pair.Second!.X, "Two years overlap."));
    }

    [Fact]
    public async Task Register_FilterAndSort_ShowsWhatWasAskedFor()
    {
        var page = await reports.OpenAsync("nation", 1280, _faults, _requests);
        var rows = page.Locator("#register-table tbody tr");
        var all = await rows.CountAsync();
        await page.GetByLabel("Filter the assumptions").FillAsync("leaving rate");
        var shown = await page.Locator("#register-table tbody tr:visible").AllInnerTextsAsync();
        Assert.InRange(shown.Count, 1, all - 1);
        Assert.All(shown, row => Assert.Contains("leaving rate", row, StringComparison.OrdinalIgnoreCase));

        await page.GetByLabel("Filter the assumptions").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Grade" }).ClickAsync();
        var grades = await rows.Locator("td:nth-child(6)").AllInnerTextsAsync();
        Assert.Equal(all, grades.Count);
        Assert.Equal(grades.Order(StringComparer.Ordinal), grades);
        Assert.Equal("ascending", await page.Locator("#register-table th[aria-sort]").GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task Print_FoldedTables_AreOpen()
    {
        var page = await reports.OpenAsync("money", 800, _faults, _requests);
        Assert.False(await page.Locator("details table").First.IsVisibleAsync());
        await page.EvaluateAsync("window.dispatchEvent(new Event('beforeprint'))");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator("details table").First.IsVisibleAsync());
        Assert.Equal(0, await page.Locator("details:not([open])").CountAsync());
    }
}
