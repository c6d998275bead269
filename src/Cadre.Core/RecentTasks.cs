using System.Diagnostics.CodeAnalysis;

namespace Cadre.Core;

/// <summary>Computes things that are asked for, one at a time, and keeps the last few.</summary>
/// <param name="kept">How many are kept.</param>
/// <param name="waiting">How many may wait or be computed.</param>
internal sealed class RecentTasks<TKey, TResult>(int kept, int waiting) : IDisposable
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly List<(TKey Key, Task<TResult> Task)> _tasks = [];

    /// <summary>Finds what was begun, or begins it.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="cancellation">Stops it: of the server, not of whoever asks first.</param>
    /// <param name="task">What is computed.</param>
    /// <returns>Whether there is something: not where too many are waiting.</returns>
    public bool TryGet(TKey key, Func<TResult> compute, CancellationToken cancellation, [NotNullWhen(true)] out Task<TResult>? task)
    {
        lock (_lock)
        {
            _tasks.RemoveAll(item => item.Task.IsFaulted || item.Task.IsCanceled);
            var at = _tasks.FindIndex(item => item.Key.Equals(key));
            task = at >= 0 ? _tasks[at].Task : null;
            if (task is null && _tasks.Count(item => !item.Task.IsCompleted) >= waiting) return false;
            task ??= Task.Run(() => ComputeAsync(compute, cancellation), cancellation);
            if (at >= 0) _tasks.RemoveAt(at);
            _tasks.Add((key, task));
            // The one that was asked for longest ago goes.
            if (_tasks.Count > kept && _tasks.FindIndex(item => item.Task.IsCompleted) is >= 0 and var oldest) _tasks.RemoveAt(oldest);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<TResult> ComputeAsync(Func<TResult> compute, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return compute();
        }
        finally
        {
            _one.Release();
        }
    }
}
