using Cadre.Core.Data;
using Cadre.Data.Postgres;
using Npgsql;

namespace Cadre.Web.Tests.Databases;

/// <summary>A database of its own on the server that CADRE_POSTGRES names; <c>./test</c> starts one.</summary>
public sealed class PostgresTestDatabase : TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("CADRE_POSTGRES") is { Length: > 0 } server ? server : null;

    private readonly string _name = $"cadre_test_{Guid.NewGuid():N}";
    private PostgresDatabase? _database;

    public override Database Database => _database ??= new PostgresDatabase(Connection);

    public override IReadOnlyList<string> Arguments => ["--database", Connection];

    public override string SchemaQuery => """
        SELECT table_name || ' column ' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '') || ' ' || is_nullable || ' ' || is_identity AS line FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT conrelid::regclass::text || ' key ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT tablename || ' index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        ORDER BY 1
        """;

    /// <summary>True on a developer's machine without a server; never in continuous integration, where its absence fails.</summary>
    public static bool MayBeMissing => Server is null && Environment.GetEnvironmentVariable("CI") != "true";

    private string Connection => new NpgsqlConnectionStringBuilder(Server) { Database = _name, Pooling = true }.ConnectionString;

    /// <summary>Skips the test where there may be no server.</summary>
    public static void SkipWhereMissing() => Assert.SkipWhen(MayBeMissing, "There is no PostgreSQL in CADRE_POSTGRES; ./test starts one.");

    public override async Task CreateAsync()
    {
        SkipWhereMissing();
        await OnServerAsync($"CREATE DATABASE {_name}");
    }

    /// <summary>Breaks every connection to the database, as a server that starts again does.</summary>
    public Task BreakConnectionsAsync() => OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_name}'");

    protected override async ValueTask DropAsync()
    {
        if (Server is not null) await OnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task OnServerAsync(string sql)
    {
        var server = Server ?? throw new InvalidOperationException("CADRE_POSTGRES does not name a PostgreSQL.");
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
