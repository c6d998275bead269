namespace Cadre.Engine.Results;

/// <summary>The values of a row of the register in every future of a run.</summary>
/// <param name="values">By future, in the order of their numbers.</param>
internal sealed class DrawnRow(double[] values)
{
    /// <summary>By future.</summary>
    public double[] Values { get; } = values;

    /// <summary>By future: the value's rank; worked out when it is first asked for.</summary>
    public double[] Ranks => field ??= RankCorrelation.Ranks(Values);
}
