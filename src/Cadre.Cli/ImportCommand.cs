using System.CommandLine;
using Cadre.Engine.Fitting;
using Cadre.Frameworks.Import;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary><c>cadre import</c>: makes a framework's tables from publications and shows how well they are met.</summary>
internal static class ImportCommand
{
    public static Command Create(Func<string, string> findFramework, IAnsiConsole console)
    {
        var framework = new Argument<string>("framework") { Description = "name or folder of the framework whose import.yaml says what to read" };
        var data = new Option<string>("--data") { Description = "folder of the publications", Required = true };
        var command = new Command("import", "make a framework's tables from the publishers' files") { framework, data };
        command.SetAction(parsed =>
        {
            var folder = findFramework(parsed.GetValue(framework)!);
            var report = Importer.Import(folder, parsed.GetValue(data)!);
            new ImportScreen(console, report).Show(folder);
            return 0;
        });
        return command;
    }
}

/// <summary>What <c>cadre import</c> prints.</summary>
internal sealed class ImportScreen(IAnsiConsole console, ImportReport report)
{
    public void Show(string folder)
    {
        ShowFiles();
        ShowLevels();
        ShowGroups();
        ShowPools();
        console.WriteLine();
        console.WriteLine($"{Plural(report.Transfers, "one-off transfer")} in transfers.csv, {Plural(report.Adjustments, "line")} of regrading in adjustments.csv.");
        console.WriteLine($"FTE of regrading and changed hours that no table carries: {report.FteNotCarried.Net:+0.0;-0.0;0.0} net, {report.FteNotCarried.Gross:#,0.0} without sign.");
        console.WriteLine($"Written into {folder}: {string.Join(", ", report.TablesWritten)}.");
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private void ShowFiles()
    {
        foreach (var file in report.Files)
        {
            console.WriteLine($"{file.File}: {file.Rows:#,0} rows");
            foreach (var (reason, rows) in file.NotUsed)
                console.WriteLine($"  not used: {rows,6:#,0}  {reason}");
            foreach (var note in file.Notes)
                console.WriteLine($"  {note}");
        }
    }

    private void ShowLevels()
    {
        console.WriteLine();
        console.WriteLine("Yearly rates (ratio: the country's 12 months over 12 times its month; * pooled)");
        var table = NewTable("staff group", "leaving %", "joining %", "ratio leaving", "ratio joining");
        foreach (var level in report.Levels)
        {
            var star = level.IsPublished && level.IsFitted ? " " : "*";
            table.AddRow(level.StaffGroup, $"{100 * level.LeavingRate:0.00}", $"{100 * level.JoiningRate:0.00}", $"{level.LeavingRatio:0.000}{star}", $"{level.JoiningRatio:0.000}{star}");
        }

        console.Write(table);
        console.WriteLine($"Pooled ratio: leaving {report.PooledRatio.Leaving:0.000}, joining {report.PooledRatio.Joining:0.000}.");
    }

    private void ShowGroups()
    {
        console.WriteLine();
        console.WriteLine("Fit by staff group: target, fitted, residual");
        var table = NewTable("staff group", "quantity", "target", "fitted", "residual");
        foreach (var group in report.Residuals.GroupBy(row => row.StaffGroup))
        {
            var code = report.Model.StaffGroups[group.Key].Code;
            foreach (var row in group.Where(row => row.Catchment is null))
                Add(table, code, row.Quantity, row.Target, row.Fitted);
            foreach (var quantity in new[] { FitQuantity.JoinersInMonthOne, FitQuantity.JoinersInYearOne })
            {
                var rows = group.Where(row => row.Quantity == quantity).ToList();
                Add(table, code, quantity, rows.Sum(row => row.Target), rows.Sum(row => row.Fitted));
            }
        }

        console.Write(table);
    }

    private void ShowPools()
    {
        console.WriteLine();
        console.WriteLine("Fit by staff group and region: joiners, FTE (+ wants limit month 1: only the year is fitted)");
        var table = NewTable("staff group", "region", "month 1", "fitted", "residual", "12 months", "fitted", "residual");
        foreach (var pool in report.Residuals.Where(row => row.Catchment is not null).GroupBy(row => (row.StaffGroup, row.Catchment)))
        {
            var month = pool.Single(row => row.Quantity == FitQuantity.JoinersInMonthOne);
            var year = pool.Single(row => row.Quantity == FitQuantity.JoinersInYearOne);
            table.AddRow(
                report.Model.StaffGroups[pool.Key.StaffGroup].Code, report.Model.Places[pool.Key.Catchment!.Value].Name + (month.LimitedByWants ? " +" : ""),
                $"{month.Target:0.00}", $"{month.Fitted:0.00}", $"{month.Residual:0.0e+0}", $"{year.Target:0.00}", $"{year.Fitted:0.00}", $"{year.Residual:0.0e+0}");
        }

        console.Write(table);
    }

    private static void Add(Table table, string group, FitQuantity quantity, double target, double fitted)
    {
        var (name, factor) = quantity switch
        {
            FitQuantity.LeaversInMonthOne => ("leavers, month 1, FTE", 1.0),
            FitQuantity.LeavingRate => ("leavers a year, % of staff", 100.0),
            FitQuantity.JoinersInMonthOne => ("joiners, month 1, FTE", 1.0),
            FitQuantity.JoinersInYearOne => ("joiners, 12 months, FTE", 1.0),
        };
        table.AddRow(group, name, $"{factor * target:0.000}", $"{factor * fitted:0.000}", $"{factor * (fitted - target):0.0e+0}");
    }

    private static Table NewTable(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Minimal);
        for (var i = 0; i < columns.Length; i++)
            table.AddColumn(new TableColumn(columns[i]) { Alignment = i == 0 || columns[i] is "region" or "quantity" ? Justify.Left : Justify.Right, NoWrap = true });
        return table;
    }
}
