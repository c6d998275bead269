namespace Cadre.Web.Pages.Accounts;

/// <summary>What is shown of an account, ready to be read.</summary>
public sealed record AccountView
{
    /// <summary>Who of the place, of which scenario.</summary>
    public required string Scope { get; init; }

    /// <summary>The months of the account.</summary>
    public required string Period { get; init; }

    /// <summary>How opening became closing, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The account: heads and FTE.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Why ways in and out are not told apart; empty where they are.</summary>
    public required string Remark { get; init; }

    /// <summary>The rows of the register in force.</summary>
    public required IReadOnlyList<AssumptionRow> Assumptions { get; init; }

    /// <summary>Rows of the register in force that are not shown.</summary>
    public required int MoreAssumptions { get; init; }

    /// <summary>The rows of the opening stock that feed it.</summary>
    public required IReadOnlyList<StockRow> Stock { get; init; }

    /// <summary>Rows of the opening stock that are not shown.</summary>
    public required int MoreStock { get; init; }

    /// <summary>A line of the account.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Heads">Heads; empty for none.</param>
    /// <param name="Fte">FTE.</param>
    /// <param name="IsTotal">Whether it is a stock, not a change.</param>
    /// <param name="IsPart">Whether it is a part of the line before it.</param>
    public sealed record Row(string Name, string Heads, string Fte, bool IsTotal = false, bool IsPart = false);

    /// <summary>A row of the register.</summary>
    /// <param name="Name">What is assumed.</param>
    /// <param name="Of">Of whom.</param>
    /// <param name="Central">The central value.</param>
    /// <param name="Range">Its ends.</param>
    /// <param name="Grade">A to D.</param>
    /// <param name="Source">Title of its source.</param>
    public sealed record AssumptionRow(string Name, string Of, string Central, string Range, string Grade, string Source);

    /// <summary>A row of the opening stock.</summary>
    /// <param name="Of">Place, service and staff group.</param>
    /// <param name="Heads">Heads.</param>
    /// <param name="Fte">FTE.</param>
    /// <param name="Share">The share that the place counts; empty for all of it.</param>
    /// <param name="Source">Title of its source.</param>
    /// <param name="Where">File, line, grade and the day on which it became public.</param>
    public sealed record StockRow(string Of, string Heads, string Fte, string Share, string Source, string Where);

    /// <summary>Need and the gap to it at the end, in one sentence; empty where these staff have none.</summary>
    public required string Need { get; init; }

    /// <summary>What the need is made of.</summary>
    public required IReadOnlyList<NeedRow> Needs { get; init; }

    /// <summary>How many smaller rows of need are not shown.</summary>
    public required int MoreNeeds { get; init; }

    /// <summary>A row of need.</summary>
    /// <param name="Of">Whose.</param>
    /// <param name="Fte">What it comes to.</param>
    /// <param name="Staff">Staff in post who have it.</param>
    /// <param name="Share">The share that is counted; empty for all of it.</param>
    /// <param name="How">How it is worked out.</param>
    public sealed record NeedRow(string Of, string Fte, string Staff, string Share, string How);
}
