using System.Globalization;
using System.IO.Compression;
using System.Net;
using Cadre.Core.Accounts;
using Cadre.Core.Words;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;
using Cadre.Web.Pages;

namespace Cadre.Web.Tests;

public sealed class AccountTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly Framework Small = FrameworkReader.Read(SmallFramework.Folder);

    [Fact]
    public async Task Account_OneCohort_IsThatOfTheEngine()
    {
        var cohort = Small.Model.Cohorts.Index().First(item => Small.Model.Places[item.Item.Place].Code == "T1" && Small.Model.StaffGroups[item.Item.StaffGroup].Code == "nurses").Index;
        var central = NationalRun.Central(Small.Model, Small.RunMonths);
        var year = AccountChoice.Years(Small.Model, Small.RunMonths)[1];
        var (first, last) = (central.Account(year.First)[cohort], central.Account(year.Last)[cohort]);

        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, Links.Account(server.Run.Id, "T1", "nurses", null, year.Year));
        var rows = page.QuerySelectorAll(".cadre-account tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray());
        Assert.Equal([Figures.Tenth(first.Opening.Heads), Figures.Tenth(first.Opening.Fte)], rows["Staff in post at the end of March 2026"]);
        Assert.Equal([Figures.Tenth(last.Closing.Heads), Figures.Tenth(last.Closing.Fte)], rows["Staff in post at the end of March 2027"]);
        var leavers = Enumerable.Range(year.First, 12).Sum(month => central.Account(month)[cohort].Leavers.Heads);
        Assert.Equal(Signed.Tenth(-leavers), rows["Leavers"][0]);
        Assert.Contains("stock.csv, line 2; grade D", page.QuerySelectorAll("table")[^1].TextContent, StringComparison.Ordinal);
        // Of the rows of the vacancy rate the more specific one is in force.
        var vacancy = page.QuerySelectorAll("[aria-label='Assumptions in force'] tbody tr").Where(row => row.Children[0].TextContent == "Opening vacancy rate");
        Assert.Equal("Clinical staff", Assert.Single(vacancy).Children[1].TextContent, ignoreCase: true);
    }

    [Theory]
    [InlineData("small", "")]
    [InlineData("R1", "nurses")]
    [InlineData("T1", "")]
    public async Task Account_AnyPlace_AddsUpFromOpeningToClosing(string place, string group)
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, Links.Account(server.Run.Id, place, group, null, new FinancialYear(2026)));
        var rows = page.QuerySelectorAll(".cadre-account tbody tr");
        double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        var stocks = rows.Where(row => row.ClassList.Contains("cadre-total")).Take(2).ToList();
        var changes = rows.Where(row => !row.ClassList.Contains("cadre-total") && row.QuerySelector(".cadre-depth-1") is null).ToList();
        foreach (var column in (int[])[0, 1])
        {
            double Of(AngleSharp.Dom.IElement row) => Number(row.QuerySelectorAll("td")[column].TextContent.Trim());
            Assert.Equal(Of(stocks[1]), Of(stocks[0]) + changes.Sum(Of), 0.05 * (2 + changes.Count));
        }

        Assert.True(changes.Count >= 3);
        var parts = rows.Where(row => row.QuerySelector(".cadre-depth-1") is not null).Select(row => row.QuerySelector("th")!.TextContent.Trim()).ToList();
        Assert.Equal(place != "T1", parts.Count > 0);
    }

    [Fact]
    public async Task Place_EveryYear_LeadsToItsAccount()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, Links.Place(server.Run.Id, "R1"));
        var links = page.QuerySelectorAll("a[href*='/account']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.True(links.Count > 3);
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Register_RowWithMoreSpecificOnes_SaysWhereTheyRule()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var page = await TestServer.ReadAsync(client, $"/frameworks/{server.Run.FrameworkId}/assumptions?search=vacancy");
        var everybody = page.QuerySelectorAll("tbody tr").First(row => row.Children[1].TextContent.StartsWith("everybody", StringComparison.Ordinal));
        Assert.Contains("Other rows rule for", everybody.TextContent, StringComparison.Ordinal);
        Assert.Contains("North, Doctors", everybody.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_AsFiles_HoldsEveryRowWithItsSourceAndWhatOverridesIt()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        var framework = FrameworkReader.Read(SmallFramework.Folder);
        var rows = (await client.GetStringAsync(new Uri(Links.Register(server.Run.FrameworkId, "csv"), UriKind.Relative), TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,assumption,of,place,service,staff_group,supply,unit,low,central,high,grade,source,source_title,known_on,overridden_by,note", rows[0], StringComparison.Ordinal);
        Assert.Equal(framework.Register.Select(entry => entry.Assumption.Id), rows.Skip(1).Select(row => row.Split(',')[0]));
        Assert.Contains(rows, row => row.Contains("Vacancy", StringComparison.OrdinalIgnoreCase) && row.Contains(",everybody,", StringComparison.Ordinal));

        var book = await client.GetByteArrayAsync(new Uri(Links.Register(server.Run.FrameworkId, "xlsx"), UriKind.Relative), TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(new MemoryStream(book));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Equal(framework.Register.Count, (await sheet.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("<row ").Length - 1 - 3);
    }
}
