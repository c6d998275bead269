using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cadre.Data.Sqlite;

/// <summary>
/// What SQLite forgets with each connection: how long a writer waits for another one (its own wait is fairer and sooner over than the library's, which tries
/// again every 150 ms), and that a commit is on the disk before it is acknowledged.
/// </summary>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
