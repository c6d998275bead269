namespace Cadre.Engine.Results;

/// <summary>A figure of two scenarios side by side.</summary>
/// <param name="A">The first scenario's.</param>
/// <param name="B">The second scenario's.</param>
/// <param name="Difference">
/// The second's less the first's: of the central runs, and over the futures, each future's difference taken before percentiles.
/// </param>
public readonly record struct ComparedFigure(Summary A, Summary B, Summary Difference);
