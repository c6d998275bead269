using System.Diagnostics;

namespace Cadre.Cli.Tests;

/// <summary>The built program as a child process, as a user's shell starts it.</summary>
internal sealed class CadreProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CadreProcess(Process process) =>
        (_process, _output, _error) = (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

    /// <summary>What a finished child left behind.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Error)
    {
        /// <summary>The output as one line, wherever the window breaks it.</summary>
        public string Prose => string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Runs the program to its end.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="arguments">What stands after <c>cadre</c>.</param>
    public static Outcome Run(string folder, params IEnumerable<string> arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the program to its end with variables of its own.</summary>
    public static Outcome Run(string folder, IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments)
    {
        using var child = Start(folder, variables, arguments);
        return child.Wait();
    }

    /// <summary>Starts the program.</summary>
    public static CadreProcess Start(string folder, IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "cadre.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("CADRE_HOME");
        start.Environment.Remove("COLUMNS");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.StandardInput.Close();
        return new CadreProcess(process);
    }

    /// <summary>Waits until the program has used so much processor time, or has ended.</summary>
    public void WaitUntilItHasWorked(TimeSpan processorTime)
    {
        do
            _process.Refresh();
        while (!_process.WaitForExit(20) && _process.TotalProcessorTime < processorTime);
    }

    /// <summary>Sends what Ctrl-C sends.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    public Outcome Wait()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {Patience}.");
        }

        return new Outcome(_process.ExitCode, _output.GetAwaiter().GetResult(), _error.GetAwaiter().GetResult());
    }

    public void Dispose() => _process.Dispose();
}
