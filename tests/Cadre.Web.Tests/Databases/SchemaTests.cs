using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Databases;

public abstract class SchemaTests(TestDatabase database, TestDatabase another) : IAsyncLifetime
{
    [Fact]
    public async Task Migrate_NewDatabase_IsTheSchemaOfTheModel()
    {
        await using var migrated = await database.MigratedAsync();
        await using var created = another.Open();
        await created.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var schema = await SchemaOfAsync(migrated);
        Assert.Equal(await SchemaOfAsync(created), schema.Where(line => !line.StartsWith("schema_scripts", StringComparison.Ordinal)));
        Assert.NotEmpty(schema);
    }

    [Fact]
    public async Task Migrate_TwoAtOnce_ApplyEachScriptOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await (await database.MigratedAsync()).DisposeAsync()));
        await using var db = database.Open();
        Assert.Equal(database.Database.Scripts.Select(script => script.Number), await db.Database.SqlQueryRaw<int>("SELECT number AS \"Value\" FROM schema_scripts").ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("UPDATE schema_scripts SET digest = 'x' WHERE number = 1", "Schema script 1")]
    [InlineData("INSERT INTO schema_scripts (number, digest, applied_utc) VALUES (999, 'x', '2026-01-01')", "999")]
    public async Task Migrate_DatabaseOfAnotherVersion_IsRefused(string change, string named)
    {
        await using var db = await database.MigratedAsync();
        await db.Database.ExecuteSqlRawAsync(change, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.MigratedAsync());
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveChanges_WithoutAnAuditEntry_ChangesNothing()
    {
        await using var db = await database.MigratedAsync();
        db.Frameworks.Add(Version());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        db.Audit(new AuditEntry { AtUtc = DateTime.UnixEpoch, PersonId = null, What = "FrameworkImported", Subject = "framework", Detail = "by a test" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (await db.Frameworks.CountAsync(TestContext.Current.CancellationToken), await db.AuditEntries.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SaveChanges_TimeThatIsNotUtc_IsRefused()
    {
        await using var db = await database.MigratedAsync();
        db.Audit(new AuditEntry { AtUtc = new DateTime(2026, 1, 1), PersonId = null, What = "x", Subject = "x", Detail = "x" });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask InitializeAsync()
    {
        await database.CreateAsync();
        await another.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await another.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static FrameworkVersion Version() => new() { Name = "n", Title = "t", Digest = "d", Content = [1], ImportedUtc = DateTime.UnixEpoch };

    /// <summary>Columns, keys and indices, a line each.</summary>
    private async Task<List<string>> SchemaOfAsync(CadreDb db)
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = database.SchemaQuery;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(reader.GetString(0));
        return lines;
    }
}

public sealed class SqliteSchemaTests() : SchemaTests(new SqliteTestDatabase(), new SqliteTestDatabase());

public sealed class PostgresSchemaTests() : SchemaTests(new PostgresTestDatabase(), new PostgresTestDatabase());
