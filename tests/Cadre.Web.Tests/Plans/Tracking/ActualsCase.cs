using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;

namespace Cadre.Web.Tests.Plans.Tracking;

/// <summary>Uploads and applies files of actual staff over HTTP.</summary>
public abstract class ActualsCase(TestServer server)
{
    protected TestServer Server => server;

    protected static IEnumerable<(string, string, string, string, string)> RowsOf(IDocument page) =>
        page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => (row.Children[0].TextContent, row.Children[1].TextContent, row.Children[2].TextContent, row.Children[3].TextContent, row.Children[4].TextContent));

    protected async Task<PlanRound?> RoundAsync()
    {
        var plan = await server.PlanAsync();
        return await server.WithAsync<PlanReader, PlanRound?>(reader => reader.RoundAsync(plan.RoundId, default));
    }

    protected async Task<string> PageAsync() => $"/rounds/{(await server.PlanAsync()).RoundId}/actuals";

    protected async Task<ActualsHeld> HeldAsync() => await server.WithAsync<ActualService, ActualsHeld>(actuals => actuals.HeldAsync(server.Run.FrameworkId, default));

    protected async Task<IDocument> UploadAsync(HttpClient client, string content)
    {
        using var answer = await SendAsync(client, content, "actuals.csv");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await TestServer.ReadAsync(client, answer.Headers.Location!.ToString());
    }

    protected async Task<HttpResponseMessage> ApplyAsync(HttpClient client, IDocument preview)
    {
        string Value(string name) => preview.QuerySelector($"form[action*=Apply] input[name={name}], form input[name={name}]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("upload", Value("upload")), new("held", Value("held")), new("__RequestVerificationToken", Value("__RequestVerificationToken"))]);
        return await client.PostAsync(new Uri($"{await PageAsync()}?handler=Apply&upload={Value("upload")}", UriKind.Relative), form);
    }

    protected async Task<HttpResponseMessage> SendAsync(HttpClient client, string content, string name)
    {
        var page = await PageAsync();
        var token = (await TestServer.ReadAsync(client, page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "csv", name } };
        return await client.PostAsync(new Uri(page, UriKind.Relative), form);
    }

    protected static async Task<IDocument> DocumentAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
