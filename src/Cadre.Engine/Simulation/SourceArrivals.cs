using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// Candidates who arrive from education, return to practice and abroad, month by month for the whole staff group
/// (docs/method.md section 3.3). They depend on a future's assumptions and the scenario's levers alone.
/// </summary>
internal sealed class SourceArrivals(PreparedModel prepared, LeverSchedule levers)
{
    private readonly NationalModel _model = prepared.Model;

    /// <summary>
    /// By source of the last call of <see cref="InFuture"/>: heads who start in months 1, 2, ..., the first element being 0: in the first
    /// stage, retraining, or as arrivals from abroad (docs/method.md section 11).
    /// </summary>
    public double[][] Starts { get; private set; } = [];

    /// <summary>
    /// By source: first what arrivals before month 1 have left over, then the candidates who arrive in months 1, 2, ..., heads.
    /// </summary>
    /// <param name="future">The future's parameters, without levers.</param>
    /// <param name="months">Months of the run.</param>
    public double[][] InFuture(FutureParameters future, int months)
    {
        Starts = [.. _model.Sources.Select(_ => new double[months + 1])];
        return
        [
            .. _model.Sources.Select((source, s) =>
            {
                var (stay, unhired) = (future.Kept[source.StaffGroup] * (1 - future.Phi[source.StaffGroup]), 1 - future.Phi[source.StaffGroup]);
                return source.Kind switch
                {
                    SupplyKind.International => International(source, s, future.Values, months, unhired / (1 - stay)),
                    SupplyKind.ReturnToPractice => ReturnToPractice(source, s, future.Values, months, unhired / (1 - stay)),
                    SupplyKind.Education => Education(source, s, future.Values, months, stay, unhired),
                };
            }),
        ];
    }

    /// <summary><paramref name="leftOver"/> is what constant arrivals leave over, for each who arrives in a month.</summary>
    private double[] International(SupplySource source, int s, double[] values, int months, double leftOver)
    {
        double PerMonth(double perYear) => Math.Min(Math.Max(perYear, source.Floor ?? 0), source.Ceiling ?? double.PositiveInfinity) / 12;
        var arrivals = new double[months + 1];
        arrivals[0] = PerMonth(values[prepared.SourceRow(Parameter.International, s, null)]) * leftOver;
        for (var month = 1; month <= months; month++)
            arrivals[month] = PerMonth(Value(LeverParameter.International, s, null, values, month));
        arrivals.AsSpan(1).CopyTo(Starts[s].AsSpan(1));
        return arrivals;
    }

    /// <summary><paramref name="leftOver"/> is what constant arrivals leave over, for each who arrives in a month.</summary>
    private double[] ReturnToPractice(SupplySource source, int s, double[] values, int months, double leftOver)
    {
        var arrivals = new double[months + 1];
        var before = source.Outside * (1 - Elementary.Exp(-values[prepared.SourceRow(Parameter.Uptake, s, null)] / 12));
        arrivals[0] = before * values[prepared.SourceRow(Parameter.Completion, s, null)] * leftOver;
        var started = Starts[s];
        var outside = source.Outside;
        for (var month = 1; month <= months; month++)
        {
            started[month] = outside * (1 - Elementary.Exp(-Value(LeverParameter.Uptake, s, null, values, month) / 12));
            outside -= started[month];
            var from = month - source.Months;
            arrivals[month] = (from >= 1 ? started[from] : before) * Value(LeverParameter.Completion, s, null, values, month);
        }

        return arrivals;
    }

    /// <summary>
    /// Of a month's candidates the share <paramref name="unhired"/> is left over, of those left over in one month the share
    /// <paramref name="stay"/> in the next.
    /// </summary>
    private double[] Education(SupplySource source, int s, double[] values, int months, double stay, double unhired)
    {
        if (source.Intakes.Count == 0) return new double[months + 1];
        // Arrays begin with the first intake's month.
        var first = Math.Min(1, source.Intakes.Min(intake => intake.Month));
        var line = new double[months - first + 1];
        foreach (var intake in source.Intakes.Where(intake => intake.Month <= months))
        {
            var places = levers.SourceValue(LeverParameter.Places, s, null, intake.Places, intake.Month);
            line[intake.Month - first] += places * Value(LeverParameter.PlacesFilled, s, null, values, intake.Month);
        }

        line.AsSpan(1 - first).CopyTo(Starts[s].AsSpan(1));
        for (var stage = 0; stage < source.Stages.Count; stage++)
            line = Train(source, s, stage, line, first, values);
        double leftOver = 0;
        for (var i = 0; i < 1 - first; i++)
            leftOver = (leftOver * stay) + (line[i] * unhired);
        return [leftOver, .. line[(1 - first)..]];
    }

