using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Cadre.Core.Data;
using Cadre.Core.Runs;
using Cadre.Data.Sqlite;
using Cadre.TestCommon;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests;

/// <summary>A server on a port of its own, its database in a folder of its own, with the made-up small nation and a finished run of it.</summary>
public class TestServer : IAsyncLifetime
{
    public const string Planner = "planner@demonstration.invalid";
    public const string Modeller = "modeller@demonstration.invalid";

    public const string Reviewer = "reviewer@demonstration.invalid";

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _server;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The run that is done.</summary>
    public Run Run { get; private set; } = null!;

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => _server!.Services;

    /// <summary>The framework that it is started with.</summary>
    protected virtual string FrameworkFolder => SmallFramework.Folder;

    public async ValueTask InitializeAsync()
    {
        _server = await WebServer.CreateAsync(
            new ServeOptions
            {
                DataFolder = _folder.Path, Database = new SqliteDatabase(System.IO.Path.Combine(_folder.Path, "cadre.db")), Port = 0, Frameworks = [FrameworkFolder], Futures = 20,
            },
            TimeProvider.System);
        await _server.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Run = await FinishedAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null) await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

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
