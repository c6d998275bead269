using System.Globalization;
using Cadre.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Cadre.Data.Sqlite;

/// <summary>A database in one file.</summary>
/// <param name="path">The file; it is made when it is missing.</param>
public sealed class SqliteDatabase(string path) : Database
{
    private static readonly IReadOnlyList<SchemaScript> All = SchemaScript.Of(typeof(SqliteDatabase).Assembly);

    private static readonly SqliteConnectionSettings Settings = new();

    /// <inheritdoc/>
    public override IReadOnlyList<SchemaScript> Scripts => All;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, ForeignKeys = true }.ToString()).AddInterceptors(Settings);

    /// <inheritdoc/>
    public override async Task MigrateAsync(CadreDb db, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            await RunAsync(connection, "PRAGMA journal_mode = WAL;", cancellation);
            // Immediate: whoever comes second waits here until the first has committed.
            await using var transaction = connection.BeginTransaction(deferred: false);
            await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_scripts (number INTEGER PRIMARY KEY, digest TEXT NOT NULL, applied_utc TEXT NOT NULL);", cancellation);
            foreach (var script in Pending(await AppliedAsync(connection, cancellation)))
            {
                await RunAsync(connection, script.Sql, cancellation);
                await RunAsync(
                    connection, "INSERT INTO schema_scripts (number, digest, applied_utc) VALUES ($number, $digest, $applied);", cancellation,
                    ("$number", script.Number), ("$digest", script.Digest), ("$applied", clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
            }

            await transaction.CommitAsync(cancellation);
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_CORRUPT)
        {
            throw new DatabaseException($"The database {path} cannot be used: {wrong.Message.TrimEnd('.')}.", wrong);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <inheritdoc/>
    /// <remarks>By a file beside it, which the system lets go when the server ends, however it ends.</remarks>
    public override IDisposable? Claim()
    {
        try
        {
            return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception wrong) when (wrong is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            // What is wrong with the folder is said when the database is opened.
            return null;
        }
        catch (IOException taken)
        {
            throw new DatabaseException($"Another server has the database {path} open: stop that one first, or keep the database on PostgreSQL (--database), which several servers can share.", taken);
        }
    }

    /// <inheritdoc/>
    /// <remarks>A transaction is the only one that writes, from its first moment on.</remarks>
    public override Task LockPeopleAsync(CadreDb db, CancellationToken cancellation) => Task.CompletedTask;

    private static async Task<Dictionary<int, string>> AppliedAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, digest FROM schema_scripts;";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellation))
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        return applied;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
