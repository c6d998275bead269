namespace Cadre.Web.Tests.Databases;

/// <summary>The tests' server on PostgreSQL.</summary>
public sealed class PostgresServer() : TestServer(new PostgresTestDatabase())
{
    /// <summary>This server; skips the test where there is no PostgreSQL. A fixture cannot: what it throws is a failure.</summary>
    public PostgresServer OrSkip
    {
        get
        {
            PostgresTestDatabase.SkipWhereMissing();
            return this;
        }
    }

    public override ValueTask InitializeAsync() => PostgresTestDatabase.MayBeMissing ? ValueTask.CompletedTask : base.InitializeAsync();

    /// <summary>Breaks every connection to the database.</summary>
    public Task BreakConnectionsAsync() => ((PostgresTestDatabase)Database).BreakConnectionsAsync();
}
