using Cadre.Core.Plans;
using Cadre.Core.Words;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>The posts of a plan, a line for each service and staff group, beside where the place stands among its peers.</summary>
public sealed class PostsModel(PlanReader reader, PlanService plans) : PlanPage(reader, plans)
{
    /// <summary>The quarters that are shown: the opening day and each that ends in March.</summary>
    public IReadOnlyList<int> Shown { get; private set; } = [];

    /// <summary>The lines: posts in the quarters shown, whether they were changed, and the place among its peers.</summary>
    public IReadOnlyList<(PlanLine Line, string[] Posts, bool Changed, string Peers)> Lines { get; private set; } = [];

    /// <summary>All lines together.</summary>
    public IReadOnlyList<string> Total { get; private set; } = [];

    /// <summary>Whether any line is split by service.</summary>
    public bool IsSplit { get; private set; }

    /// <summary>The lines by service: posts in the quarters shown, and where the shares come from; empty where nothing is split.</summary>
    public IReadOnlyList<(PlanLine Line, IReadOnlyList<SplitShares> Shares, IReadOnlyList<(SplitService Service, string[] Posts)> Parts)> Services { get; private set; } = [];

    /// <summary>All lines together by service; empty where nothing is split.</summary>
    public IReadOnlyList<(SplitService Service, string[] Posts)> ServiceTotals { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        var quarters = Place.Basis.Quarters;
        Shown = [.. Enumerable.Range(0, quarters.Count).Where(q => q == 0 || quarters[q].Ends.Month == 3 || q == quarters.Count - 1)];
        Lines = [.. Place.Lines.Select(line => (line, Shown.Select(q => PlanNumbers.Of(Place.PostsOf(line)[q])).ToArray(), Place.Sections.ContainsKey(line.Section), PeersOf(line)))];
        Total = [.. Shown.Select(q => PlanNumbers.Of(Place.Lines.Sum(line => Place.PostsOf(line)[q])))];
        ShowServices();
        return Page();
    }

    private void ShowServices()
    {
        var split = new ServiceSplit(Place);
        IsSplit = split.IsSplit;
        if (!IsSplit) return;
        string[] Cells(decimal[] posts) => [.. Shown.Select(q => PlanNumbers.Of(posts[q]))];
        var parts = Place.Lines.Select(line => (Line: line, Parts: split.PartsOf(line))).ToList();
        Services = [.. parts.Select(line => (line.Line, split.SharesOf(line.Line), (IReadOnlyList<(SplitService, string[])>)[.. line.Parts.Select(part => (part.Service, Cells(part.Posts)))]))];
        var all = parts.SelectMany(line => line.Parts).GroupBy(part => part.Service).ToDictionary(service => service.Key, service => service.Select(part => part.Posts).Aggregate((one, other) => [.. one.Zip(other, (a, b) => a + b)]));
        ServiceTotals = [.. SplitService.InOrder(all.Keys, Place.Basis).Select(service => (service, Cells(all[service])))];
    }

    /// <summary>Posts on the opening day for each 100,000 people, or their planned growth where no population is known, and its rank among the places that plan.</summary>
    private string PeersOf(PlanLine line)
    {
        var basis = Place.Basis;
        var own = ShareOf(Place.Members, line);
        if (own is not { } value) return "";
        double[] all = [.. basis.Places.Select(place => ShareOf([basis.Model.Places[place].Code], line)).OfType<double>()];
        var rank = 1 + all.Count(other => other > value);
        return $"{Figures.Tenth(value)} for 100,000 people: {rank} of {all.Length}, half have {Figures.Tenth(all.Order().ElementAt(all.Length / 2))} or more";
    }

    private double? ShareOf(IReadOnlyList<string> members, PlanLine line)
    {
        double posts = 0, people = 0;
        foreach (var member in members)
        {
            if (Place.Basis.PlaceOf(member) is not { } place || Place.Basis.Model.Places[place].Population is not { } population) return null;
            var of = Place.Basis.Posts.Of(member, line);
            if (of.Length > 0) posts += (double)of[0];
            people += population;
        }

        return people > 0 && posts > 0 ? posts / people * 100_000 : null;
    }
}
