using Cadre.Core.Data;
using Cadre.Core.Plans.Sections;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>Plans as workbooks: out, in, and what one that came back would change. Who may is for the caller to ask (<see cref="PlanAccess"/>).</summary>
public sealed class PlanBookService(CadreDb db, PlanReader reader, PlanService plans, TimeProvider clock)
{
    /// <summary>The most bytes of a workbook that is sent.</summary>
    public const int MostBytes = FormBook.MostBytes;

    /// <summary>A plan as it stands, as a workbook.</summary>
    /// <param name="plan">The plan, with its round.</param>
    /// <param name="person">Who has it made.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<byte[]> WriteAsync(LocalPlan plan, Guid person, CancellationToken cancellation)
    {
        // Read once, so that sections and their numbers are of one moment.
        var saved = await reader.SavedAsync(plan.Id, null, cancellation);
        return PlanBook.Write(new PlanBookOptions
        {
            Plan = plan, Round = plan.Round, Place = await reader.PlaceAsync(plan, null, cancellation) with { Sections = SectionsOf(saved) },
            Numbers = new SectionNumbers(saved.Select(section => KeyValuePair.Create(section.Section, section.Number))),
            Allocation = await reader.AllocationSummaryAsync(plan.RoundId, plan.Round.Allocation, cancellation),
            MadeUtc = clock.GetUtcNow().UtcDateTime, By = await db.Users.Where(user => user.Id == person).Select(user => user.Name).FirstAsync(cancellation),
        });
    }

