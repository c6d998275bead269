namespace Cadre.Engine.Model;

/// <summary>What staff and their training cost, and what there is to pay for it (docs/method.md section 11). Nothing in the run depends on it.</summary>
public sealed record Money
{
    /// <summary>The year in whose prices every sum of money is.</summary>
    public required FinancialYear Prices { get; init; }

    /// <summary>By staff group: the pay bands of a leaf, at least one, whose shares sum to 1; empty for a group that only adds up others.</summary>
    public required IReadOnlyList<IReadOnlyList<PayBand>> Pay { get; init; }

    /// <summary>By source of candidates: what each person who starts costs, pounds; null where that is not known and nothing is counted.</summary>
    public required IReadOnlyList<double?> TrainingCosts { get; init; }

    /// <summary>What there is to pay for a year, in the order of the years; a year without one has none.</summary>
    public IReadOnlyList<Envelope> Envelopes { get; init; } = [];

    /// <summary>Pounds a year for an FTE of a leaf, on-costs included.</summary>
    public double CostPerFte(int staffGroup) => Pay[staffGroup].Sum(band => band.Share * band.Pay * (1 + band.OnCosts));
}

/// <summary>The part of a staff group that is paid alike.</summary>
/// <param name="Code">Code, unique in the staff group.</param>
/// <param name="Share">Share of the staff group's FTE, 0 to 1.</param>
/// <param name="Pay">Basic pay, pounds a year for an FTE, over 0.</param>
/// <param name="OnCosts">What the employer pays beside it over pay: pension, insurance, levies; share, 0 or more.</param>
public readonly record struct PayBand(string Code, double Share, double Pay, double OnCosts);

/// <summary>What there is to pay for staff, cover, training and levers of the nation in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Pounds">Pounds, 0 or more.</param>
public readonly record struct Envelope(FinancialYear Year, double Pounds);
