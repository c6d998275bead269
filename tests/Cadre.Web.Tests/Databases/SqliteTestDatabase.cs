using Cadre.Core.Data;
using Cadre.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace Cadre.Web.Tests.Databases;

/// <summary>A file in the data folder, where the server looks for it.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private SqliteDatabase? _database;

    public override Database Database => _database ??= new SqliteDatabase(Path.Combine(Folder.Path, "cadre.db"));

    public override IReadOnlyList<string> Arguments => [];

    public override string SchemaQuery => """
        SELECT m.name || ' column ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
        UNION ALL SELECT m.name || ' key ' || f."table" || ' ' || f."from" || ' ' || f."to" || ' ' || f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL SELECT m.tbl_name || ' index ' || m.name || ' ' || group_concat(i.name) FROM sqlite_master m, pragma_index_info(m.name) i WHERE m.type = 'index' AND m.sql IS NOT NULL GROUP BY m.name
        ORDER BY 1
        """;

    public override Task CreateAsync() => Task.CompletedTask;

    protected override ValueTask DropAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
