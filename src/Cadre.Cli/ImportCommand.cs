using System.CommandLine;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli;

/// <summary><c>cadre import</c>: makes a framework's tables from publications and shows how well they are met.</summary>
internal static class ImportCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var framework = new Argument<string>("framework") { Description = "Name of a framework, or the path of its folder; its import.yaml says what is read" };
        var data = new Option<string>("--data") { Description = "Folder of the publications", HelpName = "folder", Required = true };
        var command = new Command("import", "Make a framework's tables from the publishers' files") { framework, data };
        command.SetAction(parsed =>
        {
            var folder = FrameworkLocator.Find(parsed.GetRequiredValue(framework), Home.Frameworks);
            var report = Import(folder, parsed.GetRequiredValue(data), cancellation);
            new ImportScreen(Terminal.Output(), report).Show(Path.GetFullPath(folder));
        });
        return command;
    }

    /// <summary>Imports into a copy, so that the framework's folder is as it was unless nobody stopped the import.</summary>
    private static ImportReport Import(string folder, string dataFolder, CancellationToken cancellation)
    {
        FrameworkFormat.ThrowUnlessCurrent(folder);
        var temporary = Directory.CreateTempSubdirectory("cadre-import-").FullName;
        try
        {
            var copy = Directory.CreateDirectory(Path.Combine(temporary, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))).FullName;
            foreach (var file in Directory.GetFiles(folder))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            cancellation.ThrowIfCancellationRequested();
            var report = Importer.Import(copy, dataFolder);
            cancellation.ThrowIfCancellationRequested();
            foreach (var table in report.TablesWritten)
                File.Copy(Path.Combine(copy, table), Path.Combine(folder, table), overwrite: true);
            return report;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
