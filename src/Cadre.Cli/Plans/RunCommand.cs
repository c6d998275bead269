using System.CommandLine;
using Cadre.Cli.Books;
using Cadre.Cli.Reports;
using Cadre.Engine;
using Cadre.Engine.Delivery;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;

namespace Cadre.Cli.Plans;

/// <summary><c>cadre run</c>: runs a framework, writes its files and shows the plan.</summary>
internal static class RunCommand
{
    public static Command Create(TimeProvider clock, long started, CancellationToken cancellation)
    {
        var framework = new Argument<string>("framework") { Description = "Name of a framework, or the path of its folder" };
        var scenario = new Option<string?>("--scenario") { Description = "Name of a scenario of the framework, or the path of its file [default: baseline]", HelpName = "scenario" };
        var (numbers, underDelivery) = (new RunNumbers(), new UnderDeliveryNumbers());
        var output = new Option<string?>("--out") { Description = "Folder for the files [default: runs/<name>-<digest>]", HelpName = "folder" };
        var json = new Option<bool>("--json") { Description = "Write the plan as one JSON object on standard output" };
        var quiet = new Option<bool>("--quiet") { Description = "Write nothing but the path of the folder" };
        var command = new Command("run", "Run a framework and show the plan") { framework };
        command.Options.Add(scenario);
        foreach (var option in numbers.Options.Concat(underDelivery.Options))
            command.Options.Add(option);
        command.Options.Add(output);
        command.Options.Add(json);
        command.Options.Add(quiet);
        command.SetAction(parsed =>
        {
            var run = Prepare(parsed.GetRequiredValue(framework), parsed.GetValue(scenario), numbers, underDelivery, parsed, parsed.GetValue(output));
            var plan = FutureProgress.Show(parsed.GetValue(quiet), tell => Run(run, tell, cancellation));
            var manifest = Write(run, plan, RepeatCommand.Of(parsed, "run"), clock, started, cancellation);
            if (parsed.GetValue(quiet))
                Console.Out.WriteLine(run.Folder);
            else if (parsed.GetValue(json))
                PlanJson.Write(plan, manifest, run.Folder, Console.OpenStandardOutput());
            else
                new PlanScreen(Terminal.Output(), plan, manifest, run.Folder).Show();
        });
        return command;
    }

    /// <summary>Reads and checks everything before anything is run; all that is wrong is told at once.</summary>
    private static PreparedRun Prepare(string nameOrPath, string? scenarioNameOrPath, RunNumbers numbers, UnderDeliveryNumbers underDelivery, ParseResult parsed, string? output)
    {
        var problems = new List<string>();
        Framework? framework = null;
        var scenario = ScenarioEntry.Baseline;
        try
        {
            framework = Home.Read(nameOrPath);
            if (scenarioNameOrPath is not null) scenario = ScenarioLocator.Find(scenarioNameOrPath, framework);
        }
        catch (FrameworkException wrong)
        {
            problems.AddRange(wrong.Problems.Select(problem => problem.ToString()));
        }

        var before = problems.Count;
        var options = numbers.Read(parsed, framework, problems) with { Scenario = scenario.Scenario };
        var cases = underDelivery.Read(parsed, problems.Count == before ? UnderDeliveryNumbers.FuturesOf(options) : null, problems);
        if (output is not null && RunFolder.Refusal(output) is { } refusal)
            problems.Add($"--out: found {refusal} at {output}, expected a new folder, an empty one or that of an earlier run");
        if (problems.Count > 0 || framework is null) throw new InputException(problems);

        var folder = Path.GetFullPath(output ?? Path.Combine(Home.Folder, "runs", RunWriter.FolderName(framework, scenario, options, cases)));
        return RunFolder.Refusal(folder) is { } inTheWay
            ? throw new InputException([$"{folder}: found {inTheWay}, expected nothing there or an earlier run; choose another place with --out"])
            : new PreparedRun(framework, scenario, options, cases, folder);
    }

    /// <summary>The run, then the levers that the framework has tried, then the cases of what is not delivered where they are asked for.</summary>
    private static Plan Run(PreparedRun run, Action<double>? tell, CancellationToken cancellation)
    {
        var (model, futures) = (run.Framework.Model, UnderDeliveryNumbers.FuturesOf(run.Options));
        var (trials, cases) = (run.LeversTried is { } levers ? LeverTrials.FuturesToRun(model, run.Options.Months, levers, futures) : 0, run.UnderDeliveryFutures is { } few ? UnderDelivery.FuturesToRun(model, run.Scenario.Scenario, few) : 0);
        Action<RunProgress> After(int before) => progress => tell?.Invoke((double)(before + progress.Done) / (futures + trials + cases));
        var result = NationalRun.Run(model, run.Options, After(0), cancellation);
        var tried = run.LeversTried is { } each ? LeverTrials.Of(result, each, After(futures), cancellation) : [];
        var undelivered = run.UnderDeliveryFutures is { } asked ? UnderDelivery.Of(result, asked, After(futures + trials), cancellation) : null;
        return Plan.Of(run.Framework, result, undelivered) with { Trials = tried };
    }

    private static RunManifest Write(PreparedRun run, Plan plan, string command, TimeProvider clock, long started, CancellationToken cancellation)
    {
        using var folder = RunFolder.Begin(run.Folder);
        var manifest = RunWriter.Write(run.Framework, run.Scenario, plan.Result, plan.UnderDelivery, plan.Trials, folder, clock, started, cancellation);
        RunAboutWriter.Write(plan, run.Scenario, command, folder.TemporaryPath);
        RunReport.Write(ReportRunReader.Read(folder.TemporaryPath), folder.TemporaryPath);
        new PlanBook(plan, run.Scenario, manifest).Write(folder.TemporaryPath);
        cancellation.ThrowIfCancellationRequested();
        folder.Keep();
        return manifest;
    }

    private sealed record PreparedRun(Framework Framework, ScenarioEntry Scenario, RunOptions Options, int? UnderDeliveryFutures, string Folder)
    {
        /// <summary>The levers to try; null where the framework names none, or the run has its own.</summary>
        public Scenario? LeversTried => Scenario.Digest.Length == 0 ? Framework.LeversTried?.Scenario : null;
    }
}
