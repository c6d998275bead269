using Cadre.Core.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>The posts of a plan, a line for each service and staff group, beside where the place stands among its peers.</summary>
public sealed class PostsModel(PlanReader reader, PlanService plans) : PlanPage(reader, plans)
{
    /// <summary>The quarters that are shown: the opening day and each that ends in March.</summary>
    public IReadOnlyList<int> Shown { get; private set; } = [];

    /// <summary>The lines: posts in the quarters shown, whether they were changed, and the place among its peers; null where it cannot be compared.</summary>
    public IReadOnlyList<(PlanLine Line, string[] Posts, bool Changed, PlanPeer? Peer)> Lines { get; private set; } = [];

    /// <summary>What is compared with peers; empty for nothing.</summary>
    public string Compared { get; private set; } = "";

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
        var peers = PeersOf(new PlanPeers(Place));
        Compared = peers.Values.FirstOrDefault() is { } first ? PeerRow.WhatOf(first.Measure) : "";
        Lines = [.. Place.Lines.Select(line => (line, Shown.Select(q => PlanNumbers.Of(Place.PostsOf(line)[q])).ToArray(), Place.Sections.ContainsKey(line.Section), peers.GetValueOrDefault(line)))];
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

    /// <summary>Posts for 100,000 people of every line that has them; shares of the nation's posts where no population is known.</summary>
    private Dictionary<PlanLine, PlanPeer> PeersOf(PlanPeers peers) =>
        new[] { PeerMeasure.PostsPer100000, PeerMeasure.ShareOfNation }
            .Select(measure => Place.Lines.Select(line => (Line: line, Peer: peers.Of(line, measure))).Where(item => item.Peer is not null).ToDictionary(item => item.Line, item => item.Peer!))
            .FirstOrDefault(found => found.Count > 0) ?? [];
}
