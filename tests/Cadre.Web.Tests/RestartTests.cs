using Cadre.Core.Data;
using Cadre.Core.Runs;
using Cadre.TestCommon;
using Cadre.Web.Hosting;
using Cadre.Web.Tests.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests;

/// <summary>A server that starts on the database of one that stopped in the middle.</summary>
public abstract class RestartTests(TestDatabase database) : IAsyncLifetime
{
    [Theory]
    [InlineData(1, RunState.Done)]
    [InlineData(3, RunState.Failed)]
    public async Task Start_RunThatWasBeingComputed_IsBegunAgainUnlessItWasThreeTimes(int attempts, RunState expected)
    {
        Guid id;
        await using (var first = await ServerAsync())
        {
            // The first server is not started: its queue computes nothing, as if it had been killed.
            await using var scope = first.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CadreDb>();
            id = await db.Runs.Select(run => run.Id).SingleAsync(TestContext.Current.CancellationToken);
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Running).SetProperty(run => run.Attempts, attempts), TestContext.Current.CancellationToken);
        }

        await using var second = await ServerAsync();
        await second.StartAsync(TestContext.Current.CancellationToken);
        var ended = await EndedAsync(second, id);
        Assert.Equal(expected, ended.State);
        Assert.Equal(expected == RunState.Failed, ended.Error is not null);
        Assert.Equal(1, await WithDbAsync(second, db => db.Runs.CountAsync()));
        Assert.Equal(8, await WithDbAsync(second, db => db.Users.CountAsync()));
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Start_SecondTime_ImportsAndAddsNothingAgain()
    {
        await (await ServerAsync()).DisposeAsync();
        await using var second = await ServerAsync();
        Assert.Equal((1, 1, 8), (
            await WithDbAsync(second, db => db.Frameworks.CountAsync()), await WithDbAsync(second, db => db.Runs.CountAsync()), await WithDbAsync(second, db => db.Users.CountAsync())));
        var entries = await WithDbAsync(second, db => db.AuditEntries.Select(entry => entry.What).ToListAsync());
        Assert.Equal([("FrameworkImported", 1), ("NationalRunRequested", 1), ("PersonAdded", 8), ("PlanRoundOpened", 1), ("PostsAllocated", 1), ("RoleGranted", 8)], entries.CountBy(what => what).Select(group => (group.Key, group.Value)).Order());
    }

    public async ValueTask InitializeAsync() => await database.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Task<WebApplication> ServerAsync() => WebServer.CreateAsync(
        new ServeOptions { DataFolder = database.Folder.Path, Database = database.Database, Port = 0, Frameworks = [SmallFramework.Folder], Futures = 5 }, TimeProvider.System);

    private static async Task<Run> EndedAsync(WebApplication server, Guid id)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var run = await WithDbAsync(server, db => db.Runs.AsNoTracking().SingleAsync(run => run.Id == id));
            if (run.State is not (RunState.Queued or RunState.Running)) return run;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The run did not end within a minute.");
    }

    private static async Task<T> WithDbAsync<T>(WebApplication server, Func<CadreDb, Task<T>> work)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CadreDb>());
    }
}

public sealed class SqliteRestartTests() : RestartTests(new SqliteTestDatabase());

public sealed class PostgresRestartTests() : RestartTests(new PostgresTestDatabase());
