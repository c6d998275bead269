using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Data;

/// <summary>A kind of database and where one of it is.</summary>
public abstract class Database
{
    /// <summary>The scripts that make the schema, by number.</summary>
    public abstract IReadOnlyList<SchemaScript> Scripts { get; }

    /// <summary>Tells the context which database to use.</summary>
    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>
    /// Brings the schema up to date: every script that has not been applied, in order, all of them in one transaction that keeps others who want the same waiting.
    /// </summary>
    /// <exception cref="SchemaException">A script that was applied has changed since, or the database is newer than the program.</exception>
    /// <exception cref="DatabaseException">The database cannot be reached, read or written.</exception>
    public abstract Task MigrateAsync(CadreDb db, TimeProvider clock, CancellationToken cancellation);

    /// <summary>Takes the database for one server, where its kind serves one alone, until what is given back is disposed of; null where it serves several.</summary>
    /// <exception cref="DatabaseException">Another server has it.</exception>
    public virtual IDisposable? Claim() => null;

    /// <summary>Asks for the right to compute runs, which one server has at a time.</summary>
    /// <returns>The right, until it is disposed of; null where another server has it.</returns>
    public virtual Task<RunHold?> TryHoldRunsAsync(CancellationToken cancellation) => Task.FromResult<RunHold?>(new RunHold());

    /// <summary>Keeps others who change what people may do waiting until the transaction that is open ends.</summary>
    public abstract Task LockPeopleAsync(CadreDb db, CancellationToken cancellation);

    /// <summary>The scripts that are still to be applied.</summary>
    /// <param name="applied">Digest by number of those that were.</param>
    /// <exception cref="SchemaException">A script that was applied has changed since, or the database is newer than the program.</exception>
    protected IEnumerable<SchemaScript> Pending(IReadOnlyDictionary<int, string> applied)
    {
        if (applied.Keys.FirstOrDefault(number => Scripts.All(script => script.Number != number)) is var unknown and not 0)
            throw new SchemaException($"The database has schema script {unknown}, which this version of Cadre does not know: use a newer one.");
        foreach (var script in Scripts)
        {
            if (applied.TryGetValue(script.Number, out var digest) && digest != script.Digest)
                throw new SchemaException($"Schema script {script.Number} of the database is not this version's: the database was made by another one.");
        }

        return Scripts.Where(script => !applied.ContainsKey(script.Number));
    }
}
