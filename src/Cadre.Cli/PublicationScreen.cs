using Cadre.Frameworks.Import.Publications;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary>What <c>cadre import --publication</c> prints: what was read, what was left out and why, the figures before and now, the tables, and what no longer fits.</summary>
internal sealed class PublicationScreen(IAnsiConsole console, PublicationReport report)
{
    private const string Faint = "grey";
    private const int MostFigures = 40;

    /// <summary>Writes the whole report.</summary>
    /// <param name="folder">The framework's folder.</param>
    public void Show(string folder)
    {
        ShowFile();
        ShowLeftOut();
        ShowFigures();
        ShowTables();
        ShowNoLongerFits();
        WriteUnbroken(folder, "bold", "Folder: ");
    }

    private void ShowFile()
    {
        console.WriteProse($"Publication: {report.Format}", "bold");
        WriteUnbroken(report.File, "default");
        console.WriteProse($"{Wording.Count(report.Rows, "row")}: {Figures.Whole(report.Used)} used, {Figures.Whole(report.LeftOut.Sum(rows => rows.Rows))} left out.");
        foreach (var note in report.Notes)
            console.WriteProse(note, Faint);
        console.WriteLine();
    }

    private void ShowLeftOut()
    {
        var rows = report.LeftOut;
        if (rows.Count == 0)
            return;
        new TextTable(
            "Left out",
            new TextColumn("Why", [.. rows.Select(row => row.Reason)]) { Narrowest = 20 },
            new TextColumn("Rows", [.. rows.Select(row => Figures.Whole(row.Rows))]),
            new TextColumn("First lines", [.. rows.Select(row => string.Join(", ", row.FirstLines))]) { Narrowest = 11, Style = Faint },
            new TextColumn("Such as", [.. rows.Select(row => string.Join(", ", row.Examples))]) { Narrowest = 10, Style = Faint })
            .Write(console);
        foreach (var row in rows.Where(row => row.Near.Count > 0))
            console.WriteProse($"{Wording.Capital(row.Reason)}: did you mean {string.Join(", ", row.Near)}? Put it right, or name it in the columns file (organisations, staff_groups), and import again.", "bold");
        if (rows.Any(row => row.Near.Count > 0))
            console.WriteLine();
    }

    private void ShowFigures()
    {
        PublishedFigure[] shown = [.. report.Figures.Take(MostFigures)];
        if (shown.Length == 0)
            return;
        TextColumn[] columns =
        [
            new("What", [.. shown.Select(figure => figure.What)]) { Narrowest = 20 },
            new("Before", [.. shown.Select(figure => figure.Before)]) { Style = Faint },
            new("Now", [.. shown.Select(figure => figure.Now)]),
            new("Range", [.. shown.Select(figure => figure.Range)]),
            new("From", [.. shown.Select(figure => figure.From)]) { Narrowest = 12, Style = Faint },
        ];
        new TextTable(report.FiguresTitle, [.. columns.Where(column => column.Header != "Range" || shown.Any(figure => figure.Range.Length > 0))]).Write(console);
        if (report.Figures.Count <= shown.Length)
            return;
        console.WriteProse($"And {Figures.Whole(report.Figures.Count - shown.Length)} more in the tables.", Faint);
        console.WriteLine();
    }

    private void ShowTables()
    {
        var tables = report.Tables;
        new TextTable(
            "Tables written, rows",
            new TextColumn("Table", [.. tables.Select(table => table.File)]) { Narrowest = 12 },
            new TextColumn("New", [.. tables.Select(table => Figures.Whole(table.Added))]),
            new TextColumn("Changed", [.. tables.Select(table => Figures.Whole(table.Changed))]),
            new TextColumn("Gone", [.. tables.Select(table => Figures.Whole(table.Removed))]),
            new TextColumn("As they were", [.. tables.Select(table => Figures.Whole(table.Kept))]) { Style = Faint },
            new TextColumn("From rows of\nthe publication", [.. tables.Select(table => table.FromRows == 0 ? "" : Figures.Whole(table.FromRows))]) { Style = Faint })
            .Write(console);
    }

    private void ShowNoLongerFits()
    {
        if (report.NoLongerFits.Count == 0)
            return;
        console.WriteProse("What no longer fits", "bold yellow");
        foreach (var sentence in report.NoLongerFits)
            console.WriteProse(sentence);
        console.WriteLine();
    }

    /// <summary>A path stands on a line of its own, unbroken, so that it can be copied.</summary>
    private void WriteUnbroken(string path, string style, string lead = "")
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, lead.Length + path.Length);
        console.MarkupLine($"{lead}[{style}]{Markup.Escape(path)}[/]");
        console.Profile.Width = width;
    }
}
