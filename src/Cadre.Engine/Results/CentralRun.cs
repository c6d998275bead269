using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>The central run of a model without any future: what explains one cohort, checks a framework or weighs a lever needs no more.</summary>
public sealed class CentralRun
{
    private readonly CohortMonth[][] _account;

    internal CentralRun(NationalModel model, CohortMonth[][] account) => (Model, _account) = (model, account);

    /// <summary>The model that was run.</summary>
    public NationalModel Model { get; }

    /// <summary>Months of the run.</summary>
    public int Months => _account.Length;

    /// <summary>The account of one month (1 for the first), by cohort.</summary>
    public ReadOnlySpan<CohortMonth> Account(int month) => _account[month - 1];

    /// <summary>Staff in post of all cohorts at the end of a month (1 for the first), FTE.</summary>
    public double StaffFte(int month)
    {
        double fte = 0;
        foreach (var cohort in Account(month))
            fte += cohort.Closing.Fte;
        return fte;
    }
}
