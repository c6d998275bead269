using System.Diagnostics;
using Cadre.Data.Sqlite;
using Cadre.TestCommon;
using Cadre.Web.Tests.Databases;

namespace Cadre.Web.Tests;

/// <summary>What <c>cadre serve</c> says of a database that it cannot use.</summary>
public sealed class ServeTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=cadre;Password=do-not-tell", "PostgreSQL at 127.0.0.1:1 cannot be reached")]
    [InlineData("Host=no.such.host.invalid;Username=cadre;Password=do-not-tell", "PostgreSQL at no.such.host.invalid:5432 cannot be reached")]
    [InlineData("Hots=127.0.0.1;Password=do-not-tell", "--database: The database's connection string cannot be read")]
    [InlineData("Host=127.0.0.1;Password=a;do-not-tell=1", "--database: The database's connection string cannot be read")]
    [InlineData("Host=127.0.0.1;Port=do-not-tell", "--database: The database's connection string cannot be read")]
    [InlineData("postgres://cadre:do-not-tell@127.0.0.1/cadre", "--database: The database's connection string cannot be read")]
    [InlineData("Username=cadre", "--database: The database's connection string cannot be read")]
    [InlineData("", "--database: The database's connection string cannot be read")]
    public async Task Serve_DatabaseThatCannotBeUsed_SaysSoInASentence(string connection, string expected)
    {
        using var folder = new TemporaryFolder();
        var (code, error) = await ServeAsync("--data", folder.Path, "--port", "0", "--framework", SmallFramework.Folder, "--database", connection);
        AssertSays(expected, code, error);
    }

    [Fact]
    public async Task Serve_DatabaseAndPasswordThatAreWrong_SayWhichItIs()
    {
        PostgresTestDatabase.SkipWhereMissing();
        var server = Environment.GetEnvironmentVariable("CADRE_POSTGRES");
        using var folder = new TemporaryFolder();
        var (code, error) = await ServeAsync("--data", folder.Path, "--port", "0", "--framework", SmallFramework.Folder, "--database", $"{server};Database=cadre_nowhere");
        AssertSays("has no database cadre_nowhere", code, error);
        (code, error) = await ServeAsync("--data", folder.Path, "--port", "0", "--framework", SmallFramework.Folder, "--database", $"{server};Database=cadre_nowhere;Password=do-not-tell");
        AssertSays("refuses the sign-in of", code, error);
    }

    [Fact]
    public async Task Serve_FileThatIsNoDatabase_SaysSoInASentence()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "cadre.db"), new string('x', 5000), TestContext.Current.CancellationToken);
        var (code, error) = await ServeAsync("--data", folder.Path, "--port", "0", "--framework", SmallFramework.Folder);
        AssertSays("cadre.db cannot be used", code, error);
    }

    [Fact]
    public async Task Serve_FileThatAnotherServerHas_SaysSoInASentence()
    {
        using var folder = new TemporaryFolder();
        using var other = new SqliteDatabase(Path.Combine(folder.Path, "cadre.db")).Claim();
        var (code, error) = await ServeAsync("--data", folder.Path, "--port", "0", "--framework", SmallFramework.Folder);
        AssertSays("Another server has the database", code, error);
    }

    [Fact]
    public async Task Serve_ProxyThatIsNoAddress_SaysSoInASentence()
    {
        using var folder = new TemporaryFolder();
        var (code, error) = await ServeAsync("--data", folder.Path, "--port", "0", "--behind-proxy", "proxy.example");
        AssertSays("--behind-proxy: found proxy.example, expected the address of a proxy such as 10.0.0.5.", code, error);
    }

    private static void AssertSays(string expected, int code, string error)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length == 2, error);
        Assert.Contains(expected, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1 problem; nothing was written.", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("do-not-tell", error, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    private static async Task<(int Code, string Error)> ServeAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "cadre.dll"), "serve", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return (process.ExitCode, $"{await output}{await error}");
    }
}
