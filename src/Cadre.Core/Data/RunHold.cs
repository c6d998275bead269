namespace Cadre.Core.Data;

/// <summary>The right to compute the runs of a database. Where a database serves one server alone it needs no keeping.</summary>
public class RunHold : IAsyncDisposable
{
    /// <summary>Makes sure that it is still held.</summary>
    /// <exception cref="System.Data.Common.DbException">The connection that holds it is lost, and the right with it.</exception>
    public virtual Task CheckAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
