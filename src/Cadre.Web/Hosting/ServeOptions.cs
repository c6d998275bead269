using Cadre.Core.Data;

namespace Cadre.Web.Hosting;

/// <summary>How the server is run.</summary>
public sealed record ServeOptions
{
    /// <summary>Where everything is kept that is not in the database: the keys of cookies.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The database.</summary>
    public required Database Database { get; init; }

    /// <summary>Port on this machine; 0 for any that is free.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Addresses of the proxies that stand before the server and speak https; none where it is open to this machine alone.</summary>
    public IReadOnlyList<System.Net.IPAddress> Proxies { get; init; } = [];

    /// <summary>Folders of the frameworks that are imported, and run once, where they are not there yet.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>Futures of the runs that are asked for when a framework is imported.</summary>
    public int Futures { get; init; } = 200;

    /// <summary>Whether demonstration people are made, one for each role.</summary>
    public bool Demonstration { get; init; } = true;

    /// <summary>Requests of the API that one key may make in any minute.</summary>
    public int RequestsOfAKey { get; init; } = 120;

    /// <summary>How often somebody at one address may try to sign in in any minute.</summary>
    public int SignIns { get; init; } = 20;
}
