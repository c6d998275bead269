using System.Security.Cryptography;
using Cadre.Core.Data;
using Cadre.Core.Plans;
using Cadre.Core.Runs;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Kills;

/// <summary>What must hold of a database whose server was killed and has started again.</summary>
internal sealed class KillCheck(TestDatabase database)
{
    private readonly HashSet<Guid> _checked = [];
    private readonly Dictionary<int, string> _figures = [];

    /// <summary>Waits until no run is left to be computed, then looks at everything.</summary>
    /// <param name="frameworks">How many versions were imported at the start of a server; others were uploaded.</param>
    /// <param name="acknowledged">The kind and subject of every change that was acknowledged.</param>
    public async Task HoldsAsync(int frameworks, IReadOnlyCollection<(AcknowledgedSave Save, string Subject)> acknowledged)
    {
        await using var db = database.Open();
        await UntilNothingIsLeftAsync(db);
        var entries = (await db.AuditEntries.AsNoTracking().ToListAsync()).ToLookup(entry => entry.What, entry => entry.Subject);
        Assert.Equal((await db.Users.Select(person => person.Id).ToListAsync()).Select(id => $"person {id}").Order(), entries["PersonAdded"].Order());
        Assert.Equal((await db.RoleGrants.Select(grant => grant.PersonId).ToListAsync()).Select(id => $"person {id}").Order(), entries["RoleGranted"].Order());
        Assert.Equal(8, entries["PersonAdded"].Count());

        var versions = await db.Frameworks.Select(version => version.Id).ToListAsync();
        var atStart = await db.AuditEntries.Where(entry => entry.What == "FrameworkImported" && entry.PersonId == null).Select(entry => entry.Subject).ToListAsync();
        Assert.Equal(frameworks, atStart.Count);
        Assert.Equal(versions.Select(id => $"framework {id}").Order(), entries["FrameworkImported"].Order());
        Assert.Equal(atStart.Order(), (await db.Runs.Select(run => run.FrameworkId).Distinct().ToListAsync()).Select(id => $"framework {id}").Order());

        var runs = await db.Runs.AsNoTracking().ToListAsync();
        Assert.Equal(runs.Select(run => $"run {run.Id}").Order(), entries["RunRequested"].Concat(entries["NationalRunRequested"]).Order());
        foreach (var (save, change) in acknowledged)
            Assert.True(await save.IsThereAsync(db, change), $"{change} was acknowledged and is not there.");
        foreach (var plan in await db.LocalPlans.AsNoTracking().ToListAsync())
            await HoldsAsync(db, plan, entries);

        foreach (var run in runs.Where(run => _checked.Add(run.Id)))
            await HoldsAsync(db, run);
    }

    /// <summary>A plan stands where its newest version does; sections and versions have no gaps, and each has its entry.</summary>
    private static async Task HoldsAsync(CadreDb db, LocalPlan plan, ILookup<string, string> entries)
    {
        int EntriesOf(string what) => entries[what].Count(subject => subject == $"plan {plan.Id}");
        var sections = await db.PlanSections.AsNoTracking().Where(section => section.PlanId == plan.Id).ToListAsync();
        Assert.All(sections.GroupBy(section => section.Section), saves => Assert.Equal(Enumerable.Range(1, saves.Count()), saves.Select(save => save.Number).Order()));
        Assert.Equal(sections.Count, EntriesOf("PlanSectionSaved"));

        var versions = await db.PlanVersions.AsNoTracking().Where(version => version.PlanId == plan.Id).OrderBy(version => version.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.Number));
        Assert.Equal(versions.Count, EntriesOf("PlanSubmitted"));
        Assert.Equal(versions.Count(version => version.State == PlanVersionState.Returned), EntriesOf("PlanReturned"));
        Assert.Equal(
            versions.LastOrDefault()?.State switch { null => PlanState.Draft, PlanVersionState.Submitted => PlanState.Submitted, _ => PlanState.Returned },
            plan.State);
        Assert.All(versions, version => Assert.All(SectionNumbers.Parse(version.Sections).All, section => Assert.Contains(sections, save => (save.Section, save.Number) == (section.Key, section.Value))));
    }

    /// <summary>A run that is done has the figures of every other one with as many futures; one that failed says why and has none.</summary>
    private async Task HoldsAsync(CadreDb db, Run run)
    {
        var figures = await FiguresOfAsync(db, run.Id);
        if (run.State == RunState.Done)
        {
            Assert.Equal(run.Futures, run.FuturesDone);
            if (!_figures.TryAdd(run.Futures, figures)) Assert.Equal(_figures[run.Futures], figures);
            return;
        }

        // A national run that waited gives way to a later one, which holds all that it would have.
        Assert.Contains(run.State, (RunState[])[RunState.Failed, .. run.RoundId is null ? Array.Empty<RunState>() : [RunState.Cancelled]]);
        Assert.False(string.IsNullOrWhiteSpace(run.Error));
        Assert.StartsWith("0 lines, 0 targets", figures, StringComparison.Ordinal);
    }

    private static async Task<string> FiguresOfAsync(CadreDb db, Guid run)
    {
        var lines = await db.RunLines.AsNoTracking().Where(line => line.RunId == run).ToListAsync();
        var targets = await db.RunTargets.AsNoTracking().Where(target => target.RunId == run).OrderBy(target => target.Order).ToListAsync();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines.OrderBy(line => (line.Place, line.StaffGroup, line.Service, line.Sector)))
            digest.AppendData(line.Figures);
        var told = string.Join(';', targets.Select(target => $"{target.Target} {target.Probability:R} {target.Central:R} {target.Low:R} {target.High:R}"));
        return $"{lines.Count} lines, {targets.Count} targets, {Convert.ToHexStringLower(digest.GetHashAndReset())}, {told}";
    }

    private static async Task UntilNothingIsLeftAsync(CadreDb db)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (await db.Runs.AnyAsync(run => run.State == RunState.Queued || run.State == RunState.Running, patience.Token))
            await Task.Delay(20, patience.Token);
    }
}
