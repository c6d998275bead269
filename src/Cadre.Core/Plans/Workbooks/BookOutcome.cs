namespace Cadre.Core.Plans.Workbooks;

/// <summary>What a workbook that was sent comes to; nothing is applied by reading it.</summary>
public abstract record BookOutcome
{
    private BookOutcome()
    {
    }

    /// <summary>It is none of this plan, or cannot be read.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record Refused(string Sentence) : BookOutcome;

    /// <summary>Cells in it cannot be taken as they are.</summary>
    /// <param name="Faults">All of them.</param>
    public sealed record HasFaults(IReadOnlyList<BookFault> Faults) : BookOutcome;

    /// <summary>It was read.</summary>
    /// <param name="Change">What it would change.</param>
    public sealed record Read(BookChange Change) : BookOutcome;
}
