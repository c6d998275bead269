using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Cadre.Core.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Cadre.Web.Pages.Runs;

/// <summary>Tells a browser how far a run has come, as server-sent events: "progress" as often as it changes, "ended" once.</summary>
internal static class RunEvents
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(2);

    public static void MapRunEvents(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/runs/{id:guid}/events",
        async (Guid id, RunProgressReader progress, IHostApplicationLifetime server, HttpContext context, CancellationToken cancellation) =>
        {
            if (await progress.FindAsync(id, cancellation) is null) return Microsoft.AspNetCore.Http.Results.NotFound();
            // Between this server and the browser nothing may hold events back.
            context.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(EventsAsync(progress.FollowAsync(id, CancellationToken.None), server.ApplicationStopping, cancellation));
        });

    /// <summary>The events of a run, up to its end or that of the server: a server that stops waits for nobody who listens.</summary>
    private static async IAsyncEnumerable<SseItem<Told>> EventsAsync(IAsyncEnumerable<RunStanding> standings, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        await using var each = standings.GetAsyncEnumerator(end.Token);
        while (await NextAsync(each))
        {
            var now = each.Current;
            yield return new SseItem<Told>(new Told(now.Done, now.Futures, RunWords.Of(now)), now.IsUnderWay ? "progress" : "ended") { ReconnectionInterval = Reconnect };
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<RunStanding> each)
    {
        try
        {
            return await each.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What an event says.</summary>
    /// <param name="Done">Futures done.</param>
    /// <param name="Futures">Futures to run.</param>
    /// <param name="Words">The same in a sentence.</param>
    private sealed record Told(int Done, int Futures, string Words);
}