    /// <summary>From those who start a stage in each month to those who start the next one, or are candidates.</summary>
    private double[] Train(SupplySource source, int s, int stage, double[] starters, int first, double[] values)
    {
        var training = source.Stages[stage];
        var finished = new double[starters.Length];
        var interrupted = prepared.SourceRow(Parameter.Interrupted, s, stage) is >= 0 and var row ? values[row] : 0;
        var late = prepared.SourceRow(Parameter.Late, s, stage) is >= 0 and var lateRow ? values[lateRow] : 0;
        var staying = new double[starters.Length];
        for (var i = 0; i < staying.Length; i++)
            staying[i] = Elementary.Pow(1 - Value(LeverParameter.NeverQualifying, s, stage, values, first + i), 1.0 / training.Months);
        for (var i = 0; i + training.Months < starters.Length; i++)
        {
            if (starters[i] <= 0) continue;
            var left = starters[i];
            for (var month = i + 1; month <= i + training.Months; month++)
                left *= staying[month];
            var due = i + training.Months;
            finished[due] += left * (1 - interrupted - late);
            AddAt(finished, due + training.InterruptionMonths, left * interrupted);
            AddAt(finished, due + training.LateMonths, left * late);
        }

        var parameter = stage == source.Stages.Count - 1 ? LeverParameter.SeekingPost : LeverParameter.GoingOn;
        var onward = new double[starters.Length];
        for (var i = 0; i < finished.Length; i++)
        {
            if (finished[i] > 0)
                AddAt(onward, i + training.GapMonths, finished[i] * Value(parameter, s, parameter == LeverParameter.GoingOn ? stage : null, values, first + i));
        }

        return onward;
    }

    private static void AddAt(double[] line, int at, double value)
    {
        if (at < line.Length) line[at] += value;
    }

    /// <summary>Has the levers change every value of the sources that they work on in a month, for an observer of theirs.</summary>
    public void TryLevers(FutureParameters future, int month)
    {
        for (var s = 0; s < _model.Sources.Count; s++)
        {
            var source = _model.Sources[s];
            foreach (var parameter in OfKind(source.Kind))
                Value(parameter, s, null, future.Values, month);
            foreach (var intake in source.Intakes.Where(intake => intake.Month == month))
                levers.SourceValue(LeverParameter.Places, s, null, intake.Places, month);
            for (var stage = 0; stage < source.Stages.Count; stage++)
            {
                Value(LeverParameter.NeverQualifying, s, stage, future.Values, month);
                if (stage < source.Stages.Count - 1) Value(LeverParameter.GoingOn, s, stage, future.Values, month);
            }
        }
    }

    /// <summary>The values that a source of this kind has as a whole.</summary>
    private static LeverParameter[] OfKind(SupplyKind kind) => kind switch
    {
        SupplyKind.International => [LeverParameter.International],
        SupplyKind.ReturnToPractice => [LeverParameter.Uptake, LeverParameter.Completion],
        SupplyKind.Education => [LeverParameter.PlacesFilled, LeverParameter.SeekingPost],
    };

    private double Value(LeverParameter parameter, int source, int? stage, double[] values, int month)
    {
        var row = prepared.SourceRow(ParameterOf(parameter), source, stage);
        return levers.SourceValue(parameter, source, stage, values[row], month);
    }

    private static Parameter ParameterOf(LeverParameter parameter) => parameter switch
    {
        LeverParameter.International => Parameter.International,
        LeverParameter.Uptake => Parameter.Uptake,
        LeverParameter.Completion => Parameter.Completion,
        LeverParameter.PlacesFilled => Parameter.PlacesFilled,
        LeverParameter.NeverQualifying => Parameter.NeverQualifying,
        LeverParameter.GoingOn => Parameter.GoingOn,
        LeverParameter.SeekingPost => Parameter.SeekingPost,
        LeverParameter.LeavingRate or LeverParameter.MonthsToFill or LeverParameter.CandidatesKept or LeverParameter.Inflow
            or LeverParameter.PostsGrowth or LeverParameter.Places or LeverParameter.Converting or LeverParameter.Participation or LeverParameter.CoverShare
            or LeverParameter.HoursAvailable or LeverParameter.Substitution => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "Not a value of the register for sources."),
    };
}
