using Cadre.Core.Data;
using Cadre.Core.Runs;
using Cadre.TestCommon;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests.Databases;

/// <summary>Two servers on one database.</summary>
public sealed class TwoServersTests
{
    [Fact]
    public async Task Start_SecondOnAFile_IsRefusedUntilTheFirstEnds()
    {
        await using var database = new SqliteTestDatabase();
        await using (await ServerAsync(database))
        {
            var refused = await Assert.ThrowsAsync<DatabaseException>(() => ServerAsync(database));
            Assert.StartsWith("Another server has the database", refused.Message, StringComparison.Ordinal);
        }

        await (await ServerAsync(database)).DisposeAsync();
    }

    [Fact]
    public async Task Start_SecondOnPostgres_LeavesTheRunOfTheFirstAloneAndTakesOverWhenItEnds()
    {
        await using var database = new PostgresTestDatabase();
        await database.CreateAsync();
        var clock = new HoldingClock();
        await using var first = await ServerAsync(database, clock);
        await using var second = await ServerAsync(database);
        await first.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal((RunState.Done, 1), await EndOfAsync(database, await AskAsync(first, 5)));
        Guid run;
        using (clock.Hold())
        {
            run = await AskAsync(first, 5);
            await WaitAsync(database, run, now => now.State == RunState.Running);
            await second.StartAsync(TestContext.Current.CancellationToken);
            var held = await FindAsync(database, run);
            Assert.Equal((RunState.Running, 1), (held.State, held.Attempts));
        }

        Assert.Equal((RunState.Done, 1), await EndOfAsync(database, run));

        // What is asked of the second is computed by the first, and stopped by the second where it says so.
        Guid stopped;
        using (clock.Hold())
        {
            stopped = await AskAsync(second, 5000);
            await WaitAsync(database, stopped, now => now.State == RunState.Running);
            await using var scope = second.Services.CreateAsyncScope();
            Assert.True(await scope.ServiceProvider.GetRequiredService<RunService>().CancelAsync(stopped, Guid.NewGuid(), TestContext.Current.CancellationToken));
        }

        Assert.Equal((RunState.Done, 1), await EndOfAsync(database, await AskAsync(second, 5)));
        Assert.Equal((RunState.Cancelled, 1), await EndOfAsync(database, stopped));

        await first.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal((RunState.Done, 1), await EndOfAsync(database, await AskAsync(second, 5)));
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    private static Task<WebApplication> ServerAsync(TestDatabase database, TimeProvider? clock = null) => WebServer.CreateAsync(
        new ServeOptions { DataFolder = database.Folder.Path, Database = database.Database, Port = 0, Frameworks = [SmallFramework.Folder], Futures = 5 }, clock ?? TimeProvider.System);

    private static async Task<Guid> AskAsync(WebApplication server, int futures)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var framework = await scope.ServiceProvider.GetRequiredService<CadreDb>().Frameworks.Select(version => version.Id).SingleAsync(TestContext.Current.CancellationToken);
        return (await scope.ServiceProvider.GetRequiredService<RunService>().RequestAsync(
            new RequestRunOptions { FrameworkId = framework, PersonId = null, Scenario = RequestRunOptions.Baseline, Futures = futures }, TestContext.Current.CancellationToken)).Id;
    }

    private static Task<Run> FindAsync(TestDatabase database, Guid run) => database.WithDbAsync(db => db.Runs.AsNoTracking().SingleAsync(item => item.Id == run));

    private static async Task<(RunState State, int Attempts)> EndOfAsync(TestDatabase database, Guid run)
    {
        var ended = await WaitAsync(database, run, now => now.State is not (RunState.Queued or RunState.Running));
        return (ended.State, ended.Attempts);
    }

    private static async Task<Run> WaitAsync(TestDatabase database, Guid run, Func<Run, bool> until)
    {
        for (var tries = 0; tries < 6000; tries++)
        {
            var now = await FindAsync(database, run);
            if (until(now)) return now;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The run did not come to that within two minutes.");
    }
}
