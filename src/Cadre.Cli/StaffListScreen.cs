using Cadre.Frameworks.Import.StaffLists;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary>What <c>cadre import --staff-list</c> prints: what was read, what was left out and why, and the framework's staff before and now.</summary>
internal sealed class StaffListScreen(IAnsiConsole console, StaffListReport report)
{
    private const string Faint = "grey";
    private const int NarrowestName = 16;
    private const int MostTrusts = 10;

    /// <summary>Writes the whole report.</summary>
    /// <param name="folder">The framework's folder.</param>
    public void Show(string folder)
    {
        ShowList();
        ShowLeftOut();
        ShowGroups();
        ShowFoot(folder);
    }

    private void ShowList()
    {
        console.WriteProse($"Staff list of {Wording.Day(report.Day)}", "bold");
        WriteUnbroken(report.List, "default");
        var people = report.People is { } count ? $" by {Wording.Count(count, "person", "people")}" : "";
        console.WriteProse($"{Wording.Count(report.Rows, "row")}: {Wording.Count(report.Posts, "post")} held{people}, {Figures.Tenth(report.Fte)} FTE, at {Wording.Count(report.Trusts, "trust")}.");
        console.WriteProse($"Columns: {string.Join(", ", report.Headers.Select(header => header.Key == header.Value ? header.Key : $"{header.Key} ({header.Value})"))}.", Faint);
        if (report.Day != report.Opening)
            console.WriteProse($"The framework opens on {Wording.Day(report.Opening)}: the list's staff stand for that day.");
        foreach (var line in Notes())
            console.WriteProse(line, Faint);
        if (report.TrustsKept.Count > 0)
        {
            var more = report.TrustsKept.Count > MostTrusts ? $" and {report.TrustsKept.Count - MostTrusts} more" : "";
            console.WriteProse($"{Wording.Count(report.TrustsKept.Count, "trust")} without a counted row, stock and headcount as they were: {string.Join(", ", report.TrustsKept.Take(MostTrusts))}{more}.");
        }

        console.WriteLine();
    }

    private IEnumerable<string> Notes()
    {
        if (report.People is null)
            yield return "No column pseudonym: headcount.csv is as it was.";
        if (!report.Headers.ContainsKey("age") && !report.Headers.ContainsKey("year_of_birth"))
            yield return "No column age or year_of_birth: ages.csv is as it was.";
        else if (!report.Headers.ContainsKey("start_date"))
            yield return "No column start_date: the ages of joiners are as they were.";
        if (report.WithoutAge > 0)
            yield return $"{Wording.Count(report.WithoutAge, "post")} without an age: in the stock, not in the ages.";
        if (report.WithoutStart > 0)
            yield return $"{Wording.Count(report.WithoutStart, "post")} without a start date: not among joiners.";
        if (report.WithoutPseudonym > 0)
            yield return $"{Wording.Count(report.WithoutPseudonym, "post")} without a pseudonym: each counts as a person.";
    }

    private void ShowLeftOut()
    {
        var rows = report.LeftOut;
        if (rows.Count == 0)
        {
            console.WriteProse("No row was left out.");
            console.WriteLine();
            return;
        }

        new TextTable(
            $"Left out: {Wording.Count(rows.Sum(row => row.Rows), "row")}",
            new TextColumn("Why", [.. rows.Select(row => Of(row.Reason))]) { Narrowest = NarrowestName },
            new TextColumn("Rows", [.. rows.Select(row => Figures.Whole(row.Rows))]),
            new TextColumn("First lines", [.. rows.Select(row => string.Join(", ", row.FirstLines))]) { Narrowest = 11, Style = Faint },
            new TextColumn("Such as", [.. rows.Select(row => string.Join(", ", row.Examples))]) { Narrowest = 8, Style = Faint })
            .Write(console);
    }

    private void ShowGroups()
    {
        StaffListGroup[] groups = [.. report.Groups.Where(group => group.Before.Heads > 0 || group.Now.Heads > 0)];
        new TextTable(
            "Staff of the framework before and now",
            new TextColumn("Staff group", [.. groups.Select(group => group.Name), "All staff"]) { Narrowest = NarrowestName },
            new TextColumn("Posts held\nbefore", [.. groups.Select(group => Figures.Whole(group.Before.Heads)), Figures.Whole(report.Before.Heads)]) { Style = Faint },
            new TextColumn("now", [.. groups.Select(group => Figures.Whole(group.Now.Heads)), Figures.Whole(report.Now.Heads)]),
            new TextColumn("FTE\nbefore", [.. groups.Select(group => Figures.Tenth(group.Before.Fte)), Figures.Tenth(report.Before.Fte)]) { Style = Faint },
            new TextColumn("now", [.. groups.Select(group => Figures.Tenth(group.Now.Fte)), Figures.Tenth(report.Now.Fte)]),
            new TextColumn("Ages\nfrom", [.. groups.Select(group => group.WithAge > 0 ? Figures.Whole(group.WithAge) : "kept"), ""]) { Style = Faint },
            new TextColumn("Joiners'\nfrom", [.. groups.Select(group => group.HasJoinerShares ? Figures.Whole(group.Joiners) : "kept"), ""]) { Style = Faint })
            .Write(console);
        console.WriteProse("Ages from, joiners' from: the posts whose holders' ages, and those of joiners, are in ages.csv now; of fewer than 100 joiners it keeps what it had.", Faint);
        console.WriteLine();
    }

    private void ShowFoot(string folder)
    {
        console.WriteProse("Only counts were written, and nothing of a person was kept. Small counts can still point at people: "
            + $"{(report.SmallCohorts == 0 ? "none" : Figures.Whole(report.SmallCohorts))} of the list's cohorts {(report.SmallCohorts <= 1 ? "has" : "have")} fewer than {StaffListReport.SmallCount} posts.");
        console.WriteProse("Leaving rates, supply and all that is fitted are as they were.");
        console.WriteProse($"Tables written: {string.Join(", ", report.TablesWritten)}.");
        WriteUnbroken(folder, "bold", "Folder: ");
    }

    private static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Malformed => "Not the header's number of cells, a quote that is not closed, or not UTF-8",
        LeftOutReason.OtherOrganisation => "Organisation is no trust of the framework",
        LeftOutReason.NoStaffGroup => "Occupation code or staff group is none of the framework's",
        LeftOutReason.NoService => "Service is none of the framework's",
        LeftOutReason.FteNoNumber => "FTE is no number",
        LeftOutReason.FteZero => "FTE is 0",
        LeftOutReason.FteOutOfBounds => "FTE is under 0 or above 1.5",
        LeftOutReason.AgeNoNumber => "Age is no whole number",
        LeftOutReason.AgeOutOfBounds => "Age is under 16 or above 100",
        LeftOutReason.StartNoDay => "Start date is no day as the list should write it",
        LeftOutReason.StartsLater => "Start date is after the day of the list",
    };

    /// <summary>A path stands on a line of its own, unbroken, so that it can be copied.</summary>
    private void WriteUnbroken(string path, string style, string lead = "")
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, lead.Length + path.Length);
        console.MarkupLine($"{lead}[{style}]{Markup.Escape(path)}[/]");
        console.Profile.Width = width;
    }
}
