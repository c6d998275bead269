using System.Data.Common;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Data.Sqlite;
using Cadre.TestCommon;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Migrate_NewDatabase_IsTheSchemaOfTheModel()
    {
        await using var migrated = await MigratedAsync("migrated.db");
        await using var created = Open("created.db");
        await created.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var schema = await SchemaOfAsync(migrated);
        Assert.Equal(await SchemaOfAsync(created), schema.Where(line => !line.StartsWith("schema_scripts", StringComparison.Ordinal)));
        Assert.NotEmpty(schema);
    }

    [Fact]
    public async Task Migrate_TwoAtOnce_ApplyEachScriptOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await (await MigratedAsync("shared.db")).DisposeAsync()));
        await using var db = Open("shared.db");
        Assert.Equal(new SqliteDatabase("").Scripts.Select(script => script.Number), await db.Database.SqlQueryRaw<int>("SELECT number AS Value FROM schema_scripts").ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("UPDATE schema_scripts SET digest = 'x' WHERE number = 1", "Schema script 1")]
    [InlineData("INSERT INTO schema_scripts (number, digest, applied_utc) VALUES (999, 'x', 'x')", "999")]
    public async Task Migrate_DatabaseOfAnotherVersion_IsRefused(string change, string named)
    {
        await using var db = await MigratedAsync("other.db");
        await db.Database.ExecuteSqlRawAsync(change, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<SchemaException>(() => MigratedAsync("other.db"));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveChanges_WithoutAnAuditEntry_ChangesNothing()
    {
        await using var db = await MigratedAsync("audit.db");
        db.Frameworks.Add(Version());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        db.Audit(new AuditEntry { AtUtc = DateTime.UnixEpoch, PersonId = null, What = "FrameworkImported", Subject = "framework", Detail = "by a test" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (await db.Frameworks.CountAsync(TestContext.Current.CancellationToken), await db.AuditEntries.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SaveChanges_TimeThatIsNotUtc_IsRefused()
    {
        await using var db = await MigratedAsync("times.db");
        db.Audit(new AuditEntry { AtUtc = new DateTime(2026, 1, 1), PersonId = null, What = "x", Subject = "x", Detail = "x" });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static FrameworkVersion Version() => new() { Name = "n", Title = "t", Digest = "d", Content = [1], ImportedUtc = DateTime.UnixEpoch };

    private CadreDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<CadreDb>();
        new SqliteDatabase(Path.Combine(_folder.Path, file)).Configure(options);
        return new CadreDb(options.Options);
    }

    private async Task<CadreDb> MigratedAsync(string file)
    {
        var db = Open(file);
        await new SqliteDatabase("").MigrateAsync(db, TimeProvider.System, TestContext.Current.CancellationToken);
        return db;
    }

    /// <summary>Columns, keys and indices, a line each.</summary>
    private static async Task<List<string>> SchemaOfAsync(CadreDb db)
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        const string query = """
            SELECT m.name || ' column ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
            UNION ALL SELECT m.name || ' key ' || f."table" || ' ' || f."from" || ' ' || f."to" || ' ' || f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
            UNION ALL SELECT m.tbl_name || ' index ' || m.name || ' ' || group_concat(i.name) FROM sqlite_master m, pragma_index_info(m.name) i WHERE m.type = 'index' AND m.sql IS NOT NULL GROUP BY m.name
            ORDER BY 1
            """;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(reader.GetString(0));
        return lines;
    }
}
