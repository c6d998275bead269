using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans;

/// <summary>What came of saving sections of a plan.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>They are saved.</summary>
    /// <param name="Numbers">The number of each section now.</param>
    public sealed record Saved(IReadOnlyDictionary<string, int> Numbers) : SaveOutcome;

    /// <summary>Nothing was saved: something in them cannot stay.</summary>
    /// <param name="Problems">Everything that is wrong.</param>
    public sealed record HasProblems(IReadOnlyList<PlanProblem> Problems) : SaveOutcome;

    /// <summary>Nothing was saved: somebody saved one of the sections since the writer began.</summary>
    /// <param name="Theirs">Those sections as they are now.</param>
    public sealed record SavedByOthers(IReadOnlyList<PlanSection> Theirs) : SaveOutcome;

    /// <summary>Nothing was saved: the plan is not open.</summary>
    /// <param name="State">Where it stands.</param>
    public sealed record NotOpen(PlanState State) : SaveOutcome;
}
