namespace Cadre.Engine.Results;

/// <summary>The candidates of one source in one pool and month, heads (docs/method.md sections 3.3 and 3.4).</summary>
/// <param name="OnHand">Those who can be hired in the month: what the month before left over and kept, and the month's arrivals; 0 or more.</param>
/// <param name="Arrivals">Of them, those who arrive in the month; 0 or more.</param>
/// <param name="Hired">Of those on hand, who is hired in the month; 0 or more.</param>
public readonly record struct CandidateFlow(double OnHand, double Arrivals, double Hired)
{
    /// <summary>Candidates whom the month does not hire, heads; the share <c>candidates_kept</c> of them is on hand in the next one.</summary>
    public double LeftOver => OnHand - Hired;

    /// <summary>The two together.</summary>
    public static CandidateFlow operator +(CandidateFlow left, CandidateFlow right) =>
        new(left.OnHand + right.OnHand, left.Arrivals + right.Arrivals, left.Hired + right.Hired);
}
