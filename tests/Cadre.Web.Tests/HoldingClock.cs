namespace Cadre.Web.Tests;

/// <summary>The system's clock, which can keep runs from going on: they measure their progress by it, and wait for an answer while it holds.</summary>
public sealed class HoldingClock : TimeProvider
{
    private volatile TaskCompletionSource? _held;

    /// <summary>Runs that begin stay where they begin, and those under way stop at their next report, until what this returns is disposed.</summary>
    public IDisposable Hold()
    {
        Replace(new TaskCompletionSource());
        return new Holder(this);
    }

    /// <summary>Lets the run go on that is held, and holds the next.</summary>
    public void LetGo() => Replace(new TaskCompletionSource());

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        _held?.Task.Wait();
        return base.GetTimestamp();
    }

    private void Replace(TaskCompletionSource? next)
    {
        var held = _held;
        _held = next;
        held?.SetResult();
    }

    private sealed class Holder(HoldingClock clock) : IDisposable
    {
        public void Dispose() => clock.Replace(null);
    }
}
