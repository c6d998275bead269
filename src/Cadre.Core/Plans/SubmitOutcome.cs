using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans;

/// <summary>What came of submitting a plan.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>It is submitted.</summary>
    /// <param name="Version">Number of the version.</param>
    /// <param name="Run">The national run that it asked for.</param>
    public sealed record Submitted(int Version, Guid Run) : SubmitOutcome;

    /// <summary>It is not: something in it cannot stay.</summary>
    /// <param name="Problems">Everything that is wrong.</param>
    public sealed record HasProblems(IReadOnlyList<PlanProblem> Problems) : SubmitOutcome;

    /// <summary>It is not: it was submitted before, or is carried on by another plan.</summary>
    /// <param name="State">Where it stands.</param>
    public sealed record NotOpen(PlanState State) : SubmitOutcome;
}
