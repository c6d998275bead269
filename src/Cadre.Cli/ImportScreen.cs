using System.Globalization;
using Cadre.Engine.Fitting;
using Cadre.Engine.Model;
using Cadre.Frameworks.Import;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary>What <c>cadre import</c> prints: what was read, which rates came of it, and how well the framework meets the publications.</summary>
internal sealed class ImportScreen(IAnsiConsole console, ImportReport report)
{
    private const string Faint = "grey";
    private const int NarrowestName = 16;

    /// <summary>A gap that counts is over one in ten thousand and, of staff, over a thousandth of an FTE.</summary>
    private const double SmallShare = 1e-4;
    private const double SmallFte = 1e-3;

    private readonly NationalModel _model = report.Model;

    /// <summary>The framework's first month, the one that the publication covers.</summary>
    private string MonthOne => Wording.Short(_model.MonthAt(1));

    /// <summary>Writes the whole report.</summary>
    /// <param name="folder">The framework's folder.</param>
    public void Show(string folder)
    {
        ShowFiles();
        ShowRates();
        ShowGroups();
        ShowRegions();
        ShowNotMet();
        ShowFoot(folder);
    }

    private void ShowFiles()
    {
        console.WriteProse("Publications read", "bold");
        foreach (var file in report.Files)
        {
            WriteUnbroken(Path.GetFileName(file.File), "default");
            var parent = Path.GetDirectoryName(file.File);
            console.WriteProse($"  {(string.IsNullOrEmpty(parent) ? "" : $"in {parent}: ")}{Wording.Count(file.Rows, "row")}", Faint);
            foreach (var (reason, rows) in file.NotUsed)
                console.WriteProse($"  {Wording.Count(rows, "row")} not used: {reason}", Faint);
            foreach (var note in file.Notes)
                console.WriteProse($"  {note}", Faint);
        }

        console.WriteLine();
    }

    private void ShowRates()
    {
        if (report.PooledRatio is not { } pooled)
        {
            ShowAssumedRates();
            return;
        }

        string Ratio(double value, bool own) => value.ToString("0.000", CultureInfo.InvariantCulture) + (own ? " " : "*");
        var rows = report.Levels;
        new TextTable(
            "Leavers and joiners a year, share of staff (FTE)",
            new TextColumn("Staff group", [.. rows.Select(row => NameOf(row.StaffGroup)), "All that publish a year, pooled"]) { Narrowest = NarrowestName },
            new TextColumn("Leavers", [.. rows.Select(row => Figures.FinePercent(row.LeavingRate)), ""]),
            new TextColumn("Joiners", [.. rows.Select(row => Figures.FinePercent(row.JoiningRate)), ""]),
            new TextColumn("Year over month,\nleavers", [.. rows.Select(row => Ratio(row.LeavingRatio, IsOwn(row))), Ratio(pooled.Leaving, own: true)]) { Style = Faint },
            new TextColumn("Year over month,\njoiners", [.. rows.Select(row => Ratio(row.JoiningRatio, IsOwn(row))), Ratio(pooled.Joining, own: true)]) { Style = Faint })
            .Write(console);
        console.WriteProse(
            "Year over month: the country's twelve months over twelve times its one month. * The country's twelve months are not published for this group: the pooled ratio stands in.",
            Faint);
        console.WriteLine();
    }

    /// <summary>Where no month was observed the rates are the register's.</summary>
    private void ShowAssumedRates() =>
        new TextTable(
            "Leavers and joiners a year as assumed, share of staff (FTE)",
            new TextColumn("Staff group", [.. report.Levels.Select(row => NameOf(row.StaffGroup))]) { Narrowest = NarrowestName },
            new TextColumn("Leavers", [.. report.Levels.Select(row => Figures.FinePercent(row.LeavingRate))]),
            new TextColumn("Joiners", [.. report.Levels.Select(row => Figures.FinePercent(row.JoiningRate))]))
            .Write(console);

    private static bool IsOwn(GroupLevel level) => level is { IsPublished: true, IsFitted: true };

