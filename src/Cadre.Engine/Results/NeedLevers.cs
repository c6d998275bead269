using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>The levers of a scenario that change need: hours available and what new roles take over (docs/method.md sections 9 and 10).</summary>
internal sealed class NeedLevers
{
    private readonly NationalModel _model;
    private readonly (Lever Lever, IReadOnlyList<int> Targets)[] _levers;

    public NeedLevers(NationalModel model, Scenario scenario)
    {
        _model = model;
        _levers =
        [
            .. scenario.Levers.Where(lever => lever.Size != 0 && lever.Parameter is LeverParameter.HoursAvailable or LeverParameter.Substitution)
                .OrderBy(lever => lever.Effect).Select(lever => (lever, lever.WorksOn(model))),
        ];
    }

    /// <summary>Told of each change that a lever makes, as <see cref="LeverSchedule.Observer"/>; null for nobody.</summary>
    public Action<Lever, double>? Observer { get; init; }

    /// <summary>Whether there is any.</summary>
    public bool Any => _levers.Length > 0;

    /// <summary>Hours of an FTE of a staff group left for work in a month (1 for the first).</summary>
    /// <param name="group">Index of the staff group.</param>
    /// <param name="hours">What they are without levers.</param>
    /// <param name="month">Number of the month.</param>
    public double Hours(int group, double hours, int month) => Changed(LeverParameter.HoursAvailable, group, hours, month);

    /// <summary>The share of a need that a new role takes over in a month; 0 without levers.</summary>
    public double ShareOf(int substitution, int month) => Changed(LeverParameter.Substitution, substitution, 0, month);

    private double Changed(LeverParameter parameter, int target, double value, int month)
    {
        foreach (var (lever, targets) in _levers)
        {
            var share = lever.Parameter == parameter && targets.Contains(target) ? lever.ShareAt(_model.MonthAt(month)) : 0;
            if (!(share > 0)) continue;
            var (asked, after) = LeverSchedule.Change(lever, share, value);
            Observer?.Invoke(lever, Math.Abs(asked - after));
            value = after;
        }

        return value;
    }
}
