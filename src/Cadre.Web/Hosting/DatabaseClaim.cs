using Cadre.Core.Data;

namespace Cadre.Web.Hosting;

/// <summary>Keeps a database that serves one server alone for this one, until it is let go with everything else.</summary>
internal sealed class DatabaseClaim(Database database) : IDisposable
{
    private readonly IDisposable? _claim = database.Claim();

    public void Dispose() => _claim?.Dispose();
}
