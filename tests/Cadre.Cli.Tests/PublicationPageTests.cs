using System.Diagnostics;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>The commands of docs/publications.md run as they are printed, one after the other.</summary>
public class PublicationPageTests
{
    private const string Program = "./cadre ";
    private const string Pattern = "./cadre import FRAMEWORK --publication FILE";

    [Fact]
    public void Commands_OfThePage_RunAsPrinted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the page's commands are those of a shell");
        using var folder = new TemporaryFolder();
        Copy("frameworks/england-2025", folder.Path);
        Copy("frameworks/examples/planned-posts", folder.Path);
        Copy("docs/examples/publications", folder.Path);
        string[] commands = [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "publications.md")).Where(IsCommand).Select(line => line.Trim()).Where(line => line != Pattern)];

        Assert.Equal(7, commands.Count(command => command.StartsWith(Program, StringComparison.Ordinal)));
        foreach (var command in commands)
        {
            if (!command.StartsWith(Program, StringComparison.Ordinal))
            {
                using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = folder.Path })!;
                shell.WaitForExit();
                Assert.Equal((command, 0), (command, shell.ExitCode));
                continue;
            }

            var outcome = CadreProcess.Run(folder.Path, command[Program.Length..].Split(' '));
            Assert.Equal((command, "", 0), (command, outcome.Error, outcome.ExitCode));
            Assert.Contains("rows", outcome.Prose);
        }
    }

    private static bool IsCommand(string line) => new[] { Program, "mkdir ", "cp ", "echo " }.Any(start => line.StartsWith("    " + start, StringComparison.Ordinal));

    private static void Copy(string folder, string to)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
