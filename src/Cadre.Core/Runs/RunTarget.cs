namespace Cadre.Core.Runs;

/// <summary>What a run says of a target of its framework.</summary>
public sealed class RunTarget
{
    /// <summary>Whose.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Its place in the framework's list, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>Its id in the framework.</summary>
    public required string Target { get; init; }

    /// <summary>The share of the futures in which it holds; null where the run ends before it.</summary>
    public required double? Probability { get; init; }

    /// <summary>The central run's figure; null where the run ends before it.</summary>
    public required double? Central { get; init; }

    /// <summary>5th percentile of the futures.</summary>
    public required double? Low { get; init; }

    /// <summary>95th percentile of the futures.</summary>
    public required double? High { get; init; }
}
