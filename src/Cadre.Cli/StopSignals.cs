using System.Runtime.InteropServices;

namespace Cadre.Cli;

/// <summary>Turns Ctrl-C, and a polite kill, into a cancellation; a second one ends the program at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _exitCode = ExitCode.Interrupted;

    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, ExitCode.Terminated));
    }

    public CancellationToken Token => _stop.Token;

    /// <summary>The exit code that goes with the signal.</summary>
    public int ExitCodeOfSignal => _exitCode;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal, int exitCode)
    {
        signal.Cancel = !_stop.IsCancellationRequested;
        _exitCode = exitCode;
        _stop.Cancel();
    }
}
