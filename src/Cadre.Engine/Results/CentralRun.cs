using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>The central run of a model without any future: what explains one cohort, checks a framework or weighs a lever needs no more.</summary>
public sealed class CentralRun
{
    private readonly CohortMonth[][] _account;

    private readonly double[][] _starts;

    /// <param name="model">The model.</param>
    /// <param name="account">By month, then cohort.</param>
    /// <param name="starts">By source, then month (0 holds nothing): heads who start.</param>
    /// <param name="pools">Who recruits from where.</param>
    internal CentralRun(NationalModel model, CohortMonth[][] account, double[][] starts, PoolFlows pools) => (Model, _account, _starts, Pools) = (model, account, starts, pools);

    /// <summary>The model that was run.</summary>
    public NationalModel Model { get; }

    /// <summary>Months of the run.</summary>
    public int Months => _account.Length;

    /// <summary>Who recruits from where: the candidates of every pool in every month, and who hires them.</summary>
    public PoolFlows Pools { get; }

    /// <summary>The account of one month (1 for the first), by cohort.</summary>
    public ReadOnlySpan<CohortMonth> Account(int month) => _account[month - 1];

    /// <summary>What training costs over the whole run, pounds (docs/method.md section 11); 0 where the model has no pay.</summary>
    public double TrainingCost => Model.Money is { } money ? _starts.Index().Sum(source => (money.TrainingCosts[source.Index] ?? 0) * source.Item.Sum()) : 0;

    /// <summary>Staff in post of all cohorts at the end of a month (1 for the first), FTE.</summary>
    public double StaffFte(int month)
    {
        double fte = 0;
        foreach (var cohort in Account(month))
            fte += cohort.Closing.Fte;
        return fte;
    }
}
