using Cadre.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cadre.Data.Postgres;

/// <summary>A database on a PostgreSQL server.</summary>
public sealed class PostgresDatabase : Database
{
    /// <summary>Npgsql's own; whoever names another number gets it.</summary>
    private const int UsualPool = 100;

    /// <summary>A request holds a connection for some milliseconds: so many serve hundreds of people, and leave room below the server's usual limit of 100.</summary>
    private const int Pool = 20;

    /// <summary>The lock that keeps two programs from changing the schema of a database at once; the number only has to be no other program's.</summary>
    private const long SchemaLock = 0x0CAD_2E00_5C4E_3A01;

    /// <summary>The lock that keeps two people from changing at once who may do what.</summary>
    private const long PeopleLock = 0x0CAD_2E00_5C4E_3A02;

    private static readonly IReadOnlyList<SchemaScript> All = SchemaScript.Of(typeof(PostgresDatabase).Assembly);

    private readonly NpgsqlConnectionStringBuilder _connection;

    /// <summary>A database by its connection string.</summary>
    /// <param name="connection">As Npgsql reads it: <c>Host=localhost;Database=cadre;Username=cadre</c>; the password may stand in the variable PGPASSWORD.</param>
    /// <exception cref="DatabaseException">It is no connection string, or names no host.</exception>
    public PostgresDatabase(string connection)
    {
        const string expected = "The database's connection string cannot be read; expected something like \"Host=localhost;Database=cadre;Username=cadre\".";
        try
        {
            _connection = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            // What is wrong with it may be a part of the password: not a word of it is repeated.
            throw new DatabaseException(expected);
        }

        if (string.IsNullOrWhiteSpace(_connection.Host)) throw new DatabaseException(expected);
        if (_connection.MaxPoolSize == UsualPool) _connection.MaxPoolSize = Pool;
        _connection.ApplicationName ??= "Cadre";
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SchemaScript> Scripts => All;

    private string Address => $"PostgreSQL at {_connection.Host}:{_connection.Port}";

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_connection.ConnectionString);

    /// <inheritdoc/>
    public override async Task MigrateAsync(CadreDb db, TimeProvider clock, CancellationToken cancellation)
    {
        // Not by way of the context, which would log a failure that is told in words here.
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        try
        {
            await connection.OpenAsync(cancellation);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or InvalidOperationException or ArgumentException)
        {
            throw new DatabaseException(Unreached(failure), failure);
        }

        try
        {
            await MigrateAsync(connection, clock, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            throw new DatabaseException($"{Address} does not let {_connection.Username} make tables in the database {_connection.Database}: {refused.MessageText}.", refused);
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    /// <inheritdoc/>
    public override async Task<RunHold?> TryHoldRunsAsync(CancellationToken cancellation) =>
        await PostgresRunHold.TryAsync(new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Pooling = false }.ConnectionString), cancellation);

    /// <inheritdoc/>
    public override Task LockPeopleAsync(CadreDb db, CancellationToken cancellation) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PeopleLock})", cancellation);

    private async Task MigrateAsync(NpgsqlConnection connection, TimeProvider clock, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Whoever comes second waits here until the first has committed.
        await RunAsync(connection, "SELECT pg_advisory_xact_lock($1)", cancellation, SchemaLock);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_scripts (number integer PRIMARY KEY, digest text NOT NULL, applied_utc timestamptz NOT NULL)", cancellation);
        foreach (var script in Pending(await AppliedAsync(connection, cancellation)))
        {
            await RunAsync(connection, script.Sql, cancellation);
            await RunAsync(connection, "INSERT INTO schema_scripts (number, digest, applied_utc) VALUES ($1, $2, $3)", cancellation, script.Number, script.Digest, clock.GetUtcNow().UtcDateTime);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT number, digest FROM schema_scripts", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellation))
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        return applied;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params IEnumerable<object> parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Why the server cannot be talked to, in one sentence without the password.</summary>
    private string Unreached(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => $"{Address} refuses the sign-in of {_connection.Username}: wrong user or password.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"{Address} has no database {_connection.Database}: make it with createdb, or name another one.",
        PostgresException refused => $"{Address} refuses: {refused.MessageText}.",
        { InnerException: { } reason } => $"{Address} cannot be reached: {reason.Message.TrimEnd('.')}.",
        _ => $"{Address} cannot be reached: {failure.Message.TrimEnd('.')}.",
    };
}
