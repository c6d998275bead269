using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>What money is spent on (docs/method.md section 11).</summary>
public enum CostItem
{
    /// <summary>Staff in post.</summary>
    Staff,

    /// <summary>Temporary staff in vacant posts.</summary>
    Cover,

    /// <summary>Those who start training, retraining or work from abroad; the nation only.</summary>
    Training,

    /// <summary>The scenario's levers; everybody in the nation only.</summary>
    Levers,

    /// <summary>All of the others.</summary>
    Total,
}

/// <summary>The months of a financial year that a run holds.</summary>
/// <param name="Year">The year.</param>
/// <param name="First">Number of the first of them, 1 for the run's first.</param>
/// <param name="Last">Number of the last of them.</param>
public readonly record struct CostYear(FinancialYear Year, int First, int Last)
{
    /// <summary>How many there are, 1 to 12.</summary>
    public int Months => Last - First + 1;

    /// <summary>Whether the run holds the whole year.</summary>
    public bool IsWhole => Months == 12;
}

/// <summary>A cost that a run adds up.</summary>
/// <param name="Year">When.</param>
/// <param name="Place">Index of the nation or a region.</param>
/// <param name="StaffGroup">Index of a leaf, or of the group that holds everybody.</param>
/// <param name="Item">What for.</param>
public readonly record struct CostLine(CostYear Year, int Place, int StaffGroup, CostItem Item);

/// <summary>A row of cost.csv.</summary>
/// <param name="Line">What is added up.</param>
/// <param name="Pounds">The figures, pounds.</param>
public readonly record struct CostRow(CostLine Line, Summary Pounds);

/// <summary>A row of cost_difference.csv.</summary>
/// <param name="Line">What is added up.</param>
/// <param name="Pounds">The figures of both scenarios and their difference, pounds.</param>
public readonly record struct ComparedCostRow(CostLine Line, ComparedFigure Pounds);

/// <summary>The cost of the nation in a year beside what there is to pay for it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Total">What it costs, pounds.</param>
/// <param name="Envelope">What there is, pounds; null where the year has no envelope.</param>
/// <param name="Probability">Share of futures that cost no more; null without an envelope, and where the run holds a part of the year alone.</param>
public sealed record EnvelopeResult(CostYear Year, Summary Total, double? Envelope, double? Probability)
{
    /// <summary>The central run's cost less the envelope, pounds; null where there is no probability.</summary>
    public double? Over => Probability is null ? null : Total.Central - Envelope;
}
