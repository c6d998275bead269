using System.CommandLine;
using Cadre.Engine;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary><c>cadre run</c>: runs a framework, writes its files and shows the plan.</summary>
internal static class RunCommand
{
    public static Command Create(TimeProvider clock, long started, CancellationToken cancellation)
    {
        var framework = new Argument<string>("framework") { Description = "Name of a framework, or the path of its folder" };
        var numbers = new RunNumbers();
        var output = new Option<string?>("--out") { Description = "Folder for the files [default: runs/<name>-<digest>]", HelpName = "folder" };
        var json = new Option<bool>("--json") { Description = "Write the plan as one JSON object on standard output" };
        var quiet = new Option<bool>("--quiet") { Description = "Write nothing but the path of the folder" };
        var command = new Command("run", "Run a framework and show the plan") { framework };
        foreach (var option in numbers.Options)
            command.Options.Add(option);
        command.Options.Add(output);
        command.Options.Add(json);
        command.Options.Add(quiet);
        command.SetAction(parsed =>
        {
            var run = Prepare(parsed.GetRequiredValue(framework), numbers, parsed, parsed.GetValue(output));
            var result = Run(run, parsed.GetValue(quiet), cancellation);
            var manifest = Write(run, result, clock, started, cancellation);
            if (parsed.GetValue(quiet))
                Console.Out.WriteLine(run.Folder);
            else if (parsed.GetValue(json))
                PlanJson.Write(Plan.Of(run.Framework, result), manifest, run.Folder, Console.OpenStandardOutput());
            else
                new PlanScreen(Terminal.Output(), Plan.Of(run.Framework, result), manifest, run.Folder).Show();
        });
        return command;
    }

    /// <summary>Reads and checks everything before anything is run; all that is wrong is told at once.</summary>
    private static PreparedRun Prepare(string nameOrPath, RunNumbers numbers, ParseResult parsed, string? output)
    {
        var problems = new List<string>();
        Framework? framework = null;
        try
        {
            framework = Home.Read(nameOrPath);
        }
        catch (FrameworkException wrong)
        {
            problems.AddRange(wrong.Problems.Select(problem => problem.ToString()));
        }

        var options = numbers.Read(parsed, framework, problems);
        if (output is not null && RunFolder.Refusal(output) is { } refusal)
            problems.Add($"--out: found {refusal} at {output}, expected a new folder, an empty one or that of an earlier run");
        if (problems.Count > 0 || framework is null) throw new InputException(problems);

        var folder = Path.GetFullPath(output ?? Path.Combine(Home.Folder, "runs", RunWriter.FolderName(framework, options)));
        return RunFolder.Refusal(folder) is { } inTheWay
            ? throw new InputException([$"{folder}: found {inTheWay}, expected nothing there or an earlier run; choose another place with --out"])
            : new PreparedRun(framework, options, folder);
    }

    private static RunResult Run(PreparedRun run, bool quiet, CancellationToken cancellation)
    {
        if (quiet || Console.IsErrorRedirected)
            return NationalRun.Run(run.Framework.Model, run.Options, progress: null, cancellation);
        return Terminal.Error().Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask("Futures");
                return NationalRun.Run(run.Framework.Model, run.Options, progress => bar.Value = Math.Max(bar.Value, 100.0 * progress.Done / progress.Total), cancellation);
            });
    }

    private static RunManifest Write(PreparedRun run, RunResult result, TimeProvider clock, long started, CancellationToken cancellation)
    {
        using var folder = RunFolder.Begin(run.Folder);
        var manifest = RunWriter.Write(run.Framework, result, folder, clock, started, cancellation);
        cancellation.ThrowIfCancellationRequested();
        folder.Keep();
        return manifest;
    }

    private sealed record PreparedRun(Framework Framework, RunOptions Options, string Folder);
}
