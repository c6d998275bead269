namespace Cadre.Core.Plans.Mergers;

/// <summary>What came of a change of places.</summary>
public abstract record MergeOutcome
{
    private MergeOutcome()
    {
    }

    /// <summary>It is carried out.</summary>
    /// <param name="Plans">The plans after it.</param>
    public sealed record Merged(IReadOnlyList<LocalPlan> Plans) : MergeOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Why">Everything that is in the way, a sentence each.</param>
    public sealed record Refused(IReadOnlyList<string> Why) : MergeOutcome;
}
