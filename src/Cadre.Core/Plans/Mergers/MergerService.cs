using System.Globalization;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans.Mergers;

/// <summary>Carries out changes of places in the middle of a round: mergers and moves by the framework's table of successors, and what somebody knows besides.</summary>
public sealed class MergerService(CadreDb db, PlanReader reader, PlanSuccessionService successions, RunService runs, TimeProvider clock)
{
    /// <summary>The most shares of a place.</summary>
    public const int MostShares = 20;

    private const string RoundIsClosed = "The round is closed: open it again first.";

    /// <summary>What becomes of the places of a round, by successor; those whose successor is not known last.</summary>
    public async Task<IReadOnlyList<PlaceChange>> ChangesAsync(PlanRound round, CancellationToken cancellation)
    {
        var basis = await reader.BasisAsync(round, cancellation);
        var plans = await reader.PlansAsync(round.Id, cancellation);
        var carried = await successions.CarriedAsync(round.Id, cancellation);
        return
        [
            .. basis.Framework.Successors.GroupBy(row => (row.Code, row.Code.Length == 0 ? row.Place : "")).OrderBy(rows => rows.Key.Code.Length == 0)
                .Select(rows => ChangeOf(basis, plans, carried, [.. rows])),
        ];
    }

    /// <summary>Carries out a change of the framework's table, with places whose successor it does not know where somebody adds them.</summary>
    /// <exception cref="ArgumentException">There is no such round.</exception>
    public Task<MergeOutcome> MergeAsync(MergeOptions options, CancellationToken cancellation) => ChangeAsync(options.RoundId, options.PersonId, async round =>
    {
        var changes = await ChangesAsync(round, cancellation);
        if (Refusal(changes, options) is { } refused) return ([], "", "", [refused]);
        var change = changes.First(item => item.Code == options.Successor);
        var added = changes.Where(item => item.Code.Length == 0 && options.Added.Contains(item.Rows[0].Place)).SelectMany(item => item.Pieces);
        return (After(new PlanSuccessor(change.Code, change.Name, [.. change.Pieces, .. added]), change.Rests), $"{change.Name}, from {Wording.Day(change.On)}", options.Reason, []);
    }, cancellation);

    /// <summary>Splits a place: each share goes to a place of its own or to one that has a plan already.</summary>
    /// <exception cref="ArgumentException">There is no such round.</exception>
    public Task<MergeOutcome> SplitAsync(SplitOptions options, CancellationToken cancellation) => ChangeAsync(options.RoundId, options.PersonId, async round =>
    {
        var basis = await reader.BasisAsync(round, cancellation);
        var plans = await reader.PlansAsync(round.Id, cancellation);
        var plan = plans.FirstOrDefault(item => item.Id == options.PlanId);
        List<string> faults = [];
        if (plan is null || plan.State == PlanState.Superseded) faults.Add("Choose a place whose plan is not carried on by another yet.");
        if (options.Shares.Count is < 2 or > MostShares) return ([], "", "", [$"A place is split into 2 to {MostShares}: found {options.Shares.Count}."]);
        foreach (var (i, share) in options.Shares.Index())
        {
            faults.AddRange(WhyNoPlace(basis, plans, share.Code, share.Name, plan?.Place).Select(fault => $"Share {i + 1}: {fault}"));
            if (!IsShare(share.Percent)) faults.Add($"Share {i + 1}: found {share.Percent.ToString(CultureInfo.InvariantCulture)} per cent, expected 0.01 to 99.99 with at most four decimals.");
            if (options.Shares.Take(i).Any(before => before.Code == share.Code)) faults.Add($"Share {i + 1}: {share.Code} is named twice.");
        }

        if (options.Shares.All(share => IsShare(share.Percent)) && options.Shares.Sum(share => share.Percent) is var sum and not 100) faults.Add($"The shares add up to {sum:0.####} per cent: expected 100.");
        faults.AddRange(WhyNoReason(options.Reason));
        if (faults.Count > 0) return ([], "", "", faults);
        var pieces = PlanPiece.Shared(plan!, [.. options.Shares.Select(share => share.Percent)]);
        return ([.. options.Shares.Zip(pieces, (share, piece) => new PlanSuccessor(share.Code, NameOf(plans, share.Code, share.Name), [piece]))], $"{plan!.Name} is split", options.Reason.Trim(), []);
    }, cancellation);

