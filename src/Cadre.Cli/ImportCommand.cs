using System.CommandLine;
using Cadre.Frameworks.Import;
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
        var command = new Command("import", "Make a framework's tables from the publishers' files, or from a staff list") { framework, data, staffList.List };
        foreach (var option in staffList.Others)
            command.Options.Add(option);
        command.Validators.Add(given =>
        {
            var (hasData, hasList) = (given.GetResult(data) is not null, given.GetResult(staffList.List) is not null);
            if (hasData == hasList)
                given.AddError(hasData ? "--data and --staff-list: expected one of them." : "Expected --data with a folder of publications, or --staff-list with a file.");
            foreach (var option in staffList.Others.Where(option => hasData && !hasList && given.GetResult(option) is not null))
                given.AddError($"{option.Name}: expected only beside --staff-list.");
        });
        command.SetAction(parsed =>
        {
            var folder = FrameworkLocator.Find(parsed.GetRequiredValue(framework), Home.Frameworks);
            if (parsed.GetValue(data) is { } dataFolder)
                new ImportScreen(Terminal.Output(), Importer.Import(folder, dataFolder, cancellation)).Show(Path.GetFullPath(folder));
            else
                new StaffListScreen(Terminal.Output(), StaffListImport.Import(staffList.Read(parsed, folder), cancellation)).Show(Path.GetFullPath(folder));
        });
        return command;
    }
}
