using System.CommandLine;
using Cadre.Cli.Plans;
using Cadre.Engine;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;

namespace Cadre.Cli.Comparisons;

/// <summary><c>cadre compare</c>: runs two scenarios in the same futures, writes the difference and shows it.</summary>
internal static class CompareCommand
{
    public static Command Create(TimeProvider clock, long started, CancellationToken cancellation)
    {
        var framework = new Argument<string>("framework") { Description = "Name of a framework, or the path of its folder" };
        var a = new Argument<string>("a") { Description = "The scenario to start from: a name, the path of a file, or baseline" };
        var b = new Argument<string>("b") { Description = "The scenario to compare with it" };
        var numbers = new RunNumbers();
        var output = new Option<string?>("--out") { Description = "Folder for the files [default: runs/<name>-<a>-to-<b>-<digest>]", HelpName = "folder" };
        var json = new Option<bool>("--json") { Description = "Write the comparison as one JSON object on standard output" };
        var quiet = new Option<bool>("--quiet") { Description = "Write nothing but the path of the folder" };
        var command = new Command("compare", "Run two scenarios in the same futures and show the difference") { framework, a, b };
        foreach (var option in numbers.OptionsOfWholeDesign)
            command.Options.Add(option);
        command.Options.Add(output);
        command.Options.Add(json);
        command.Options.Add(quiet);
        command.SetAction(parsed =>
        {
            var work = Prepare(parsed.GetRequiredValue(framework), [parsed.GetRequiredValue(a), parsed.GetRequiredValue(b)], numbers, parsed, parsed.GetValue(output));
            var comparison = FutureProgress.Show(parsed.GetValue(quiet), tell => Run(work, tell, cancellation));
            // Whatever can still be stopped or fail comes before the files, so that "nothing was written" holds.
            var difference = parsed.GetValue(quiet) ? null : Difference.Of(work.Framework, work.A, work.B, comparison, cancellation);
            var manifest = Write(work, comparison, clock, started, cancellation);
            if (difference is null)
                Console.Out.WriteLine(work.Folder);
            else if (parsed.GetValue(json))
                DifferenceJson.Write(difference, manifest, work.Folder, Console.OpenStandardOutput());
            else
                new DifferenceScreen(Terminal.Output(), difference, manifest, work.Folder).Show();
        });
        return command;
    }

    /// <summary>Reads and checks everything before anything is run; all that is wrong is told at once.</summary>
    private static PreparedComparison Prepare(string nameOrPath, IReadOnlyList<string> scenarios, RunNumbers numbers, ParseResult parsed, string? output)
    {
        var problems = new List<string>();
        var framework = Try(() => Home.Read(nameOrPath), problems);
        ScenarioEntry?[] entries = [.. framework is null ? [] : scenarios.Select(scenario => Try(() => ScenarioLocator.Find(scenario, framework), problems))];
        var options = numbers.Read(parsed, framework, problems);
        if (output is not null && RunFolder.Refusal(output, FolderKind.Comparison) is { } refusal)
            problems.Add($"--out: found {refusal} at {output}, expected a new folder, an empty one or that of an earlier comparison");
        if (problems.Count > 0 || framework is null || entries is not [{ } a, { } b]) throw new InputException(problems);

        var folder = Path.GetFullPath(output ?? Path.Combine(Home.Folder, "runs", CompareWriter.FolderName(framework, a, b, options)));
        return RunFolder.Refusal(folder, FolderKind.Comparison) is { } inTheWay
            ? throw new InputException([$"{folder}: found {inTheWay}, expected nothing there or an earlier comparison; choose another place with --out"])
            : new PreparedComparison(framework, a, b, options, folder);
    }

    private static T? Try<T>(Func<T> read, List<string> problems)
        where T : class
    {
        try
        {
            return read();
        }
        catch (FrameworkException wrong)
        {
            problems.AddRange(wrong.Problems.Select(problem => problem.ToString()));
            return null;
        }
    }

    private static Comparison Run(PreparedComparison work, Action<double>? tell, CancellationToken cancellation)
    {
        var session = new NationalSession(work.Framework.Model, work.Options);
        RunResult Of(ScenarioEntry entry, double done) => session.Run(entry.Scenario, progress => tell?.Invoke(done + (progress.Share() / 2)), cancellation);
        return new Comparison(Of(work.A, 0), Of(work.B, 0.5));
    }

    private static CompareManifest Write(PreparedComparison work, Comparison comparison, TimeProvider clock, long started, CancellationToken cancellation)
    {
        using var folder = RunFolder.Begin(work.Folder, FolderKind.Comparison);
        var manifest = CompareWriter.Write(work.Framework, work.A, work.B, comparison, folder, clock, started, cancellation);
        cancellation.ThrowIfCancellationRequested();
        folder.Keep();
        return manifest;
    }

    private sealed record PreparedComparison(Framework Framework, ScenarioEntry A, ScenarioEntry B, RunOptions Options, string Folder);
}
