using System.CommandLine;

namespace Cadre.Cli.Reports;

/// <summary><c>cadre report</c>: makes the report of a run again from its folder, or compares two runs.</summary>
internal static class ReportCommand
{
    private const string DefaultComparison = "comparison.html";

    public static Command Create()
    {
        var runs = new Argument<string[]>("run") { Description = "The folder of a run; of two runs to compare them", Arity = new ArgumentArity(1, 2) };
        var output = new Option<string?>("--out") { Description = $"The file to write [default: {RunReport.File} in the run's folder; {DefaultComparison} here, for two runs]", HelpName = "file" };
        var command = new Command("report", "Make the report of a run from its files, or compare two runs") { runs };
        command.Options.Add(output);
        command.SetAction(parsed => Console.Out.WriteLine(Write(parsed.GetRequiredValue(runs), parsed.GetValue(output))));
        return command;
    }

    /// <summary>Reads and checks, then writes the page whole.</summary>
    /// <param name="folders">A run, or two.</param>
    /// <param name="output">The file asked for; null for the usual one.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="InputException">A folder is not that of a run, or the file cannot be written there.</exception>
    public static string Write(IReadOnlyList<string> folders, string? output)
    {
        var problems = new List<string>();
        ReportRun?[] runs = [.. folders.Select(folder => Try(folder, problems))];
        var file = Path.GetFullPath(output ?? (folders.Count == 1 ? Path.Combine(folders[0], RunReport.File) : DefaultComparison));
        if (Directory.Exists(file)) problems.Add($"--out: found a folder at {file}, expected a file");
        if (File.Exists(file) && !IsReport(file)) problems.Add($"--out: found {file}, which is no report of Cadre; choose another name");
        if (problems.Count > 0) throw new InputException(problems);

        var page = runs is [{ } a, { } b] ? ComparisonReport.Of(a, b) : RunReport.Of(runs[0]!);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, page);
        File.Move(temporary, file, overwrite: true);
        return file;
    }

    private static ReportRun? Try(string folder, List<string> problems)
    {
        try
        {
            return ReportRunReader.ReadChecked(folder);
        }
        catch (InputException wrong)
        {
            problems.AddRange(wrong.Problems);
            return null;
        }
    }

    /// <summary>Whether a file is an earlier report, which may be replaced.</summary>
    private static bool IsReport(string file) => new FileInfo(file).Length == 0 || File.ReadLines(file).Any(line => line.Contains("Cadre workforce report"));
}
