using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Cadre.Core.Runs;
using Cadre.Web.Pages;

namespace Cadre.Web.Tests;

public sealed class RunEventTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Events_RunThatIsDone_SayItOnceAndEnd()
    {
        using var client = await server.SignInAsync(TestServer.Planner);
        using var answer = await client.GetAsync(new Uri(Links.RunEvents(server.Run.Id), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var told = Assert.Single(await EventsAsync(answer));
        Assert.Equal(("ended", 20, 20), (told.Type, told.Done, told.Futures));
    }

    [Fact]
    public async Task Events_TwoRunsUntilTheyAreStopped_TellTheQueueTheFuturesAndTheEnd()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var page = $"/frameworks/{server.Run.FrameworkId}";
        using var held = server.Clock.Hold();
        var first = await AskAsync(client, page);
        await server.BegunAsync(Guid.Parse(first.Split('/')[2]));
        var second = await AskAsync(client, page);
        using var answer = await client.GetAsync(new Uri($"{second}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await events.MoveNextAsync());
        Assert.Contains("1 run is computed before it.", events.Current.Data, StringComparison.Ordinal);
        await StopAsync(client, page, first);
        server.Clock.LetGo();
        var words = new List<string>();
        while (await events.MoveNextAsync() && events.Current.EventType == "progress")
        {
            words.Add(events.Current.Data);
            if (events.Current.Data.Contains("computed.", StringComparison.Ordinal)) await StopAsync(client, page, second);
        }

        held.Dispose();
        Assert.Contains(words, text => text.Contains("of 5,000 futures computed.", StringComparison.Ordinal));
        Assert.Equal("ended", events.Current.EventType);
        Assert.False(await events.MoveNextAsync());
        Assert.Equal(RunState.Cancelled, (await server.FinishedAsync(Guid.Parse(second.Split('/')[2]))).State);
    }

    [Fact]
    public async Task Events_ServerThatStops_AreEndedWithIt()
    {
        var own = new TestServer();
        await own.InitializeAsync();
        using var client = await own.SignInAsync(TestServer.Modeller);
        var run = await AskAsync(client, $"/frameworks/{own.Run.FrameworkId}");
        using var answer = await client.GetAsync(new Uri($"{run}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        await own.DisposeAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20), "The server waited for a browser that listens.");
    }

    private static async Task<string> AskAsync(HttpClient client, string page)
    {
        using var asked = await TestServer.PostAsync(client, page, page, ("scenario", "baseline"), ("futures", "5000"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return asked.Headers.Location!.ToString();
    }

    private static async Task StopAsync(HttpClient client, string page, string run) => (await TestServer.PostAsync(client, page, $"{run}?handler=Stop")).Dispose();

    private static async Task<List<(string Type, int Done, int Futures)>> EventsAsync(HttpResponseMessage answer)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var all = new List<(string, int, int)>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            using var told = JsonDocument.Parse(item.Data);
            all.Add((item.EventType, told.RootElement.GetProperty("done").GetInt32(), told.RootElement.GetProperty("futures").GetInt32()));
        }

        return all;
    }
}
