using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cadre.Core.Auditing;
using Cadre.Core.People;
using Cadre.Core.Runs;
using Cadre.TestCommon;
using Cadre.TestCommon.Fuzzing;
using Cadre.Web.Hosting;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Kills;

/// <summary>kill -9 of the server during a run, an import and saves: nothing that was acknowledged is lost, nothing is half there, and runs go on.</summary>
public abstract class KillTests(TestDatabase database) : IAsyncLifetime
{
    private const int Kills = 20;

    /// <summary>Seed of the moments; those of the processes are chance all the same.</summary>
    private readonly FuzzDraws _draws = new(2026);

    private readonly KillCheck _check = new(database);
    private readonly List<(AcknowledgedSave Save, string Subject)> _acknowledged = [];
    private readonly CookieContainer _cookies = new();
    private readonly List<string> _frameworks = [SmallFramework.Folder];
    private ServerProcess? _server;
    private Uri? _address;
    private TimeSpan _start;

    [Fact]
    public async Task Kill_TwentyTimes_LosesNothingThatWasAcknowledgedAndLeavesNothingHalf()
    {
        await StartAsync();
        await MayDoEverythingAsync();
        await SignInAsync();
        for (var kill = 0; kill < Kills; kill += 2)
        {
            await (kill % 4 == 0 ? DuringARunAsync() : DuringSavesAsync());
            await DuringAnImportAsync();
            await StartAsync();
            await _check.HoldsAsync(_frameworks.Count, _acknowledged);
        }

        Assert.True(_acknowledged.Count >= Kills, $"Only {_acknowledged.Count} changes were acknowledged.");
    }

    public async ValueTask InitializeAsync() => await database.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _server?.Dispose();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        var begin = Stopwatch.GetTimestamp();
        _server = ServerProcess.Start(database, _frameworks);
        _address = await _server.OpenedAsync();
        _start = Stopwatch.GetElapsedTime(begin);
    }

    /// <summary>A run that lasts, killed while it is computed or saved.</summary>
    private async Task DuringARunAsync()
    {
        using var client = Client();
        var framework = await FrameworkAsync();
        var subject = (await AcknowledgedSave.AskForARunAsync(client, framework, 1000))!;
        _acknowledged.Add((AcknowledgedSave.All[0], subject));
        var id = Guid.Parse(subject.Split(' ')[1]);
        while (await database.WithDbAsync(db => db.Runs.AnyAsync(run => run.Id == id && run.State == RunState.Queued)))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await KillAfterAsync(TimeSpan.FromMilliseconds(_draws.Below(400)));
    }

    /// <summary>The start after a kill, which resumes runs and imports one more framework, killed on its way.</summary>
    private async Task DuringAnImportAsync()
    {
        var copy = SmallFramework.CopyTo(Path.Combine(database.Folder.Path, $"frameworks-{_frameworks.Count}"));
        FaultyFile.Replace(copy, "framework.yaml", 3, "made up for tests", $"made up for kill {_frameworks.Count}");
        _frameworks.Add(copy);
        _server = ServerProcess.Start(database, _frameworks);
        await KillAfterAsync(_start * (0.4 + (_draws.Below(700) / 1000.0)));
    }

    /// <summary>Three windows in which somebody saves one thing after the other, killed among them.</summary>
    private async Task DuringSavesAsync()
    {
        var framework = await FrameworkAsync();
        using var begun = new SemaphoreSlim(0);
        var savers = Enumerable.Range(0, 3).Select(number => SaveUntilKilledAsync(framework, new FuzzDraws(_draws.Next()), number, begun)).ToList();
        for (var first = 0; first < 4; first++)
            Assert.True(await begun.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken), "Nothing is acknowledged.");
        await KillAfterAsync(TimeSpan.FromMilliseconds(50 + _draws.Below(250)));
        await Task.WhenAll(savers);
    }

    private async Task SaveUntilKilledAsync(Guid framework, FuzzDraws draws, int number, SemaphoreSlim begun)
    {
        try
        {
            using var client = Client();
            for (var at = number; ; at++)
            {
                var save = AcknowledgedSave.All[at % AcknowledgedSave.All.Count];
                if (await save.SendAsync(client, framework, draws) is not { } subject) continue;
                lock (_acknowledged) _acknowledged.Add((save, subject));
                begun.Release();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or SocketException)
        {
            // The server is gone: what was sent last was not acknowledged.
        }
    }

    private async Task KillAfterAsync(TimeSpan wait)
    {
        await Task.Delay(wait, TestContext.Current.CancellationToken);
        await _server!.KillAsync();
        _server.Dispose();
        _server = null;
    }

    /// <summary>The modeller plans and reviews for the whole nation too.</summary>
    private Task<int> MayDoEverythingAsync() => database.WithDbAsync(async db =>
    {
        var person = await db.Users.Where(user => user.Email == TestServer.Modeller).Select(user => user.Id).FirstAsync();
        foreach (var role in (Role[])[Role.LocalPlanner, Role.RegionalReviewer])
        {
            db.RoleGrants.Add(new RoleGrant { PersonId = person, Role = role, Place = "" });
            db.Audit(new AuditEntry { AtUtc = DateTime.UnixEpoch, PersonId = null, What = "RoleGranted", Subject = $"person {person}", Detail = $"{role}" });
        }

        return await db.SaveChangesAsync();
    });

    private Task<Guid> FrameworkAsync() => database.WithDbAsync(db => db.Frameworks.OrderBy(version => version.ImportedUtc).Select(version => version.Id).FirstAsync());

    /// <summary>A window of somebody who signed in once: their cookie outlives the servers.</summary>
    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = _address };

    private async Task SignInAsync()
    {
        using var client = Client();
        using var answer = await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", TestServer.Modeller), ("password", DemonstrationPeople.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}

public sealed class SqliteKillTests() : KillTests(new SqliteTestDatabase());

public sealed class PostgresKillTests() : KillTests(new PostgresTestDatabase());
