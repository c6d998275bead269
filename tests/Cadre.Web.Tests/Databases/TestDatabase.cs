using Cadre.Core.Data;
using Cadre.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Databases;

/// <summary>An empty database for one test or fixture, with a data folder; both go with it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>The data folder.</summary>
    internal TemporaryFolder Folder { get; } = new();

    /// <summary>The database.</summary>
    public abstract Database Database { get; }

    /// <summary>What tells <c>cadre serve</c> to use it, beside the data folder.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    /// <summary>Lists columns, keys and indices, a line each.</summary>
    public abstract string SchemaQuery { get; }

    /// <summary>Makes the database; skips the test where there is no server to make it on, and fails in continuous integration.</summary>
    public abstract Task CreateAsync();

    /// <summary>Opens it.</summary>
    public CadreDb Open()
    {
        var options = new DbContextOptionsBuilder<CadreDb>();
        Database.Configure(options);
        return new CadreDb(options.Options);
    }

    /// <summary>Opens it with its schema made.</summary>
    public async Task<CadreDb> MigratedAsync()
    {
        var db = Open();
        await Database.MigrateAsync(db, TimeProvider.System, TestContext.Current.CancellationToken);
        return db;
    }

    /// <summary>Something done with it.</summary>
    public async Task<T> WithDbAsync<T>(Func<CadreDb, Task<T>> work)
    {
        await using var db = Open();
        return await work(db);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes every connection and throws it away.</summary>
    protected abstract ValueTask DropAsync();
}
