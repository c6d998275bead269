using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
using Cadre.Engine;
using Cadre.Engine.Results;

namespace Cadre.Core.Plans.RollUp;

/// <summary>Finds what the levers and overridden assumptions of local plans do to staff: a central run of all plans beside one without the item.</summary>
public sealed class StaffEffectService(RunService runs, WarmRuns warm)
{
    /// <summary>The most items that are worked out for a page: each takes a central run.</summary>
    public const int Most = 120;

    /// <summary>The effect of each entry that changes staff, by entry; empty before the round has a national run, and beyond <see cref="Most"/> entries.</summary>
    /// <param name="round">The round.</param>
    /// <param name="sum">Its plans as they count.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyDictionary<(Guid Plan, string Section, int Item), StaffEffect>> EffectsAsync(PlanRound round, NationalSum sum, CancellationToken cancellation)
    {
        BridgeEntry[] entries = [.. sum.Bridge.Where(entry => entry.IsOfStaff)];
        if (entries.Length is 0 or > Most || round.RunId is not { } last || await runs.FindAsync(last, cancellation) is not { } run)
            return new Dictionary<(Guid, string, int), StaffEffect>();
        return await Task.Run(() => warm.Kept(("effects", sum.KeyIn(round)), () => EffectsOf(sum, entries, warm.SessionOf(sum.Basis.Framework, run.Months, run.Futures, (ulong)run.Seed))), cancellation);
    }

    /// <summary>The effect of each entry, by entry.</summary>
    /// <param name="sum">The plans as they count.</param>
    /// <param name="entries">Entries of its bridge that change staff.</param>
    /// <param name="session">The framework's model.</param>
    public static Dictionary<(Guid Plan, string Section, int Item), StaffEffect> EffectsOf(NationalSum sum, IReadOnlyList<BridgeEntry> entries, NationalSession session)
    {
        var with = session.Central(PlanScenario.Of(sum.Basis, sum.Plans.Select(plan => plan.Place)));
        var month = Enumerable.Range(1, with.Months).Where(at => sum.Basis.Model.MonthAt(at).Month == 3).DefaultIfEmpty(with.Months).Last();
        return entries.AsParallel().Select(entry =>
        {
            var (section, item) = entry.Item!.Value;
            var without = session.Central(PlanScenario.Of(sum.Basis, sum.Plans.Select(plan => plan.Plan.Id == entry.Plan.Id ? Without(plan.Place, section, item) : plan.Place)));
            var (before, after) = (StaffOf(sum.Basis, entry.Plan, without, month), StaffOf(sum.Basis, entry.Plan, with, month));
            return KeyValuePair.Create((entry.Plan.Id, section, item), new StaffEffect(after - before, with.StaffFte(month) - without.StaffFte(month), month));
        }).ToDictionary();
    }

    private static PlannedPlace Without(PlannedPlace place, string section, int item)
    {
        var left = new ItemsContent { Items = [.. place.ItemsOf(section).Index().Where(one => one.Index != item).Select(one => one.Item)] };
        return place with { Sections = place.Sections.Select(one => one.Key == section ? KeyValuePair.Create(section, (SectionContent)left) : one).ToDictionary() };
    }

    private static double StaffOf(PlanBasis basis, LocalPlan plan, CentralRun run, int month)
    {
        var shares = plan.MemberCodes.SelectMany(basis.TrustsOf).GroupBy(trust => trust.Trust).ToDictionary(parts => parts.Key, parts => parts.Sum(part => part.Weight));
        double fte = 0;
        foreach (var (cohort, account) in basis.Model.Cohorts.Zip(run.Account(month).ToArray()))
            fte += shares.GetValueOrDefault(cohort.Place) * account.Closing.Fte;
        return fte;
    }
}
