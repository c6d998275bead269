using System.CommandLine;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Accounts;

/// <summary><c>cadre account</c>: one cohort of the central run, month by month.</summary>
internal static class AccountCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var framework = new Argument<string>("framework") { Description = "Name of a framework, or the path of its folder" };
        var place = new Option<string>("--place") { Description = "Code of a trust", HelpName = "code", Required = true };
        var group = new Option<string>("--group") { Description = "Code of a staff group", HelpName = "code", Required = true };
        var service = new Option<string?>("--service") { Description = "Code of a service [default: all]", HelpName = "code" };
        var scenario = new Option<string?>("--scenario") { Description = "Name of a scenario of the framework, or the path of its file [default: baseline]", HelpName = "scenario" };
        var months = new Option<string?>("--months") { Description = "Months to show [default: the framework's run_months]", HelpName = "number" };
        var json = new Option<bool>("--json") { Description = "Write the account as one JSON object" };
        var command = new Command("account", "Show how the staff of one place and staff group change, month by month") { framework, place, group, service, scenario, months, json };
        command.SetAction(parsed =>
        {
            var read = Home.Read(parsed.GetRequiredValue(framework));
            var problems = new List<string>();
            var chosen = parsed.GetValue(scenario) is { } name ? ScenarioLocator.Find(name, read) : ScenarioEntry.Baseline;
            var count = Plans.RunNumbers.ReadMonths(parsed, months, read, problems);
            var cohort = new CohortChoice(read.Model).Find(parsed.GetRequiredValue(place), parsed.GetValue(service) ?? "all", parsed.GetRequiredValue(group), problems);
            if (cohort is null || problems.Count > 0) throw new InputException(problems);
            var account = CohortAccount.Of(read, chosen.Scenario, cohort.Value, count, cancellation);
            if (parsed.GetValue(json))
                account.WriteJson(Console.OpenStandardOutput());
            else
                new AccountScreen(Terminal.Output(), account).Show();
        });
        return command;
    }
}
