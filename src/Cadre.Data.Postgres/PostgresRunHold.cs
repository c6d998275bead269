using Cadre.Core.Data;
using Npgsql;

namespace Cadre.Data.Postgres;

/// <summary>The right to compute runs: a lock of a session, which ends with its connection, however the server ends.</summary>
internal sealed class PostgresRunHold(NpgsqlConnection connection) : RunHold
{
    /// <summary>The lock; the number only has to be no other program's.</summary>
    private const long Lock = 0x0CAD_2E00_5C4E_3A03;

    /// <summary>Asks for it on a connection of its own.</summary>
    /// <returns>The right; null where another session has it.</returns>
    public static async Task<PostgresRunHold?> TryAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new NpgsqlParameter { Value = Lock } } };
            if (await command.ExecuteScalarAsync(cancellation) is true) return new PostgresRunHold(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public override async Task CheckAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.ExecuteScalarAsync(cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await base.DisposeAsync();
    }
}
