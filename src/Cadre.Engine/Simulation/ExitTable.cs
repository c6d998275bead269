using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>The share that one exit has of a staff group's leaving at each age (docs/method.md section 3.2).</summary>
/// <param name="Exit">The exit; null where the group's exits are not told apart.</param>
/// <param name="Share">By age class; those of all exits sum to 1.</param>
internal sealed record ExitTable(Exit? Exit, double[] Share)
{
    /// <summary>One table for each exit of the group; a single one, of no exit, where it tells none apart.</summary>
    public static ExitTable[] Of(StaffGroup group) => group.Exits.Count == 0
        ? [new ExitTable(null, [.. Enumerable.Repeat(1.0, Ages.Count)])]
        : [.. group.Exits.GroupBy(row => row.Exit).OrderBy(rows => rows.Key).Select(rows => new ExitTable(rows.Key, [.. Enumerable.Range(Ages.First, Ages.Count).Select(age => ShareAt(rows, age))]))];

    private static double ShareAt(IEnumerable<ExitShare> rows, int age) => rows.Where(row => row.From <= age && age < row.To).Sum(row => row.Share);
}
