namespace Cadre.Core.Plans;

/// <summary>An allocation without its posts.</summary>
/// <param name="Number">Its number in the round.</param>
/// <param name="Rule">How it was shared.</param>
/// <param name="Reason">Why.</param>
/// <param name="CreatedUtc">When.</param>
/// <param name="PersonId">Who made it; null for Cadre itself.</param>
public sealed record AllocationSummary(int Number, AllocationRule Rule, string Reason, DateTime CreatedUtc, Guid? PersonId)
{
    /// <summary>What places' shares were worked out from, in words; null for those made before it was kept.</summary>
    public string? SharedBy { get; init; }
}
