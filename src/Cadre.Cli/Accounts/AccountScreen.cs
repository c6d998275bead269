using Cadre.Engine.Simulation;
using Spectre.Console;

namespace Cadre.Cli.Accounts;

/// <summary>Shows an account: heads, then FTE. A column that is 0 in every month is left out and named.</summary>
internal sealed class AccountScreen(IAnsiConsole console, CohortAccount account)
{
    private static readonly (string Header, int Sign, Func<CohortMonth, Amount> Amount)[] Kinds =
    [
        ("Joiners", 1, month => month.Joiners),
        ("Moves in", 1, month => month.MovesIn),
        ("Leavers", -1, month => month.Leavers),
        ("Moves out", -1, month => month.MovesOut),
        ("Regrading", 1, month => month.Adjustment),
    ];

    /// <summary>Writes both tables and the sentence that explains them.</summary>
    public void Show()
    {
        console.MarkupLineInterpolated($"[bold]{account.StaffGroup.Name}, {account.Place.Name}[/]");
        console.MarkupLineInterpolated($"[grey]{account.Framework.Name}, {account.Place.Code}/{account.Service.Code}/{account.StaffGroup.Code}, central run{(account.Scenario.Levers.Count + account.Scenario.Changes.Count > 0 ? $" of scenario {account.Scenario.Name}" : "")}. Expected numbers, so not whole.[/]");
        console.WriteLine();
        Table("Heads", [.. Flows(amount => amount.Heads), Closing(amount => amount.Heads)]);
        Table("FTE", [.. Flows(amount => amount.Fte), Column("Hours", month => month.Hours, signed: true), Closing(amount => amount.Fte), .. PostsAndVacancies()]);
        ShowLeftOut();
        console.WriteProse(account.Explain());
    }

    private IEnumerable<TextColumn> Flows(Func<Amount, double> of)
    {
        yield return Column("Opening", month => of(month.Opening), signed: false);
        foreach (var (header, sign, amount) in Kinds.Where(kind => Happens(kind.Amount)))
            yield return Column(header.Replace(' ', '\n'), month => sign * of(amount(month)), signed: true);
    }

    private TextColumn Closing(Func<Amount, double> of) => Column("Closing", month => of(month.Closing), signed: false);

    private bool Happens(Func<CohortMonth, Amount> amount) => account.Months.Any(month => amount(month) != default);

    private void ShowLeftOut()
    {
        string[] leftOut = [.. Kinds.Where(kind => !Happens(kind.Amount)).Select(kind => kind.Header.ToLowerInvariant())];
        if (leftOut.Length > 0)
            console.WriteProse($"No {Wording.List(leftOut, "or")} in {(account.Months.Count == 1 ? "this month" : "these months")}.", "grey");
    }

    private IEnumerable<TextColumn> PostsAndVacancies()
    {
        yield return Column("Posts", month => month.Posts, signed: false);
        yield return Column("Vacant", month => month.Vacancies, signed: false);
        if (account.Months.Any(month => month.OverEstablishment > 0))
            yield return Column("Above\nposts", month => month.OverEstablishment, signed: false);
        if (account.Months.Any(month => month.Cover > 0))
            yield return Column("Cover", month => month.Cover, signed: false);
    }

    private void Table(string title, TextColumn[] columns)
    {
        var months = new TextColumn("Month", [.. account.Months.Select((_, i) => Wording.Short(account.MonthAt(i + 1)))]) { Narrowest = 8 };
        new TextTable(title, [months, .. columns]).Write(console);
    }

    private TextColumn Column(string header, Func<CohortMonth, double> value, bool signed) =>
        new(header, [.. account.Months.Select(month => signed ? Signed.Tenth(value(month)) : Figures.Tenth(value(month)))]);
}
