using Cadre.Core.Runs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cadre.Web.Tests.Databases;

/// <summary>A database server that starts again while Cadre works with it.</summary>
public sealed class LostDatabaseTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private readonly PostgresServer _server = postgres.OrSkip;

    [Fact]
    public async Task Run_ConnectionsBreakWhileItIsComputed_IsBegunAgainAndDone()
    {
        using var client = await _server.SignInAsync(TestServer.Modeller);
        var page = $"/frameworks/{_server.Run.FrameworkId}";
        Guid id;
        using (_server.Clock.Hold())
        {
            using var asked = await TestServer.PostAsync(client, page, page, ("scenario", "baseline"), ("futures", "5000"));
            id = Guid.Parse(asked.Headers.Location!.ToString().Split('/')[2]);
            await _server.BegunAsync(id);
            await _server.BreakConnectionsAsync();
        }

        var run = await EndedAsync(id);
        Assert.Equal((RunState.Done, 5000), (run.State, run.FuturesDone));
        var lines = await _server.WithDbAsync(db => db.RunLines.GroupBy(line => line.RunId).Select(group => group.Count()).ToListAsync());
        Assert.Single(lines.Distinct());
    }

    /// <summary>Waits for its end; a connection of the pool that broke says so once.</summary>
    private async Task<Run> EndedAsync(Guid id)
    {
        while (true)
        {
            try
            {
                return await _server.FinishedAsync(id);
            }
            catch (InvalidOperationException broken) when (broken.InnerException is NpgsqlException)
            {
                continue;
            }
        }
    }
}
