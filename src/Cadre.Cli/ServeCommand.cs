using System.CommandLine;
using System.Net;
using Cadre.Core.Data;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Cli;

/// <summary><c>cadre serve</c>: Cadre in a browser.</summary>
internal static class ServeCommand
{
    /// <summary>The bundled frameworks that a new database begins with.</summary>
    private static readonly string[] Bundled = ["england-2025", "stepping-forward-2017"];

    public static Command Create(TimeProvider clock, CancellationToken cancellation)
    {
        var database = new DatabaseArguments();
        var demonstration = new Option<bool>("--no-demonstration") { Description = "Without the made-up people, one for each role, whose password everybody may know; behind a proxy there are none" };
        var proxies = new Option<string[]>("--behind-proxy")
        {
            Description = "A proxy that speaks https stands before Cadre, on this machine or at the addresses given: it is believed who asks, cookies go by https alone, and nobody else is answered",
            HelpName = "address", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true,
        };
        var port = new Option<int>("--port") { Description = "Port on this machine; 0 for any that is free", HelpName = "number", DefaultValueFactory = _ => 5080 };
        var frameworks = new Option<string[]>("--framework") { Description = "Framework to import, by name or folder; may be given more than once [default: those that Cadre comes with]", HelpName = "framework" };
        var futures = new Option<int>("--futures") { Description = "Futures of the first run of each framework", HelpName = "number", DefaultValueFactory = _ => 200 };
        var signIns = new Option<int>("--sign-ins") { Description = "How often somebody at one address may try to sign in in a minute; many where a proxy that --behind-proxy does not name stands before Cadre, and all come from its address", HelpName = "number", DefaultValueFactory = _ => 20 };
        signIns.Validators.Add(result =>
        {
            if (result.GetValue(signIns) < 1) result.AddError($"--sign-ins: found {result.GetValue(signIns)}, expected 1 or more.");
        });
        port.Validators.Add(result =>
        {
            if (result.GetValue(port) is < 0 or > 65_535) result.AddError($"--port: found {result.GetValue(port)}, expected 0 to 65535.");
        });
        var command = new Command("serve", "Open Cadre in a browser on this machine") { database.Data, database.Connection, demonstration, proxies, port, frameworks, futures, signIns };
        command.SetAction(parsed => Serve(
            new ServeOptions
            {
                DataFolder = database.FolderOf(parsed),
                Database = database.Of(parsed),
                Demonstration = !parsed.GetValue(demonstration) && parsed.GetResult(proxies) is null,
                Proxies = ProxiesOf(parsed, proxies),
                Port = parsed.GetValue(port),
                Frameworks = [.. (parsed.GetValue(frameworks) is { Length: > 0 } named ? named : Bundled).Select(name => Cadre.Frameworks.Reading.FrameworkLocator.Find(name, Home.Frameworks))],
                Futures = parsed.GetValue(futures),
                SignIns = parsed.GetValue(signIns),
            },
            clock, cancellation).GetAwaiter().GetResult());
        return command;
    }

    private static IReadOnlyList<IPAddress> ProxiesOf(ParseResult parsed, Option<string[]> option)
    {
        if (parsed.GetResult(option) is null) return [];
        if (parsed.GetValue(option) is not { Length: > 0 } given) return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        string[] wrong = [.. given.Where(text => !IPAddress.TryParse(text, out _))];
        return wrong.Length > 0 ? throw new InputException([.. wrong.Select(text => $"--behind-proxy: found {text}, expected the address of a proxy such as 10.0.0.5.")]) : [.. given.Select(IPAddress.Parse)];
    }

    private static async Task<Microsoft.AspNetCore.Builder.WebApplication> PrepareAsync(ServeOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            return await WebServer.CreateAsync(options, clock, cancellation);
        }
        catch (Exception wrong) when (wrong is DatabaseException or SchemaException)
        {
            throw new InputException([wrong.Message]);
        }
    }

    private static async Task<bool> HasPeopleAsync(Microsoft.AspNetCore.Builder.WebApplication server, CancellationToken cancellation)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CadreDb>().Users.AnyAsync(cancellation);
    }

    private static async Task<int> Serve(ServeOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        await using var server = await PrepareAsync(options, clock, cancellation);
        await server.StartAsync(cancellation);
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine($"Cadre is open at {address} - stop it with Ctrl+C.");
        if (!await HasPeopleAsync(server, cancellation)) Console.WriteLine("Nobody can sign in yet. Add the first person to the same database: cadre people add --email ADDRESS --role national-modeller");
        await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await server.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }
}
