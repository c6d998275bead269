namespace Cadre.Engine.Model;

/// <summary>A service; a framework without a split has the one service <c>all</c>.</summary>
public sealed record Service
{
    /// <summary>The code used in every file.</summary>
    public required string Code { get; init; }

    /// <summary>The name for a reader.</summary>
    public required string Name { get; init; }
}
