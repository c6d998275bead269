using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>A lever that names exits or ages of leaving (docs/method.md section 9).</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Cohorts">The cohorts that it works on.</param>
/// <param name="ShareOfGroup">By staff group: the share of its leaving that the lever works on.</param>
internal sealed record ExitLever(Lever Lever, int[] Cohorts, double[] ShareOfGroup)
{
    /// <summary>A lever in a model.</summary>
    public static ExitLever Of(PreparedModel prepared, Lever lever) =>
        new(lever, [.. lever.WorksOn(prepared.Model)], [.. prepared.Groups.Select(tables => tables is null ? 0 : ShareOf(lever, tables))]);

    /// <summary>Whether the lever works on an exit.</summary>
    public bool Names(ExitTable exit) => Names(Lever, exit);

    private static bool Names(Lever lever, ExitTable exit) => lever.Exits.Count == 0 || (exit.Exit is { } known && lever.Exits.Contains(known));

    /// <summary>The share of a group's leaving that a lever works on.</summary>
    private static double ShareOf(Lever lever, GroupTables tables)
    {
        double named = 0;
        foreach (var exit in tables.Exits.Where(exit => Names(lever, exit)))
        {
            for (var a = lever.FromAge - Ages.First; a < lever.ToAge - Ages.First; a++)
                named += WeightOf(tables, a) * exit.Share[a];
        }

        return WeightOfAll(tables) is > 0 and var all ? named / all : 0;
    }

    /// <summary>What an age counts in its group's leaving.</summary>
    public static double WeightOf(GroupTables tables, int a) => tables.StockShare[a] * tables.FtePerHead[0][a] * tables.AgeMultiplier[a];

    /// <summary>What all ages count in it.</summary>
    public static double WeightOfAll(GroupTables tables)
    {
        double sum = 0;
        for (var a = 0; a < Ages.Count; a++)
            sum += WeightOf(tables, a);
        return sum;
    }
}
