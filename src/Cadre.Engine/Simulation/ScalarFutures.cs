using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Simulation;

/// <summary>Runs futures one by one with the scalar loop: the reference that eight futures at once are held to. Belongs to one thread.</summary>
internal sealed class ScalarFutures(PreparedModel prepared, RecordingPlan plan, Scenario scenario)
{
    private readonly Simulator _simulator = new(prepared, scenario);
    private readonly double[] _record = new double[plan.Size];

    /// <summary>Runs one future and stores its record; returns who starts, by source, then month (0 holds nothing).</summary>
    public double[][] Run(FutureParameters parameters, int future, FutureRecords records)
    {
        _simulator.Run(parameters, plan.Months, month => plan.Record(_simulator.Month, month, _record));
        records.Store(future, _record);
        return _simulator.Starts;
    }
}
