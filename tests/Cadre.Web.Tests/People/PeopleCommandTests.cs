using System.Diagnostics;
using Cadre.Core.People;
using Cadre.TestCommon;
using Cadre.Web.Hosting;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests.People;

/// <summary><c>cadre people</c>, and a server on a database of one's own, which begins without people.</summary>
public abstract class PeopleCommandTests(TestDatabase database) : IAsyncLifetime
{
    [Fact]
    public async Task Add_FirstPersonOfADatabase_PrintsALinkThatWorks()
    {
        var (code, output, _) = await CadreAsync("add", "--email", "ada@example.org", "--name", "Ada First", "--role", "national-modeller", "--address", "https://cadre.example/");
        Assert.Equal(0, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Ada First (ada@example.org) sets a password with this link, which works once and for 3 days:", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("https://cadre.example/set-password/cadre_", lines[1], StringComparison.Ordinal);

        await using var server = await WebServer.CreateAsync(new ServeOptions { DataFolder = database.Folder.Path, Database = database.Database, Port = 0, Frameworks = [SmallFramework.Folder], Futures = 5, Demonstration = false }, TimeProvider.System);
        await using var scope = server.Services.CreateAsyncScope();
        var passwords = scope.ServiceProvider.GetRequiredService<PasswordService>();
        var link = lines[1].Split('/')[^1].Trim();
        Assert.Equal([], await passwords.SetAsync(link, "Correct-Horse-41", TestContext.Current.CancellationToken));
        Assert.Null(await passwords.SetAsync(link, "Correct-Horse-42", TestContext.Current.CancellationToken));
        var person = Assert.Single(await scope.ServiceProvider.GetRequiredService<PeopleService>().ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((Role.NationalModeller, ""), (Assert.Single(person.Grants).Role, person.Grants[0].Place));
    }

    [Fact]
    public async Task Link_OfSomebodyAndOfNobody_PrintsOneAndSaysSo()
    {
        Assert.Equal(0, (await CadreAsync("add", "--email", "ada@example.org", "--role", "national-modeller")).Code);
        var (code, output, _) = await CadreAsync("link", "--email", "ADA@example.org");
        Assert.Equal(0, code);
        Assert.Contains("http://127.0.0.1:5080/set-password/cadre_", output, StringComparison.Ordinal);
        (code, _, var error) = await CadreAsync("link", "--email", "bob@example.org");
        Assert.Equal(2, code);
        Assert.Contains("nobody in this database has the address bob@example.org", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.org", "emperor", "", "--role: found emperor, expected one of reader, national-modeller")]
    [InlineData("ada", "reader", "", "--email: Enter an e-mail address")]
    [InlineData("ada@example.org", "local-planner", "", "--place: Choose the place of this role")]
    [InlineData("ada@example.org", "local-planner", "QKK", "--place: No framework has a place with the code \"QKK\"")]
    public async Task Add_WhatCannotBe_SaysWhatAndAddsNobody(string email, string role, string place, string expected)
    {
        var (code, _, error) = await CadreAsync(["add", "--email", email, "--role", role, .. place.Length > 0 ? (string[])["--place", place] : []]);
        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(0, await database.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Serve_WithoutDemonstration_LetsNobodyOfItIn()
    {
        var options = new ServeOptions { DataFolder = database.Folder.Path, Database = database.Database, Port = 0, Frameworks = [SmallFramework.Folder], Futures = 5 };
        await (await WebServer.CreateAsync(options, TimeProvider.System)).DisposeAsync();
        await using var server = await WebServer.CreateAsync(options with { Demonstration = false }, TimeProvider.System);
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Urls.First()) };
        Assert.DoesNotContain("Demonstration", (await TestServer.ReadAsync(client, "/sign-in")).Body!.TextContent, StringComparison.Ordinal);
        using var answer = await TestServer.PostAsync(client, "/sign-in", "/sign-in", ("email", TestServer.Modeller), ("password", DemonstrationPeople.Password));
        Assert.Contains("or the account is locked", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await server.StopAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync() => await database.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<(int Code, string Output, string Error)> CadreAsync(params string[] arguments)
    {
        string[] all = ["exec", Path.Combine(AppContext.BaseDirectory, "cadre.dll"), "people", .. arguments, "--data", database.Folder.Path, .. database.Arguments];
        using var process = Process.Start(new ProcessStartInfo("dotnet", all) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}

public sealed class SqlitePeopleCommandTests() : PeopleCommandTests(new SqliteTestDatabase());

public sealed class PostgresPeopleCommandTests() : PeopleCommandTests(new PostgresTestDatabase());
