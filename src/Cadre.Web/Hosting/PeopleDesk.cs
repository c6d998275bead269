using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadre.Web.Hosting;

/// <summary>The services that keep people, without a server: for the command line.</summary>
/// <param name="People">Adds people.</param>
/// <param name="Passwords">Makes links.</param>
public sealed record PeopleDesk(PeopleService People, PasswordService Passwords)
{
    /// <summary>Something done with a database, whose schema is brought up to date first.</summary>
    /// <exception cref="SchemaException">The database is of another version.</exception>
    /// <exception cref="DatabaseException">The database cannot be reached, read or written.</exception>
    public static async Task WithAsync(Database database, TimeProvider clock, Func<PeopleDesk, Task> work, CancellationToken cancellation)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)).AddSingleton(clock).AddSingleton(database).AddDbContext<CadreDb>(database.Configure);
        services.AddSingleton<FrameworkCache>().AddScoped<FrameworkService>().AddScoped<PlaceDirectory>().AddPeople();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await database.MigrateAsync(scope.ServiceProvider.GetRequiredService<CadreDb>(), clock, cancellation);
        await work(new PeopleDesk(scope.ServiceProvider.GetRequiredService<PeopleService>(), scope.ServiceProvider.GetRequiredService<PasswordService>()));
    }
}
