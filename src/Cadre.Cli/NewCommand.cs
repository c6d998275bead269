using System.CommandLine;
using Cadre.Frameworks.Creating;

namespace Cadre.Cli;

/// <summary><c>cadre new</c>: writes a small framework that runs as it stands, for somebody to make their own.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Name of the framework: letters, digits and -" };
        var folder = new Option<string?>("--out") { Description = "Where its folder will be; its last part is the name (frameworks/NAME unless given)", HelpName = "folder" };
        var command = new Command("new", "Write a framework of one's own, which runs at once, with a page on what to change first") { name, folder };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(name);
            var path = parsed.GetValue(folder);
            var files = NewFramework.Write(wanted, path ?? Path.Combine(Home.Frameworks, wanted));
            var called = path ?? wanted;
            Console.Out.WriteLine($"""
                {Path.GetFullPath(path ?? Path.Combine(Home.Frameworks, wanted))}: {Wording.Count(files.Count, "file")}. All figures are examples of grade D.
                README.md says what to change first. It runs as it stands:
                  cadre check {called}
                  cadre run {called}
                  cadre compare {called} baseline retention
                """);
        });
        return command;
    }
}