    /// <summary>By staff group: target, fitted and residual of everything that the fit must meet.</summary>
    private void ShowGroups()
    {
        var rows = report.Residuals.GroupBy(row => (row.StaffGroup, row.Quantity))
            .Select(group => new FitResidual(group.Key.StaffGroup, null, group.Key.Quantity, group.Sum(row => row.Target), group.Sum(row => row.Fitted), group.Any(row => row.LimitedByWants)))
            .OrderBy(row => row.StaffGroup).ThenBy(row => row.Quantity).ToList();
        if (rows.Count == 0) return;
        new TextTable(
            "Fit by staff group, FTE and percent a year",
            new TextColumn("Staff group", [.. rows.Select((row, i) => i > 0 && rows[i - 1].StaffGroup == row.StaffGroup ? "" : _model.StaffGroups[row.StaffGroup].Name)]) { Narrowest = NarrowestName },
            new TextColumn("What", [.. rows.Select(row => NameOf(row.Quantity))]) { Narrowest = 10 },
            new TextColumn("Target", [.. rows.Select(row => TextOf(row.Quantity, row.Target))]),
            new TextColumn("Fitted", [.. rows.Select(row => TextOf(row.Quantity, row.Fitted))]),
            new TextColumn("Residual", [.. rows.Select(ResidualOf)]) { Style = Faint })
            .Write(console);
    }

    /// <summary>By staff group and region: target, fitted and residual of joiners.</summary>
    private void ShowRegions()
    {
        if (report.Residuals.All(row => row.Quantity != FitQuantity.JoinersInMonthOne))
        {
            ShowRegionsOfYear();
            return;
        }

        var pools = report.Residuals.Where(row => row.Catchment is not null).GroupBy(row => (row.StaffGroup, row.Catchment!.Value))
            .Select(rows => (rows.Key, Month: rows.Single(row => row.Quantity == FitQuantity.JoinersInMonthOne), Year: rows.Single(row => row.Quantity == FitQuantity.JoinersInYearOne)))
            .ToList();
        if (pools.Count == 0) return;
        new TextTable(
            $"Fit by staff group and region: joiners in {MonthOne} and in the first twelve months, FTE",
            new TextColumn("Staff group", [.. pools.Select((pool, i) => i > 0 && pools[i - 1].Key.StaffGroup == pool.Key.StaffGroup ? "" : _model.StaffGroups[pool.Key.StaffGroup].Name)]) { Narrowest = 12 },
            new TextColumn("Region", [.. pools.Select(pool => _model.Places[pool.Key.Value].Name)]) { Narrowest = 8 },
            new TextColumn(MonthOne, [.. pools.Select(pool => Figures.Tenth(pool.Month.Target) + (pool.Month.LimitedByWants ? "+" : ""))]),
            new TextColumn("Fitted", [.. pools.Select(pool => Figures.Tenth(pool.Month.Fitted))]),
            new TextColumn("Residual", [.. pools.Select(pool => ResidualOf(pool.Month))]) { Style = Faint },
            new TextColumn("Year", [.. pools.Select(pool => Figures.Tenth(pool.Year.Target))]),
            new TextColumn("Fitted", [.. pools.Select(pool => Figures.Tenth(pool.Year.Fitted))]),
            new TextColumn("Residual", [.. pools.Select(pool => ResidualOf(pool.Year))]) { Style = Faint })
            .Write(console);
        if (!pools.Any(pool => pool.Month.LimitedByWants)) return;
        console.WriteProse($"+ The trusts want fewer people in {MonthOne} than were published to join, so that only the twelve months are fitted.", Faint);
        console.WriteLine();
    }

