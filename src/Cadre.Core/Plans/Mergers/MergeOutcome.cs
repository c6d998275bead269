namespace Cadre.Core.Plans.Mergers;

/// <summary>What came of a merger.</summary>
public abstract record MergeOutcome
{
    private MergeOutcome()
    {
    }

    /// <summary>It is carried out.</summary>
    /// <param name="Plan">The plan of the successor.</param>
    public sealed record Merged(LocalPlan Plan) : MergeOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Why">Why not, in a sentence.</param>
    public sealed record Refused(string Why) : MergeOutcome;
}