    /// <summary>Reads a workbook that was sent, and keeps it for an hour where it would change something; the one that the same person sent before for the plan goes.</summary>
    /// <returns>What it comes to, and where it is kept; null where it is not.</returns>
    public async Task<(BookOutcome Outcome, Guid? Upload)> SendAsync(LocalPlan plan, Guid person, string name, byte[] bytes, CancellationToken cancellation)
    {
        var outcome = await ReadAsync(plan, name, bytes, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await PurgeAsync(cancellation);
        await db.PlanUploads.Where(upload => upload.PlanId == plan.Id && upload.PersonId == person).ExecuteDeleteAsync(cancellation);
        if (outcome is not BookOutcome.Read { Change.Sections.Count: > 0 }) return (outcome, null);
        var kept = new PlanUpload { PlanId = plan.Id, PersonId = person, Name = name, Content = bytes, SentUtc = now };
        db.PlanUploads.Add(kept);
        await db.SaveChangesAsync(cancellation);
        return (outcome, kept.Id);
    }

    /// <summary>Throws away workbooks that were sent more than an hour ago and not applied.</summary>
    public Task<int> PurgeAsync(CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - PlanUpload.Kept;
        return db.PlanUploads.Where(upload => upload.SentUtc < oldest).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>A workbook that a person sent for a plan within the last hour; null where there is none.</summary>
    public Task<PlanUpload?> FindAsync(Guid id, Guid plan, Guid person, CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - PlanUpload.Kept;
        return db.PlanUploads.AsNoTracking().FirstOrDefaultAsync(upload => upload.Id == id && upload.PlanId == plan && upload.PersonId == person && upload.SentUtc >= oldest, cancellation);
    }

    /// <summary>Applies a workbook that was sent: all sections that it changes, or none.</summary>
    /// <exception cref="BookRefusedException">It would change nothing, or cannot be read any longer.</exception>
    public async Task<SaveOutcome> ApplyAsync(LocalPlan plan, PlanUpload upload, CancellationToken cancellation)
    {
        if (await ReadAsync(plan, upload.Name, upload.Content, cancellation) is not BookOutcome.Read { Change: { Sections.Count: > 0 } change })
            throw new BookRefusedException($"{upload.Name} does not change the plan any longer. Upload it again.");
        var outcome = await plans.SaveAsync(new SavePlanOptions { PlanId = plan.Id, PersonId = upload.PersonId, Sections = change.Sections, By = $"workbook {upload.Name}" }, cancellation);
        if (outcome is SaveOutcome.Saved) await db.PlanUploads.Where(kept => kept.Id == upload.Id).ExecuteDeleteAsync(cancellation);
        return outcome;
    }

    /// <summary>What a workbook comes to beside the plan as it is.</summary>
    public async Task<BookOutcome> ReadAsync(LocalPlan plan, string name, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            var book = FormBook.Read(bytes, name, [.. PlanBookReader.Inputs, PlanBookLayout.Origin]);
            var origin = PlanBookReader.OriginOf(book, name);
            var now = await reader.PlaceAsync(plan, null, cancellation);
            CheckOrigin(origin, plan, now, name);
            var reading = PlanBookReader.Read(book, await BeganAsync(plan, now, origin, name, cancellation));
            if (reading.Faults.Count > 0) return new BookOutcome.HasFaults(reading.Faults);
            return new BookOutcome.Read(await ChangeAsync(plan, now, origin, reading, cancellation));
        }
        catch (BookRefusedException refused)
        {
            return new BookOutcome.Refused(refused.Message);
        }
    }

    private static void CheckOrigin(PlanBookOrigin origin, LocalPlan plan, PlannedPlace now, string name)
    {
        var framework = now.Basis.Framework;
        (bool Differs, string Theirs, string Ours)[] checks =
        [
            (origin.Digest != framework.Digest, $"inside the framework {origin.Framework} (digest {Short(origin.Digest)})", $"inside {framework.Name} (digest {Short(framework.Digest)})"),
            (origin.Round != plan.RoundId, $"of the round \"{origin.RoundName}\"", $"of the round \"{plan.Round.Name}\""),
            (origin.Plan != plan.Id, $"of {origin.PlaceName}", $"of {plan.Name}"),
        ];
        foreach (var (differs, theirs, ours) in checks)
        {
            if (differs) throw new BookRefusedException($"{name} holds a plan {theirs}; this plan is {ours}. Download this plan's workbook and fill that in.");
        }
    }

    /// <summary>The plan as it was when the workbook was made.</summary>
    private async Task<PlannedPlace> BeganAsync(LocalPlan plan, PlannedPlace now, PlanBookOrigin origin, string name, CancellationToken cancellation)
    {
        var saved = await reader.SavedAsync(plan.Id, origin.Numbers, cancellation);
        var isAllocated = await db.PlanAllocations.AnyAsync(allocation => allocation.RoundId == plan.RoundId && allocation.Number == origin.Allocation, cancellation);
        if (saved.Count != origin.Numbers.All.Count || !isAllocated) throw new BookRefusedException($"{name} says that it began from saves of this plan that there are none of. Download the plan's workbook again.");
        return now with
        {
            Allocated = await reader.AllocationAsync(plan.RoundId, origin.Allocation, cancellation),
            Sections = SectionsOf(saved),
        };
    }

    private static Dictionary<string, SectionContent> SectionsOf(IEnumerable<PlanSection> saved) =>
        saved.Select(section => KeyValuePair.Create(section.Section, SectionContent.Parse(section.Section, section.Content))).Where(section => !section.Value.IsEmpty).ToDictionary();

    private async Task<BookChange> ChangeAsync(LocalPlan plan, PlannedPlace now, PlanBookOrigin origin, PlanBookReading reading, CancellationToken cancellation)
    {
        var saved = (await reader.SavedAsync(plan.Id, null, cancellation)).ToDictionary(section => section.Section);
        // What the plan says already needs no save, whoever saved it.
        var changed = reading.Changed.Where(section => section.Value.ToText() != (saved.GetValueOrDefault(section.Key)?.Content ?? SectionContent.Empty(section.Key).ToText())).ToDictionary();
        var notices = reading.Notices.ToList();
        if (origin.Allocation != plan.Round.Allocation)
            notices.Add($"The workbook was made with allocation {origin.Allocation} and the round has allocation {plan.Round.Allocation} now: quarters that were left as prefilled follow the new one, those that were changed keep what was typed.");
        var theirs = PlanDifference.Between(reading.Began, now with { Allocated = reading.Began.Allocated });
        var clashes = new List<BookClash>();
        foreach (var section in saved.Values.Where(section => section.Number != origin.Numbers.Of(section.Section)))
        {
            if (changed.ContainsKey(section.Section)) clashes.Add(new BookClash(TitleOf(now, section.Section), section, [.. theirs.Where(difference => difference.Section == section.Section)]));
            else if (!reading.Changed.ContainsKey(section.Section)) notices.Add($"{TitleOf(now, section.Section)} was saved since the workbook was made. The workbook does not change it, and it stays as it was saved.");
        }

        return new BookChange(
            changed.ToDictionary(section => section.Key, section => (section.Value, origin.Numbers.Of(section.Key))),
            PlanDifference.Between(reading.Began, PlanBookReading.With(reading.Began, changed)), clashes, notices);
    }

    private static string TitleOf(PlannedPlace place, string section)
    {
        if (!SectionName.IsPosts(section)) return SectionDefinition.Of(section).Title;
        var (service, group) = SectionName.LineOf(section);
        return $"Posts: {PlanDifference.TitleOf(place, new PlanLine(service, group))}";
    }

    private static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest;
}