    /// <summary>Moves a trust, with its posts in every place that it is counted in, to a place of its own or to one that has a plan already.</summary>
    /// <exception cref="ArgumentException">There is no such round.</exception>
    public Task<MergeOutcome> MoveTrustAsync(MoveOptions options, CancellationToken cancellation) => ChangeAsync(options.RoundId, options.PersonId, async round =>
    {
        var basis = await reader.BasisAsync(round, cancellation);
        var plans = await reader.PlansAsync(round.Id, cancellation);
        var (pieces, rests) = ApartFrom(basis, plans.Where(plan => plan.Place != options.To), options.Moves);
        List<string> faults = [];
        if (basis.PlaceOf(options.Moves) is not { } trust || basis.Model.Places[trust].Level != PlaceLevel.Trust || basis.Places.Contains(trust)) faults.Add("Choose a trust that is counted in a place that plans.");
        else if (pieces.Count == 0) faults.Add($"{basis.Model.Places[trust].Name} is counted in no other place.");
        faults.AddRange(WhyNoPlace(basis, plans, options.To, options.Name, null));
        faults.AddRange(WhyNoReason(options.Reason));
        if (faults.Count > 0) return ([], "", "", faults);
        var (moving, to) = (basis.Model.Places[basis.PlaceOf(options.Moves)!.Value].Name, NameOf(plans, options.To, options.Name));
        return (After(new PlanSuccessor(options.To, to, pieces), rests), $"{moving} moves to {to}", options.Reason.Trim(), []);
    }, cancellation);

