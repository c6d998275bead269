using System.CommandLine;
using Cadre.Core.Data;
using Cadre.Data.Postgres;
using Cadre.Data.Sqlite;

namespace Cadre.Cli;

/// <summary>How a command is told its database: a file in a folder, or PostgreSQL.</summary>
internal sealed class DatabaseArguments
{
    public Option<DirectoryInfo> Data { get; } = new("--data") { Description = "Folder of the database, where it is a file, and of the keys of cookies [default: local/cadre]", HelpName = "folder" };

    public Option<string> Connection { get; } = new("--database")
    {
        Description = "PostgreSQL to use in place of a file: \"Host=localhost;Database=cadre;Username=cadre\"; the password may stand in the variable PGPASSWORD", HelpName = "connection",
    };

    /// <summary>The folder, which is made where it is missing.</summary>
    public string FolderOf(ParseResult parsed) => Directory.CreateDirectory(parsed.GetValue(Data)?.FullName ?? Path.Combine(Home.Folder, "local", "cadre")).FullName;

    /// <summary>The database.</summary>
    /// <exception cref="InputException">The connection string cannot be read.</exception>
    public Database Of(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(Connection) is { } connection ? new PostgresDatabase(connection) : new SqliteDatabase(Path.Combine(FolderOf(parsed), "cadre.db"));
        }
        catch (DatabaseException wrong)
        {
            throw new InputException([$"--database: {wrong.Message}"]);
        }
    }
}
