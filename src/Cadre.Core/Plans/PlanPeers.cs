using Cadre.Engine.Simulation;

namespace Cadre.Core.Plans;

/// <summary>Where a place stands among the places that plan, line by line (docs/plans.md, "Among its peers"); of a place that plans for several, they are added up.</summary>
/// <param name="place">The place.</param>
public sealed class PlanPeers(PlannedPlace place)
{
    /// <summary>Months of a year; a shorter run has no leaving rate.</summary>
    private const int Year = 12;

    private readonly IReadOnlyList<string>[] _others =
    [
        .. place.Basis.Places.Select(other => place.Basis.Model.Places[other].Code).Where(code => !place.Members.Contains(code)).Select(code => (IReadOnlyList<string>)[code]),
    ];

    /// <summary>What can be compared of a line: a measure that the place has and at least one other too.</summary>
    public IReadOnlyList<PlanPeer> Of(PlanLine line) => [.. Enum.GetValues<PeerMeasure>().Select(measure => Of(line, measure)).OfType<PlanPeer>()];

    /// <summary>One of them; null where it cannot be compared.</summary>
    public PlanPeer? Of(PlanLine line, PeerMeasure measure)
    {
        if (ValueOf(place.Members, line, measure) is not { } own) return null;
        double[] all = [.. _others.Select(other => ValueOf(other, line, measure)).OfType<double>().Append(own).Order()];
        return all.Length > 1 ? new PlanPeer(measure, own, all) : null;
    }

    /// <summary>The value of a measure; what differs by the last bits of a sum alone is alike.</summary>
    private double? ValueOf(IReadOnlyList<string> members, PlanLine line, PeerMeasure measure) => Exact(members, line, measure) is { } value ? Math.Round(value, 9) : null;

    private double? Exact(IReadOnlyList<string> members, PlanLine line, PeerMeasure measure)
    {
        var posts = (double)members.Sum(member => place.Basis.AllocatedOf(place.Basis.Posts, member, line) is { Length: > 0 } of ? of[0] : 0);
        if (posts <= 0) return null;
        return measure switch
        {
            PeerMeasure.PostsPer100000 => PeopleOf(members) is { } people ? posts / people * 100_000 : null,
            PeerMeasure.VacancyRate => 1 - (Sum(members, line, cohort => place.Basis.Model.Cohorts[cohort].OpeningFte.Value) / Sum(members, line, cohort => place.Basis.PostsOf(cohort, 0))),
            PeerMeasure.LeavingRate => LeavingRateOf(members, line),
            PeerMeasure.ShareOfNation => posts / (double)place.Basis.National.Of(place.Basis.NationCode, line)[0],
        };
    }

    private double? PeopleOf(IReadOnlyList<string> members)
    {
        double people = 0;
        foreach (var member in members)
        {
            if (place.Basis.PlaceOf(member) is not { } index || place.Basis.Model.Places[index].Population is not { } population) return null;
            people += population;
        }

        return people > 0 ? people : null;
    }

    private double? LeavingRateOf(IReadOnlyList<string> members, PlanLine line)
    {
        if (place.Basis.Central.Months < Year) return null;
        double In(int month, Func<CohortMonth, double> column) => Sum(members, line, cohort => column(place.Basis.Central.Account(month)[cohort]));
        var staff = (In(1, month => month.Opening.Heads) + In(Year, month => month.Closing.Heads)) / 2;
        return staff > 0 ? Enumerable.Range(1, Year).Sum(month => In(month, account => account.Leavers.Heads)) / staff : null;
    }

    private double Sum(IReadOnlyList<string> members, PlanLine line, Func<int, double> valueOf) =>
        members.Sum(member => place.Basis.CohortsOf(member, line).Sum(cohort => cohort.Weight * valueOf(cohort.Cohort)));
}
