using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>A lever of a scenario with what no market and no future changes about it. Read-only and shared by all threads.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="WorksOn">By index of what its parameter is of in the model: whether it works on that.</param>
/// <param name="Shares">By month, 0 holding nothing: the share of its size, 0 to 1.</param>
/// <param name="Exits">What it is to exits and ages, where it names them; else null.</param>
internal sealed record PreparedLever(Lever Lever, bool[] WorksOn, double[] Shares, ExitLever? Exits)
{
    /// <summary>The levers of a scenario that change something, in the order in which they do.</summary>
    public static PreparedLever[] Of(PreparedModel prepared, Scenario scenario, int months) =>
    [
        .. LeverSchedule.InOrder(scenario).Select(lever => new PreparedLever(
            lever,
            Flags(lever.WorksOn(prepared.Model)),
            [0, .. Enumerable.Range(1, months).Select(month => lever.ShareAt(prepared.Model.MonthAt(month)))],
            lever.NamesExits ? ExitLever.Of(prepared, lever) : null)),
    ];

    /// <summary>Those of <paramref name="indexes"/> that the lever works on.</summary>
    public int[] Among(IEnumerable<int> indexes) => [.. indexes.Where(index => index < WorksOn.Length && WorksOn[index])];

    private static bool[] Flags(IReadOnlyList<int> indexes)
    {
        var flags = new bool[indexes.Count == 0 ? 0 : indexes.Max() + 1];
        foreach (var index in indexes)
            flags[index] = true;
        return flags;
    }
}
