using System.CommandLine;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Upgrading;

namespace Cadre.Cli;

/// <summary><c>cadre upgrade</c>: takes a framework's folder to the version of the file format that the program reads.</summary>
internal static class UpgradeCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("framework") { Description = "Path of the framework's folder, or its name" };
        var command = new Command("upgrade", "Take a framework's files to the present version of their format") { name };
        command.SetAction(parsed =>
        {
            var given = parsed.GetRequiredValue(name);
            var report = FrameworkUpgrade.Upgrade(FrameworkLocator.Find(given, Home.Frameworks));
            foreach (var (file, what) in report.Changes)
                Console.Out.WriteLine($"{file}: {what}");
            Console.Out.WriteLine(report.From == report.To
                ? $"{given} is in format {report.To} already; nothing was changed."
                : $"{given} is in format {report.To} now; nothing else was changed. See what it holds: cadre check {given}");
        });
        return command;
    }
}
