using Cadre.Core.Data;
using Cadre.Core.Runs;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans.Tracking;

/// <summary>
/// The monthly bands of plans in a national run. A run keeps systems each March alone; here its first months are run again, the same futures to the bit, some at
/// a time, and every month is kept of what plans need (docs/tracking.md).
/// </summary>
public static class TrackedBands
{
    /// <summary>The most months that are kept, from the opening.</summary>
    public const int MostMonths = 24;

    /// <summary>Futures that are run at once, so that memory stays bounded.</summary>
    private const int FuturesAtOnce = 64;

    /// <summary>The bands of every plan of a run's round; none where it is not a national run of a round.</summary>
    public static async Task<IReadOnlyList<TrackedLine>> OfAsync(CadreDb db, PlanBasis basis, Run run, Scenario scenario, CancellationToken cancellation)
    {
        if (run.RoundId is not { } round) return [];
        var plans = await db.LocalPlans.AsNoTracking().Where(plan => plan.RoundId == round && plan.State != PlanState.Superseded).OrderBy(plan => plan.Place).ToListAsync(cancellation);
        return await Task.Run(() => Of(basis, run, scenario, [.. plans.Select(plan => (plan.Place, plan.MemberCodes))], cancellation), cancellation);
    }

    /// <summary>The bands of places.</summary>
    /// <param name="basis">What plans begin from.</param>
    /// <param name="run">The run: its months, futures and seed.</param>
    /// <param name="scenario">What it ran.</param>
    /// <param name="places">The code of each plan's place, and what of the framework's places it adds up (<see cref="PlanMember"/>).</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<TrackedLine> Of(PlanBasis basis, Run run, Scenario scenario, IReadOnlyList<(string Place, IReadOnlyList<string> Members)> places, CancellationToken cancellation)
    {
        var months = Math.Min(MostMonths, run.Months);
        List<Sum>? sums = null;
        for (var first = 1; first <= run.Futures; first += FuturesAtOnce)
        {
            var options = new RunOptions
            {
                Months = months, Futures = run.Futures, Seed = (ulong)run.Seed, Scenario = scenario, Monthly = true,
                Only = new FutureRange(first, Math.Min(run.Futures, first + FuturesAtOnce - 1)),
            };
            var result = NationalRun.Run(basis.Model, options, null, cancellation);
            sums ??= [.. SumsOf(basis, result, places, run.Futures)];
            foreach (var sum in sums)
                sum.Add(result, first - 1);
        }

        return [.. sums!.Select(sum => new TrackedLine { RunId = run.Id, Place = sum.Place, StaffGroup = basis.Model.StaffGroups[sum.Lines[0].Line.StaffGroup].Code, Figures = sum.Figures().Pack() })];
    }

    private static IEnumerable<Sum> SumsOf(PlanBasis basis, RunResult result, IReadOnlyList<(string Place, IReadOnlyList<string> Members)> places, int futures)
    {
        var held = result.Lines.ToHashSet();
        return
            from place in places
            from @group in Enumerable.Range(0, result.Model.StaffGroups.Count)
            let lines = place.Members.SelectMany(member => basis.LinesOf(member, @group)).Where(line => held.Contains(line.Line)).ToArray()
            where lines.Length > 0
            select new Sum(place.Place, lines, result.Options.Months, futures);
    }

    /// <summary>The FTE of a plan's staff group, added up within each future.</summary>
    private sealed class Sum(string place, (Line Line, double Weight)[] lines, int months, int futures)
    {
        private readonly double[] _central = new double[months];
        private readonly double[][] _inFutures = [.. Enumerable.Range(0, months).Select(_ => new double[futures])];

        public string Place => place;

        public (Line Line, double Weight)[] Lines => lines;

        /// <summary>Adds what some futures found.</summary>
        /// <param name="result">Their run.</param>
        /// <param name="before">Futures before them.</param>
        public void Add(RunResult result, int before)
        {
            for (var month = 1; month <= months; month++)
            {
                _central[month - 1] = lines.Sum(line => line.Weight * result.Central(line.Line, month, Measure.Fte));
                foreach (var (line, weight) in lines)
                {
                    var values = result.InEveryFuture(line, month, Measure.Fte);
                    for (var i = 0; i < values.Count; i++)
                        _inFutures[month - 1][before + i] += weight * values[i];
                }
            }
        }

        public LineFigures Figures()
        {
            var figures = new LineFigures();
            for (var month = 1; month <= months; month++)
            {
                var summary = Summary.Of(_central[month - 1], _inFutures[month - 1]);
                figures.Add(month, Measure.Fte, new LineFigures.Range(summary.Central, summary.P5, summary.P50, summary.P95));
            }

            return figures;
        }
    }
}
