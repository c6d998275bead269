using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.TestCommon;
using Cadre.Web.Hosting;
using Cadre.Web.Tests.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests;

/// <summary>A server on a port of its own, with a database of its own, in a file unless a class that derives says otherwise, the made-up small nation and a finished run of it.</summary>
public class TestServer : IAsyncLifetime
{
    public const string Planner = "planner@demonstration.invalid";
    public const string Modeller = "modeller@demonstration.invalid";
    public const string Reviewer = "reviewer@demonstration.invalid";
    public const string Partner = "partner@demonstration.invalid";

    /// <summary>The system of the small nation whose planner and partner the demonstration's are, in the region of its reviewer.</summary>
    public const string PlanPlace = "S3";

    private WebApplication? _server;

    /// <summary>A server on a database in a file.</summary>
    public TestServer() : this(new SqliteTestDatabase())
    {
    }

    private protected TestServer(TestDatabase database) => Database = database;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Its clock.</summary>
    public HoldingClock Clock { get; } = new();

    /// <summary>The run that is done.</summary>
    public Run Run { get; private set; } = null!;

    /// <summary>The server's database.</summary>
    private protected TestDatabase Database { get; }

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => _server!.Services;

    /// <summary>The framework that it is started with.</summary>
    protected virtual string FrameworkFolder => SmallFramework.Folder;

    public virtual async ValueTask InitializeAsync()
    {
        await Database.CreateAsync();
        _server = await WebServer.CreateAsync(
            Limited(new ServeOptions
            {
                DataFolder = Database.Folder.Path, Database = Database.Database, Port = 0, Frameworks = [FrameworkFolder], Futures = 20,
            }),
            Clock);
        await GrantPlacesAsync();
        await _server.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Run = await FinishedAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            // A run that is still computed ends before what it is computed with does.
            await _server.StopAsync();
            await _server.DisposeAsync();
        }

        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The plan of a place, the planner's own unless another is named.</summary>
    public Task<LocalPlan> PlanAsync(string place = PlanPlace) => WithDbAsync(db => db.LocalPlans.AsNoTracking().FirstAsync(plan => plan.Place == place));

    /// <summary>Somebody's browser without a screen: it keeps cookies and follows nothing.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>The same, signed in as one of the demonstration.</summary>
    public async Task<HttpClient> SignInAsync(string email)
    {
        var client = Client();
        using var answer = await PostAsync(client, "/sign-in", "/sign-in", ("email", email), ("password", DemonstrationPeople.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>A new key of one of the demonstration.</summary>
    public async Task<string> KeyAsync(string email, ApiScopes scopes)
    {
        var person = await WithDbAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).FirstAsync());
        return await WithAsync<ApiKeyService, string?>(keys => keys.MakeAsync(new MakeKeyOptions { PersonId = person, Name = "test", Scopes = scopes, Days = 30 }, default)) ?? throw new InvalidOperationException("Too many keys.");
    }

    /// <summary>A program with a key; none where it is empty.</summary>
    public HttpClient Program(string key)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (key.Length > 0) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A program with a new key of one of the demonstration.</summary>
    public async Task<HttpClient> ProgramAsync(string email, ApiScopes scopes) => Program(await KeyAsync(email, scopes));

    /// <summary>Loads a page and sends a form with its token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var document = await ReadAsync(client, page);
        var token = document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>A page as a document.</summary>
    public static async Task<IDocument> ReadAsync(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }

    /// <summary>Something done with the database.</summary>
    public async Task<T> WithDbAsync<T>(Func<CadreDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CadreDb>());
    }

    /// <summary>Something done with the services of a request.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Limits of requests that no test meets, unless a class that derives says otherwise.</summary>
    private protected virtual ServeOptions Limited(ServeOptions options) => options with { RequestsOfAKey = 1_000_000, SignIns = 1_000_000 };

    /// <summary>The people of the demonstration belong to places of England: here they have those of the small nation too.</summary>
    private Task<int> GrantPlacesAsync() => WithDbAsync(async db =>
    {
        foreach (var (email, role, place) in ((string, Role, string)[])[(Planner, Role.LocalPlanner, PlanPlace), (Partner, Role.Partner, PlanPlace), (Reviewer, Role.RegionalReviewer, "R2")])
        {
            var person = await db.Users.Where(user => user.Email == email).Select(user => user.Id).FirstAsync();
            db.RoleGrants.Add(new RoleGrant { PersonId = person, Role = role, Place = place });
            db.Audit(new AuditEntry { AtUtc = DateTime.UnixEpoch, PersonId = null, What = "RoleGranted", Subject = $"person {person}", Detail = $"{role} {place}" });
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>A finished run of another framework's scenario; the framework is imported where it is not there yet.</summary>
    public async Task<Run> RunOfAsync(string folder, string scenario, int futures = 20)
    {
        await using var scope = Services.CreateAsyncScope();
        var version = await scope.ServiceProvider.GetRequiredService<FrameworkService>().ImportAsync(folder, null, CancellationToken.None);
        var asked = await scope.ServiceProvider.GetRequiredService<RunService>().RequestAsync(
            new RequestRunOptions { FrameworkId = version.Id, PersonId = null, Scenario = scenario, Futures = futures }, CancellationToken.None);
        return await FinishedAsync(asked.Id);
    }

    /// <summary>Waits until a run is being computed: of a run that the clock holds, it is until it is let go.</summary>
    public async Task BegunAsync(Guid id)
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            if (await WithDbAsync(db => db.Runs.AnyAsync(run => run.Id == id && run.State == RunState.Running))) return;
            await Task.Delay(20);
        }

        throw new TimeoutException("The run did not begin within a minute.");
    }

    /// <summary>Waits for a run to end; the first one unless another is named.</summary>
    public async Task<Run> FinishedAsync(Guid? id = null)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var run = await WithDbAsync(db => db.Runs.AsNoTracking().OrderBy(run => run.RequestedUtc).FirstAsync(run => id == null || run.Id == id));
            if (run.State is not (RunState.Queued or RunState.Running)) return run;
            await Task.Delay(100);
        }

        throw new TimeoutException("The run did not end within a minute.");
    }
}
