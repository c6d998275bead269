using System.Net;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests.Databases;

/// <summary>Many who write at once.</summary>
public abstract class ConcurrencyTests(TestServer server)
{
    private const int Writers = 10;
    private const int RequestsOfEach = 20;

    [Fact]
    public async Task Post_TenWritersAtOnce_AllAreSavedAndAudited()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            using var client = await server.SignInAsync(TestServer.Modeller);
            var ids = new List<Guid>();
            for (var request = 0; request < RequestsOfEach; request++)
                ids.Add(await AskAsync(client));
            return ids;
        }));

        var ids = asked.SelectMany(ids => ids).ToHashSet();
        Assert.Equal(Writers * RequestsOfEach, ids.Count);
        Assert.Equal(ids.Count, await server.WithDbAsync(db => db.Runs.CountAsync(run => ids.Contains(run.Id))));
        var entries = await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.What == "RunRequested" && entry.PersonId != null).Select(entry => entry.Subject).ToListAsync());
        Assert.Equal(ids.Select(id => $"run {id}").Order(), entries.Order());
    }

    [Fact]
    public async Task Import_TheSameFourTimesAtOnce_IsOneVersion()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        FaultyFile.Replace(copy, "framework.yaml", 3, "A small nation made up for tests", "A small nation imported at once");
        var versions = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var scope = server.Services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<FrameworkService>().ImportAsync(copy, null, TestContext.Current.CancellationToken)).Id;
        })));
        var id = Assert.Single(versions.Distinct());
        Assert.Equal(1, await server.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Subject == $"framework {id}")));
        Assert.Equal(1, await server.WithDbAsync(db => db.Frameworks.CountAsync(version => version.Title == "A small nation imported at once")));
    }

    private async Task<Guid> AskAsync(HttpClient client)
    {
        var page = $"/frameworks/{server.Run.FrameworkId}";
        using var answer = await TestServer.PostAsync(client, page, page, ("scenario", RequestRunOptions.Baseline), ("futures", "1"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[2]);
    }
}

public sealed class SqliteConcurrencyTests(TestServer server) : ConcurrencyTests(server), IClassFixture<TestServer>;

public sealed class PostgresConcurrencyTests(PostgresServer server) : ConcurrencyTests(server.OrSkip), IClassFixture<PostgresServer>;
