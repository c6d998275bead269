using System.CommandLine;
using Cadre.Core.Data;
using Cadre.Core.People;
using Cadre.Web.Hosting;

namespace Cadre.Cli.People;

/// <summary>
/// <c>cadre people</c>: who can sign in, for whoever has the database: the first person, and a link for one who cannot get in any more. A link and no password:
/// then no password stands in the history of a shell, in a script or on a screen, and its rules are asked on one page alone.
/// </summary>
internal static class PeopleCommand
{
    public static Command Create(TimeProvider clock, CancellationToken cancellation) =>
        new("people", "Add people to the server's database, and make links by which they set a password") { Add(clock, cancellation), Link(clock, cancellation) };

    private static Command Add(TimeProvider clock, CancellationToken cancellation)
    {
        var (database, email, address) = (new DatabaseArguments(), Email(), Address());
        var name = new Option<string>("--name") { Description = "Their name as others read it [default: their e-mail address]", HelpName = "name" };
        var role = new Option<string>("--role") { Description = $"What they may do: {string.Join(", ", Enum.GetValues<Role>().Select(CodeOf))}", HelpName = "role", Required = true };
        var place = new Option<string>("--place") { Description = "Code of the place that the role is confined to [default: the whole nation]", HelpName = "code" };
        var command = new Command("add", "Add a person, and print the link by which they set their password") { database.Data, database.Connection, email, name, role, place, address };
        command.SetAction(parsed => PeopleDesk.WithAsync(database.Of(parsed), clock, async desk =>
        {
            var given = parsed.GetRequiredValue(role);
            Role[] roles = [.. Enum.GetValues<Role>().Where(one => CodeOf(one) == given)];
            if (roles.Length == 0) throw new InputException([$"--role: found {given}, expected one of {string.Join(", ", Enum.GetValues<Role>().Select(CodeOf))}."]);
            var who = parsed.GetRequiredValue(email);
            var outcome = await desk.People.AddAsync(new PersonOptions { By = null, Email = who, Name = parsed.GetValue(name) ?? who, Roles = [(roles[0], parsed.GetValue(place) ?? "")] }, cancellation);
            if (outcome is PersonOutcome.HasProblems wrong) throw new InputException([.. wrong.Problems.Select(problem => $"{OptionOf(problem.Field)}: {problem.Text}.")]);
            await PrintLinkAsync(desk, ((PersonOutcome.Done)outcome).PersonId, parsed.GetRequiredValue(address), cancellation);
        }, cancellation).Reported().GetAwaiter().GetResult());
        return command;
    }

    private static Command Link(TimeProvider clock, CancellationToken cancellation)
    {
        var (database, email, address) = (new DatabaseArguments(), Email(), Address());
        var command = new Command("link", "Print a link by which a person sets their password anew") { database.Data, database.Connection, email, address };
        command.SetAction(parsed => PeopleDesk.WithAsync(database.Of(parsed), clock, async desk =>
        {
            var who = parsed.GetRequiredValue(email).Trim();
            var person = (await desk.People.ListAsync(cancellation)).FirstOrDefault(one => string.Equals(one.Email, who, StringComparison.OrdinalIgnoreCase));
            if (person is null) throw new InputException([$"--email: nobody in this database has the address {who}."], "Add them with 'cadre people add'.");
            await PrintLinkAsync(desk, person.Id, parsed.GetRequiredValue(address), cancellation);
        }, cancellation).Reported().GetAwaiter().GetResult());
        return command;
    }

    private static async Task PrintLinkAsync(PeopleDesk desk, Guid id, string address, CancellationToken cancellation)
    {
        var (link, problem) = await desk.Passwords.MakeLinkAsync(id, null, cancellation);
        if (link is null) throw new InputException([$"{problem!.Text}."]);
        var person = (await desk.People.FindAsync(id, cancellation))!;
        Console.WriteLine($"{person.Name} ({person.Email}) sets a password with this link, which works once and for {PasswordService.Works.TotalDays:0} days:");
        Console.WriteLine($"{address.TrimEnd('/')}/set-password/{link}");
    }

    /// <summary>Turns what is wrong with the database into words.</summary>
    private static async Task<int> Reported(this Task work)
    {
        try
        {
            await work;
            return ExitCode.Done;
        }
        catch (Exception wrong) when (wrong is DatabaseException or SchemaException)
        {
            throw new InputException([wrong.Message]);
        }
    }

    private static string OptionOf(string field) => field.StartsWith("place-", StringComparison.Ordinal) ? "--place" : field.StartsWith("role-", StringComparison.Ordinal) ? "--role" : $"--{field}";

    /// <summary>NationalModeller as it is typed: national-modeller.</summary>
    private static string CodeOf(Role role) => string.Concat(role.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static Option<string> Email() => new("--email") { Description = "Their e-mail address, by which they sign in", HelpName = "address", Required = true };

    private static Option<string> Address() => new("--address") { Description = "Where the server is open to them", HelpName = "address", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
}
