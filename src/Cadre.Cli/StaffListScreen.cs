using Cadre.Frameworks.Import.StaffLists;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary>What <c>cadre import --staff-list</c> prints: what was read, what was left out and why, and the framework's staff before and now.</summary>
internal sealed class StaffListScreen(IAnsiConsole console, StaffListReport report)
{
    private const string Faint = "grey";
    private const int NarrowestName = 16;
    private const int MostTrusts = 10;
    private const int MostGroups = 5;
    private const int MostSmall = 10;

    /// <summary>Share of a list's rows that nobody should leave out without noticing.</summary>
    private const double MuchLeftOut = 0.05;

    /// <summary>Writes the whole report.</summary>
    /// <param name="folder">The framework's folder.</param>
    public void Show(string folder)
    {
        ShowList();
        ShowLeftOut();
        ShowGroups();
        ShowOldSizes();
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
        if (report.Repeated > 0)
            yield return $"{Wording.Count(report.Repeated, "row")} to the letter as one before {(report.Repeated == 1 ? "it" : "them")}: each counts as a post of its own.";
        if (report.DaysTakenAs is { } order)
            yield return $"Every start date would be a day with day and month the other way round too: they were read as {order} (key dates of the columns file); if that is wrong, write {(order == "day_month_year" ? "month_day_year" : "day_month_year")} there and import again.";
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
        ShowNear(rows);
        if (report.LeftOutShare > MuchLeftOut)
            ShowMuchLeftOut(rows);
    }

    private void ShowNear(IReadOnlyList<LeftOutRows> rows)
    {
        var near = rows.SelectMany(row => row.Near.Select(name => (row.Reason, Name: name))).ToList();
        foreach (var (reason, name) in near)
            console.WriteProse($"{Wording.Count(name.Rows, "row")}: the {WhatOf(reason)} is none of the framework's but near one; did you mean {name.Name}?", "bold");
        if (near.Count > 0)
        {
            console.WriteProse("Put it right in the list, or name it in the columns file (organisations, staff_groups, services), and import again.", Faint);
            console.WriteLine();
        }
    }

    private void ShowMuchLeftOut(IReadOnlyList<LeftOutRows> rows)
    {
        var others = (double)rows.Where(row => row.Reason == LeftOutReason.OtherOrganisation).Sum(row => row.Rows) / report.Rows;
        var ofThem = others == 0 ? "" : $", {Figures.FinePercent(others)} for an organisation that is no trust of the framework";
        console.WriteProse($"Warning: {Figures.FinePercent(report.LeftOutShare)} of the list's rows were left out{ofThem}. The stock now holds none of these people: make sure that this is meant.", "bold yellow");
        console.WriteLine();
    }