    /// <summary>Where no month was observed: joiners of the first twelve months alone.</summary>
    private void ShowRegionsOfYear()
    {
        FitResidual[] rows = [.. report.Residuals.Where(row => row.Catchment is not null)];
        if (rows.Length == 0) return;
        new TextTable(
            "Fit by staff group and region: joiners in the first twelve months, FTE",
            new TextColumn("Staff group", [.. rows.Select((row, i) => i > 0 && rows[i - 1].StaffGroup == row.StaffGroup ? "" : _model.StaffGroups[row.StaffGroup].Name)]) { Narrowest = 12 },
            new TextColumn("Region", [.. rows.Select(row => _model.Places[row.Catchment!.Value].Name)]) { Narrowest = 8 },
            new TextColumn("Target", [.. rows.Select(row => Figures.Tenth(row.Target))]),
            new TextColumn("Fitted", [.. rows.Select(row => Figures.Tenth(row.Fitted))]),
            new TextColumn("Residual", [.. rows.Select(ResidualOf)]) { Style = Faint })
            .Write(console);
    }

    private static string ResidualOf(FitResidual row) =>
        row.Residual == 0 ? "0" : (row.Quantity == FitQuantity.LeavingRate ? 100 * row.Residual : row.Residual).ToString("0.0e+0", CultureInfo.InvariantCulture);

    private void ShowNotMet()
    {
        FitResidual[] rows = [.. report.Residuals.Where(IsNotMet)];
        if (rows.Length == 0)
        {
            console.WriteProse($"The framework meets all {Wording.Count(report.Residuals.Count, "figure")} to within 1 in 10,000 or 0.001 FTE.");
            console.WriteLine();
            return;
        }

        new TextTable(
            $"Not met: {Wording.Count(rows.Length, "figure")} of {Figures.Whole(report.Residuals.Count)}",
            new TextColumn("Staff group", [.. rows.Select(row => _model.StaffGroups[row.StaffGroup].Name)]) { Narrowest = NarrowestName },
            new TextColumn("Region", [.. rows.Select(row => row.Catchment is { } region ? _model.Places[region].Name : "all")]) { Narrowest = 8 },
            new TextColumn("What", [.. rows.Select(row => NameOf(row.Quantity) + (row.LimitedByWants ? ", not fitted (+)" : ""))]) { Narrowest = 10 },
            new TextColumn("Target", [.. rows.Select(row => TextOf(row.Quantity, row.Target))]),
            new TextColumn("Fitted", [.. rows.Select(row => TextOf(row.Quantity, row.Fitted))]))
            .Write(console);
    }

    private void ShowFoot(string folder)
    {
        if (report.FteNotCarried is { } notCarried)
            ShowMoves(notCarried);
        console.WriteProse($"Tables written: {string.Join(", ", report.TablesWritten)}.");
        WriteUnbroken(folder, "bold", "Folder: ");
    }

    private void ShowMoves((double Net, double Gross) notCarried) =>
        console.WriteProse(
            $"{Wording.Count(report.Transfers, "one-off transfer")} of staff (transfers.csv) and {Wording.Count(report.Adjustments, "line")} of regrading (adjustments.csv). "
            + $"Regrading and changed hours that no table carries: {notCarried.Net.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)} FTE net, {Figures.Tenth(notCarried.Gross)} FTE without sign.");

    /// <summary>A path stands on a line of its own, unbroken, so that it can be copied.</summary>
    private void WriteUnbroken(string path, string style, string lead = "")
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, lead.Length + path.Length);
        console.MarkupLine($"{lead}[{style}]{Markup.Escape(path)}[/]");
        console.Profile.Width = width;
    }

    private string NameOf(string group) => _model.StaffGroups.First(row => row.Code == group).Name;

    private static bool IsNotMet(FitResidual row) =>
        Math.Abs(row.Residual) > SmallShare * Math.Abs(row.Target) && (row.Quantity == FitQuantity.LeavingRate || Math.Abs(row.Residual) > SmallFte);

    private static string TextOf(FitQuantity quantity, double value) =>
        quantity == FitQuantity.LeavingRate ? Figures.FinePercent(value) : Figures.Tenth(value);

    private string NameOf(FitQuantity quantity) => quantity switch
    {
        FitQuantity.LeaversInMonthOne => $"leavers, {MonthOne}",
        FitQuantity.LeavingRate => "leavers a year",
        FitQuantity.JoinersInMonthOne => $"joiners, {MonthOne}",
        FitQuantity.JoinersInYearOne => "joiners, 12 months",
    };
}
