using Cadre.Engine.Model;

namespace Cadre.Core.Plans.RollUp;

/// <summary>What local plans expect to recruit from a pool of candidates in a financial year, beside what it gives when all plans are run together; heads.</summary>
/// <param name="Pool">Index of the pool in the model.</param>
/// <param name="Year">The financial year.</param>
/// <param name="Months">Months of it in the run.</param>
/// <param name="Sources">By source, "other" first.</param>
/// <param name="Places">By place: those that recruit from the pool.</param>
public sealed record PoolClaims(int Pool, FinancialYear Year, int Months, IReadOnlyList<SourceClaim> Sources, IReadOnlyList<PlaceClaim> Places)
{
    /// <summary>Fewer than half a person in a year is no claim beyond what there is.</summary>
    public const double Least = 0.5;

    /// <summary>What the plans expect, added up.</summary>
    public double Claimed => Places.Sum(place => place.Claimed);

    /// <summary>What they get together: all that the pool gives.</summary>
    public double Gets => Places.Sum(place => place.Gets);

    /// <summary>What they expect beyond what they get.</summary>
    public double Over => Claimed - Gets;

    /// <summary>Whether they expect at least half a person more than they get.</summary>
    public bool IsOverClaimed => Over >= Least;

    /// <summary>Candidates on hand when the year begins and those who arrive in it.</summary>
    public double Holds => Sources.Sum(source => source.OnHand + source.Arrivals);
}

/// <summary>The candidates of one source in a pool and year.</summary>
/// <param name="Source">Index of the source in the model; null for "other".</param>
/// <param name="OnHand">On hand when the year begins, left over from before; all plans together.</param>
/// <param name="Arrivals">Who arrives in the year; all plans together.</param>
/// <param name="Claimed">What the plans expect, each alone, added up.</param>
/// <param name="Gets">What they get together.</param>
public readonly record struct SourceClaim(int? Source, double OnHand, double Arrivals, double Claimed, double Gets);

/// <summary>What one place expects of a pool in a year.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Framework">What the framework's run gives it.</param>
/// <param name="Claimed">What it recruits in the run in which its plan alone differs from the framework.</param>
/// <param name="Gets">What it recruits when all plans are run together.</param>
public readonly record struct PlaceClaim(LocalPlan Plan, double Framework, double Claimed, double Gets);
