using System.Diagnostics;
using Cadre.Web.Tests.Databases;

namespace Cadre.Web.Tests.Kills;

/// <summary><c>cadre serve</c> as a child process, which can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Opened = "Cadre is open at ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _error;

    private ServerProcess(Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts a server; it has not opened yet.</summary>
    public static ServerProcess Start(TestDatabase database, IEnumerable<string> frameworks)
    {
        string[] arguments =
        [
            "serve", "--data", database.Folder.Path, "--port", "0", "--futures", "20", .. database.Arguments, .. frameworks.SelectMany(folder => (string[])["--framework", folder]),
        ];
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "cadre.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        return new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("The server did not start."));
    }

    /// <summary>Waits until it has opened.</summary>
    /// <returns>Its address.</returns>
    public async Task<Uri> OpenedAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith(Opened, StringComparison.Ordinal)) return new Uri(line[Opened.Length..].Split(' ')[0]);
        throw new InvalidOperationException($"The server ended before it opened: {await _error}");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