    private static string WhatOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.OtherOrganisation => "organisation",
        LeftOutReason.NoService => "service",
        _ => "staff group",
    };

    private void ShowGroups()
    {
        var (before, now, parts) = Totals();
        StaffListGroup[] groups = [.. report.Groups.Where(group => group.Before.Heads > 0 || group.Now.Heads > 0)];
        new TextTable(
            "Staff of the framework before and now",
            new TextColumn("Staff group", [.. groups.Select(group => group.Name), .. parts]) { Narrowest = NarrowestName },
            new TextColumn("Posts held\nbefore", [.. groups.Select(group => group.Before).Concat(before).Select(sum => Figures.Whole(sum.Heads))]) { Style = Faint },
            new TextColumn("now", [.. groups.Select(group => group.Now).Concat(now).Select(sum => Figures.Whole(sum.Heads))]),
            new TextColumn("FTE\nbefore", [.. groups.Select(group => group.Before).Concat(before).Select(sum => Figures.Tenth(sum.Fte))]) { Style = Faint },
            new TextColumn("now", [.. groups.Select(group => group.Now).Concat(now).Select(sum => Figures.Tenth(sum.Fte))]),
            new TextColumn("With\nan age", [.. groups.Select(group => group.WithAge > 0 ? Figures.Whole(group.WithAge) : "kept"), .. parts.Select(_ => "")]) { Style = Faint },
            new TextColumn("Of them\njoiners", [.. groups.Select(group => group.HasJoinerShares ? Figures.Whole(group.Joiners) : "kept"), .. parts.Select(_ => "")]) { Style = Faint })
            .Write(console);
        console.WriteProse(
            "With an age: posts of the list whose holder's age is known; of them joiners: those that began in the twelve months up to the day. The group's ages in ages.csv are theirs now. "
            + "Kept: they are as they were, because no age is known, or of fewer than 100 joiners.", Faint);
        console.WriteLine();
    }

    /// <summary>All staff; where trusts keep what they had, those of the list and those apart from it.</summary>
    private ((double Heads, double Fte)[] Before, (double Heads, double Fte)[] Now, string[] Parts) Totals()
    {
        const string all = "All staff";
        var kept = report.Kept;
        if (kept.Heads == 0)
            return ([report.Before], [report.Now], [all]);
        return (
            [report.Before, (report.Before.Heads - kept.Heads, report.Before.Fte - kept.Fte), kept],
            [report.Now, (report.Now.Heads - kept.Heads, report.Now.Fte - kept.Fte), kept],
            [all, "  trusts of the list", "  others, as they were"]);
    }

    /// <summary>Names the staff groups that candidates and joiners no longer fit, and where these stand.</summary>
    private void ShowOldSizes()
    {
        var changed = report.Groups.Where(group => group.HasOutgrownSupply).ToList();
        if (changed.Count == 0)
            return;
        var shown = changed.Take(MostGroups).Select(group => $"{group.Name} ({Figures.Tenth(group.Before.Fte)} FTE before, {Figures.Tenth(group.Now.Fte)} now)");
        var more = changed.Count > MostGroups ? $" and {changed.Count - MostGroups} more" : "";
        console.WriteProse($"Warning: changed by more than {Figures.Percent(StaffListGroup.LargeChange)}: {string.Join("; ", shown)}{more}.", "bold yellow");
        console.WriteProse($"Still of the size of the staff before: {Wording.List(report.TablesOfOldSize)}, and assumptions that are heads, such as international. Until they fit, above all inflow_per_year, opening_pool "
            + "and joiners_fte_per_year of supply.csv, a run has candidates and joiners of the old size (docs/frameworks.md, \"A staff list\").");
        console.WriteLine();
    }

    private void ShowFoot(string folder)
    {
        console.WriteProse("Only counts were written, and nothing of a person was kept. Small counts can still point at people: "
            + $"{Small(report.SmallCohorts, "cohort")} of the list {(report.SmallCohorts.Count == 1 ? "has" : "have")} fewer than {StaffListReport.SmallCount} posts{Named(report.SmallCohorts)}; "
            + $"{Small(report.SmallBands, "age band")} of ages.csv {(report.SmallBands.Count == 1 ? "stands" : "stand")} for fewer than {StaffListReport.SmallCount}{Named(report.SmallBands)}.");
        console.WriteProse("Counts of real people do not belong in a repository: keep such a framework outside the clone of Cadre, or in the folder local there, which git leaves out (cadre new NAME --out local/NAME).");
        console.WriteProse("Leaving rates, supply and all that is fitted are as they were.");
        console.WriteProse($"Tables written: {string.Join(", ", report.TablesWritten)}.");
        WriteUnbroken(folder, "bold", "Folder: ");
    }

    private static string Small(IReadOnlyList<string> names, string noun) => names.Count == 0 ? $"no {noun}s" : Wording.Count(names.Count, noun);

    private static string Named(IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : $" ({string.Join(", ", names.Take(MostSmall))}{(names.Count > MostSmall ? $" and {names.Count - MostSmall} more" : "")})";

    private static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NotUtf8 => "Bytes are not UTF-8",
        LeftOutReason.QuoteFault => "A quote is not closed on its line, or text follows one that is",
        LeftOutReason.CellCount => "Not the header's number of cells",
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