    /// <summary>Moves a place to another region: whose reviewer decides, and where its posts are counted by region.</summary>
    /// <exception cref="ArgumentException">There is no such round.</exception>
    public async Task<MergeOutcome> MoveRegionAsync(MoveOptions options, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await runs.LockRoundAsync(options.RoundId, cancellation);
        var round = await reader.RoundAsync(options.RoundId, cancellation) ?? throw new ArgumentException($"There is no round {options.RoundId}.", nameof(options));
        var basis = await reader.BasisAsync(round, cancellation);
        var plan = (await reader.PlansAsync(round.Id, cancellation)).FirstOrDefault(item => item.Place == options.Moves && item.State != PlanState.Superseded);
        List<string> faults = round.ClosedUtc is not null ? [RoundIsClosed] : [];
        if (plan is null) faults.Add("Choose a place whose plan is not carried on by another yet.");
        if (basis.PlaceOf(options.To) is not { } region || basis.Model.Places[region].Level != PlaceLevel.Region) faults.Add("Choose the region that it moves to.");
        else if (plan?.Region == options.To) faults.Add($"{plan.Name} is in {basis.Model.Places[region].Name} already.");
        faults.AddRange(WhyNoReason(options.Reason));
        if (faults.Count > 0) return new MergeOutcome.Refused(faults);
        await db.LocalPlans.Where(item => item.Id == plan!.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Region, options.To).SetProperty(item => item.Changes, item => item.Changes + 1), cancellation);
        db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = options.PersonId, What = "PlanMovedRegion", Subject = $"plan {plan!.Id}", Detail = $"{plan.Name} from {plan.Region} to {options.To}: {options.Reason.Trim()}" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new MergeOutcome.Merged([plan]);
    }

    /// <summary>Carries plans on in a transaction of its own and asks for a national run. The round is locked first: two who change places at once go one after the other.</summary>
    private async Task<MergeOutcome> ChangeAsync(
        Guid roundId, Guid person, Func<PlanRound, Task<(IReadOnlyList<PlanSuccessor> Successors, string What, string Reason, IReadOnlyList<string> Refused)>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await runs.LockRoundAsync(roundId, cancellation);
        var round = await reader.RoundAsync(roundId, cancellation) ?? throw new ArgumentException($"There is no round {roundId}.", nameof(roundId));
        if (round.ClosedUtc is not null) return new MergeOutcome.Refused([RoundIsClosed]);
        var (successors, what, reason, refused) = await change(round);
        if (refused.Count > 0) return new MergeOutcome.Refused(refused);
        var (plans, why) = await successions.CarryOnAsync(round, successors, what, reason, person, cancellation);
        if (why.Length > 0) return new MergeOutcome.Refused([why]);
        await runs.AddNationalAsync(round.Id, person, cancellation);
        await transaction.CommitAsync(cancellation);
        runs.Wake();
        return new MergeOutcome.Merged(plans);
    }

    /// <summary>The successor, and each place that loses a trust as it goes on.</summary>
    private static IReadOnlyList<PlanSuccessor> After(PlanSuccessor successor, IReadOnlyList<PlanPiece> rests) => [successor, .. rests.Select(rest => new PlanSuccessor(rest.Plan.Place, rest.Plan.Name, [rest]))];

    private static (IReadOnlyList<PlanPiece> Of, IReadOnlyList<PlanPiece> Rests) ApartFrom(PlanBasis basis, IEnumerable<LocalPlan> plans, string trust)
    {
        var apart = plans.Where(plan => plan.State != PlanState.Superseded).Select(plan => PlanPiece.Apart(basis, plan, trust)).Where(parts => parts.Of is not null).ToList();
        return ([.. apart.Select(parts => parts.Of!)], [.. apart.Select(parts => parts.Left).OfType<PlanPiece>()]);
    }

    private static PlaceChange ChangeOf(PlanBasis basis, List<LocalPlan> plans, IReadOnlyList<CarriedPlan> carried, Successor[] rows)
    {
        var change = new PlaceChange(rows[0].Code, rows[0].Name.Length > 0 ? rows[0].Name : rows[0].Code, rows[0].On, rows);
        // The plan that a place began with: it alone is of the whole place under its code.
        var began = rows.Select(row => (Row: row, Plan: plans.FirstOrDefault(plan => plan.Place == row.Place && plan.Members == row.Place))).ToList();
        if (change.Code.Length == 0)
        {
            if (began[0].Plan is not { } known) return change with { NotCarriedOut = "The successor is not known, and no trust of this framework is counted in it, so it has no plan." };
            return known.State == PlanState.Superseded ? change with { NotCarriedOut = "Its plan is carried on by another." } : change with { Pieces = [PlanPiece.Whole(known)], NotCarriedOut = "The successor is not known, so nothing is done by itself. Its plan stays as it is." };
        }

        var into = carried.Where(item => item.Plan.Place == change.Code).ToList();
        if (began.All(item => item.Plan is { } plan ? into.Any(one => one.Pieces.Any(piece => piece.Plan.Id == plan.Id)) : into.Any(one => TrustsOf(basis, one.Plan).Contains(item.Row.Place))))
            return change with { Carried = into[^1].Plan };
        if (began.FirstOrDefault(item => item.Plan is { State: PlanState.Superseded }).Plan is { } gone) return change with { NotCarriedOut = $"{gone.Name} is carried on by another plan already." };
        if (basis.PlaceOf(change.Code) is { } there && !basis.Places.Contains(there)) return change with { NotCarriedOut = $"{change.Code} is {basis.Model.Places[there].Name}, which does not plan." };
        PlanPiece[] whole = [.. began.Where(item => item.Plan is not null).Select(item => PlanPiece.Whole(item.Plan!))];
        var (pieces, rests) = (whole.ToList(), new List<PlanPiece>());
        foreach (var row in began.Where(item => item.Plan is null).Select(item => item.Row))
        {
            var (of, left) = ApartFrom(basis, plans.Where(plan => plan.Place != change.Code && whole.All(piece => piece.Plan.Id != plan.Id)), row.Place);
            if (of.Count == 0) return change with { NotCarriedOut = $"{basis.Model.Places[basis.PlaceOf(row.Place)!.Value].Name} has no plan, and nothing of it is counted in one." };
            pieces.AddRange(of);
            rests.AddRange(left);
        }

        return pieces.DistinctBy(piece => piece.Plan.Id).Count() == pieces.Count
            ? change with { Pieces = pieces, Rests = rests }
            : change with { NotCarriedOut = "Several trusts of one place move: move them one after the other." };
    }

    private static IEnumerable<string> TrustsOf(PlanBasis basis, LocalPlan plan) => plan.MemberCodes.SelectMany(basis.TrustsOf).Select(trust => basis.Model.Places[trust.Trust].Code);

    private static string? Refusal(IReadOnlyList<PlaceChange> changes, MergeOptions options)
    {
        if (changes.FirstOrDefault(item => item.Code.Length > 0 && item.Code == options.Successor) is not { } change) return $"The framework names no successor {options.Successor}.";
        if (change.Carried is not null) return $"{change.Name} has its plan already.";
        if (change.NotCarriedOut.Length > 0) return change.NotCarriedOut;
        if (options.Added.Count == 0) return options.Reason.Length > 0 ? WhyNoReason(options.Reason).FirstOrDefault() : null;
        if (options.Added.Distinct().Count() != options.Added.Count || !options.Added.All(code => changes.Any(item => item.Code.Length == 0 && item.Pieces.Count == 1 && item.Rows[0].Place == code)))
            return "Only places whose successor is not known, and whose plan is not carried on yet, can be added.";
        if (changes.Where(item => options.Added.Contains(item.Rows[0].Place)).SelectMany(item => item.Pieces).FirstOrDefault(piece => change.Pieces.Any(own => own.Plan.Id == piece.Plan.Id)) is { } twice)
            return $"A trust of {twice.Plan.Name} moves by this change: carry that out first, then what is left of {twice.Plan.Name}.";
        return WhyNoReason(options.Reason).FirstOrDefault();
    }

    /// <summary>What is wrong with a place that something moves to.</summary>
    private static IEnumerable<string> WhyNoPlace(PlanBasis basis, List<LocalPlan> plans, string code, string name, string? splits)
    {
        if (code.Length is 0 or > 20 || !code.All(char.IsAsciiLetterOrDigit)) yield return $"found the code \"{code}\", expected 1 to 20 letters and digits.";
        else if (plans.Any(plan => plan.Place == code && plan.State != PlanState.Superseded) || code == splits) yield break;
        else if (basis.PlaceOf(code) is { } place) yield return $"{code} is {basis.Model.Places[place].Name}, which has no plan that goes on.";
        else if (string.IsNullOrWhiteSpace(name) || name.Length > 100 || name.Contains('\0', StringComparison.Ordinal)) yield return $"{code} has no plan yet: expected its name, at most 100 characters.";
    }

    private static bool IsShare(decimal percent) => percent is >= 0.01m and <= 99.99m && decimal.Round(percent, 4) == percent;

    private static IEnumerable<string> WhyNoReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) yield return "Say where it is known from.";
        else if (reason.Contains('\0', StringComparison.Ordinal)) yield return "Where it is known from: found the character of number 0, expected text.";
        else if (reason.Length > 1_000) yield return $"Where it is known from: found {reason.Length} characters, expected at most 1,000.";
    }

    private static string NameOf(List<LocalPlan> plans, string code, string name) => plans.FirstOrDefault(plan => plan.Place == code)?.Name ?? name.Trim();
}
