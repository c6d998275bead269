namespace Cadre.Engine.Results;

/// <summary>A row of need with its values in every future that was run; FTE.</summary>
/// <param name="Row">The central run's, with the summaries of the other two.</param>
/// <param name="Need">Need in every future, in the order of their numbers.</param>
/// <param name="Gap">Gap to need in every future; null where the futures' staff are not recorded.</param>
internal sealed record NeedInFutures(NeedRow Row, double[] Need, double[]? Gap);
