using System.CommandLine;
using System.CommandLine.Parsing;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli;

/// <summary><c>cadre import</c>: makes a framework's tables from publications and shows how well they are met, or adds up a staff list.</summary>
internal static class ImportCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var framework = new Argument<string>("framework") { Description = "Name of a framework, or the path of its folder" };
        var data = new Option<string?>("--data") { Description = "Folder of the publications that the framework's import.yaml names", HelpName = "folder" };
        var staffList = new StaffListArguments();
        var command = new Command("import", "Make a framework's tables from the publishers' files, or from a staff list") { framework, data, staffList.Publication, staffList.List };
        foreach (var option in staffList.Others)
            command.Options.Add(option);
        command.Validators.Add(given => Check(given, data, staffList));
        command.SetAction(parsed =>
        {
            var folder = FrameworkLocator.Find(parsed.GetRequiredValue(framework), Home.Frameworks);
            if (parsed.GetValue(data) is { } dataFolder)
                new ImportScreen(Terminal.Output(), Importer.Import(folder, dataFolder, cancellation)).Show(Path.GetFullPath(folder));
            else if (parsed.GetValue(staffList.Publication) is not null)
                new PublicationScreen(Terminal.Output(), PublicationImport.Import(staffList.ReadPublication(parsed, folder), cancellation)).Show(Path.GetFullPath(folder));
            else
                new StaffListScreen(Terminal.Output(), StaffListImport.Import(staffList.Read(parsed, folder), cancellation)).Show(Path.GetFullPath(folder));
        });
        return command;
    }

    /// <summary>One thing is imported, with the options that go with it.</summary>
    private static void Check(CommandResult given, Option data, StaffListArguments staffList)
    {
        Option[] asked = [.. new[] { data, staffList.Publication, staffList.List }.Where(option => given.GetResult(option) is not null)];
        if (asked.Length == 0)
            given.AddError("Expected --data with a folder of publications, --publication with a file, or --staff-list with a file.");
        else if (asked.Length > 1)
            given.AddError($"{Wording.List([.. asked.Select(option => option.Name)])}: expected one of them.");
        if (asked is not [var only] || only == staffList.List)
            return;
        foreach (var option in staffList.Others.Where(option => given.GetResult(option) is not null && (only == data || !staffList.OfPublications.Contains(option))))
            given.AddError($"{option.Name}: expected only beside --staff-list{(staffList.OfPublications.Contains(option) ? " or --publication" : "")}.");
    }
}
