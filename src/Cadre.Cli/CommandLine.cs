using System.CommandLine;
using Cadre.Cli.Accounts;
using Cadre.Cli.Comparisons;
using Cadre.Cli.People;
using Cadre.Cli.Plans;
using Cadre.Cli.Reports;

namespace Cadre.Cli;

/// <summary>The commands of <c>cadre</c>.</summary>
internal static class CommandLine
{
    /// <summary>Does what the arguments say.</summary>
    /// <param name="arguments">What stands after <c>cadre</c>.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="started">Its timestamp at the start of the program.</param>
    /// <returns>A number of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TimeProvider clock, long started) => Shell.Run(cancellation =>
    {
        var root = new RootCommand("Cadre: open workforce planning for mental-health services.")
        {
            CheckCommand.Create(cancellation),
            RunCommand.Create(clock, started, cancellation),
            CompareCommand.Create(clock, started, cancellation),
            ReportCommand.Create(),
            AccountCommand.Create(cancellation),
            ImportCommand.Create(cancellation),
            UpgradeCommand.Create(),
            SchemaCommand.Create(),
            NewCommand.Create(),
            ServeCommand.Create(clock, cancellation),
            PeopleCommand.Create(clock, cancellation),
        };
        var parsed = root.Parse(arguments.Count == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0)
        {
            var command = string.Concat(parsed.CommandResult.Command.Parents.OfType<Command>().Append(parsed.CommandResult.Command).Where(part => part is not RootCommand).Select(part => $"{part.Name} "));
            throw new InputException([.. parsed.Errors.Select(error => error.Message)], $"See 'cadre {command}--help'.");
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    });
}
