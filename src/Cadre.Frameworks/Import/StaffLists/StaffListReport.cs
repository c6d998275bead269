namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>What came of a staff list: counts alone, no person.</summary>
public sealed record StaffListReport
{
    /// <summary>Publishers of NHS workforce figures hold counts under five back.</summary>
    public const int SmallCount = 5;

    /// <summary>Path of the list as the user wrote it.</summary>
    public required string List { get; init; }

    /// <summary>The day that the list describes.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day of the framework's opening stock.</summary>
    public required DateOnly Opening { get; init; }

    /// <summary>By column that is read of the list, the header that it has there.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Rows after the header.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that are counted: posts held.</summary>
    public required int Posts { get; init; }

    /// <summary>People, each counted once; null where the list has no pseudonyms.</summary>
    public required int? People { get; init; }

    /// <summary>Contracted FTE of the posts held.</summary>
    public required double Fte { get; init; }

    /// <summary>Rows that are not counted, by reason.</summary>
    public required IReadOnlyList<LeftOutRows> LeftOut { get; init; }

    /// <summary>Rows that are not counted, over all rows.</summary>
    public double LeftOutShare => (double)LeftOut.Sum(rows => rows.Rows) / Math.Max(1, Rows);

    /// <summary>Counted posts without an age: in the stock, not in the ages; of a list with a column for it.</summary>
    public required int WithoutAge { get; init; }

    /// <summary>Counted posts without a start date: not among joiners; of a list with a column for it.</summary>
    public required int WithoutStart { get; init; }

    /// <summary>Counted posts without a pseudonym, each a person of its own; of a list with a column for it.</summary>
    public required int WithoutPseudonym { get; init; }

    /// <summary>Trusts of the framework of which rows are counted.</summary>
    public required int Trusts { get; init; }

    /// <summary>Codes of the trusts without a counted row, whose stock and headcount are as they were.</summary>
    public required IReadOnlyList<string> TrustsKept { get; init; }

    /// <summary>Staff groups that hold staff, in the framework's order.</summary>
    public required IReadOnlyList<StaffListGroup> Groups { get; init; }

    /// <summary>Posts and FTE of the framework's stock before.</summary>
    public required (double Heads, double Fte) Before { get; init; }

    /// <summary>Posts and FTE of its stock now.</summary>
    public required (double Heads, double Fte) Now { get; init; }

    /// <summary>Posts and FTE, before and now, of the trusts without a counted row.</summary>
    public required (double Heads, double Fte) Kept { get; init; }

    /// <summary>Names of the list's cohorts with fewer than <see cref="SmallCount"/> posts: people might be told from them.</summary>
    public required IReadOnlyList<string> SmallCohorts { get; init; }

    /// <summary>Names of the age bands whose shares in ages.csv stand for fewer posts or joiners than that, and for some.</summary>
    public required IReadOnlyList<string> SmallBands { get; init; }

    /// <summary>Rows that repeat another of the same person to the letter, each counted; 0 where the list has no pseudonyms.</summary>
    public required int Repeated { get; init; }

    /// <summary>The order in which start dates were read, as the columns file writes it, where all of them would be days in the other order too; null where one would not.</summary>
    public required string? DaysTakenAs { get; init; }

    /// <summary>Tables of the framework that hold candidates, training places, moves, need, money or targets of the staff before.</summary>
    public required IReadOnlyList<string> TablesOfOldSize { get; init; }

    /// <summary>The tables written.</summary>
    public required IReadOnlyList<string> TablesWritten { get; init; }
}
