using Cadre.Core.Frameworks;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Plans;

/// <summary>Shows what a plan would change before it is submitted.</summary>
public sealed class PreviewService(PlanReader reader, FrameworkService frameworks, RunService runs, WarmRuns warm)
{
    private static readonly Measure[] Shown = [Measure.Fte, Measure.Posts, Measure.Vacancies];

    /// <summary>
    /// What a plan would change in its place: the last national run beside the same with this plan in the place of the one that counted then. Null before there
    /// is a national run.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="place">What it says, saved or not.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Preview?> PreviewAsync(LocalPlan plan, PlannedPlace place, CancellationToken cancellation) => CompareAsync(plan, place, null, cancellation);

    /// <summary>What a plan changes beside itself as prefilled, all other places held as they were at the last national run. Null before there is one.</summary>
    public Task<Preview?> BesideFrameworkAsync(LocalPlan plan, PlannedPlace place, CancellationToken cancellation) =>
        CompareAsync(plan, place, place with { Sections = new Dictionary<string, SectionContent>() }, cancellation);

    /// <summary>Compares a place with what it said before; where that is null, with what counted in the last national run.</summary>
    private async Task<Preview?> CompareAsync(LocalPlan plan, PlannedPlace place, PlannedPlace? before, CancellationToken cancellation)
    {
        var round = await reader.RoundAsync(plan.RoundId, cancellation);
        if (round?.RunId is not { } last || await runs.FindAsync(last, cancellation) is not { } run) return null;
        var framework = await frameworks.FindAsync(round.FrameworkId, cancellation) ?? throw new InvalidOperationException("The round's framework is not there.");
        var places = await reader.PlacesAsync(run, cancellation);
        PlannedPlace[] others = [.. places.Where(other => !other.Overlaps(place))];
        return await Task.Run(() =>
        {
            var (session, national) = warm.NationalOf(framework, run, PlanScenario.Of(place.Basis, places));
            var a = before is null ? national : session.Run(PlanScenario.Of(place.Basis, [.. others, before]), national, null, cancellation);
            return Of(place, run, new Comparison(a, session.Run(PlanScenario.Of(place.Basis, [.. others, place]), national, null, cancellation)));
        }, cancellation);
    }

    private static Preview Of(PlannedPlace place, Run run, Comparison comparison)
    {
        var model = place.Basis.Model;
        int[] months = [.. Enumerable.Range(1, run.Months).Where(month => model.MonthAt(month).Month == 3)];
        var rows =
            from @group in Enumerable.Range(0, model.StaffGroups.Count)
            let lines = place.Members.SelectMany(member => place.Basis.LinesOf(member, @group)).ToArray()
            from month in months
            from measure in Shown
            let figure = comparison.OfSum(lines, month, measure)
            where figure is not null
            select KeyValuePair.Create((@group, month, measure), figure.Value);
        return new Preview(months, rows.ToDictionary(), run.Futures, run.FinishedUtc ?? run.RequestedUtc);
    }
}
