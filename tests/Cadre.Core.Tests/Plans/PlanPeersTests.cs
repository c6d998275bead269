using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Tests.Plans;

public sealed class PlanPeersTests
{
    [Fact]
    public void Of_EveryPlaceOfEngland_SharesAddUpAndRanksAreThoseOfTheSortedValues()
    {
        var basis = PlanCase.England;
        var line = basis.Lines.First(line => basis.Places.All(place => basis.Posts.Of(basis.Model.Places[place].Code, line).Length > 0));
        var peers = basis.Places.Select(place => new PlanPeers(PlanCase.Place(basis, basis.Model.Places[place].Code)).Of(line)).ToArray();
        Assert.All(peers, of => Assert.Equal(Enum.GetValues<PeerMeasure>(), of.Select(peer => peer.Measure)));
        Assert.Equal(1, peers.Sum(of => of[3].Own), 1e-7);
        foreach (var m in Enum.GetValues<PeerMeasure>().Index())
        {
            double[] sorted = [.. peers.Select(of => of[m.Index].Own).OrderDescending()];
            Assert.All(peers, of => Assert.Equal((Array.IndexOf(sorted, of[m.Index].Own) + 1, sorted.Length), (of[m.Index].Rank, of[m.Index].All.Count)));
        }
    }

    [Fact]
    public void Of_ALineOfAPlace_IsThatOfTheCentralRun()
    {
        var basis = PlanCase.Small;
        var peers = new PlanPeers(PlanCase.Place(basis, "S1")).Of(PlanCase.Nurses).ToDictionary(peer => peer.Measure);
        // S1 is T1 alone: its rates are those of that trust's nurses.
        var cohort = basis.CohortsOf(basis.PlaceOf("S1")!.Value, PlanCase.Nurses).Single().Cohort;
        var months = Enumerable.Range(1, 12).Select(month => basis.Central.Account(month)[cohort]).ToArray();
        Assert.Equal(months.Sum(month => month.Leavers.Heads) / ((months[0].Opening.Heads + months[^1].Closing.Heads) / 2), peers[PeerMeasure.LeavingRate].Own, 1e-8);
        Assert.Equal(1 - (basis.Model.Cohorts[cohort].OpeningFte.Value / basis.PostsOf(cohort, 0)), peers[PeerMeasure.VacancyRate].Own, 1e-8);
        Assert.Equal((double)(basis.Posts.Of("S1", PlanCase.Nurses)[0] / basis.National.Of(basis.NationCode, PlanCase.Nurses)[0]), peers[PeerMeasure.ShareOfNation].Own, 1e-8);
    }

    [Fact]
    public void Of_APlaceThatPlansForTwo_IsComparedAsTheirSum()
    {
        var basis = PlanCase.Small;
        var both = new PlannedPlace(basis, basis.Posts, ["S1", "S2"], new Dictionary<string, SectionContent>());
        var share = new PlanPeers(both).Of(PlanCase.Nurses, PeerMeasure.ShareOfNation)!;
        var apart = new PlanPeers(PlanCase.Place(basis, "S3")).Of(PlanCase.Nurses, PeerMeasure.ShareOfNation)!;
        Assert.Equal((2, 3), (share.All.Count, apart.All.Count));
        Assert.Equal(1, share.Own + apart.Own, 1e-8);
    }

    [Fact]
    public void Of_APartOfAPlace_HasItsShareOfThePosts()
    {
        var basis = PlanCase.Small;
        PlanPeer? Of(string member) => new PlanPeers(new PlannedPlace(basis, basis.Posts, [member], new Dictionary<string, SectionContent>())).Of(PlanCase.Nurses, PeerMeasure.ShareOfNation);
        var (whole, first, second) = (Of("S2")!, Of("S2[0-40]")!, Of("S2[40-100]")!);
        Assert.Equal(whole.Own, first.Own + second.Own, 1e-8);
        Assert.Equal(0.4, first.Own / whole.Own, 1e-3);
    }
}
