using System.Security.Cryptography;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Writing;

/// <summary>Writes the tables of a run as docs/frameworks.md lists them, a file each.</summary>
internal sealed class ResultTables(RunResult result, string folder, CancellationToken cancellation)
{
    private const int RowsBetweenLooks = 4096;

    private readonly NationalModel _model = result.Model;
    private readonly string[] _months =
        [.. Enumerable.Range(0, result.Options.Months + 1).Select(month => result.Model.MonthAt(month).ToString())];

    /// <summary>The central run by cohort and month.</summary>
    public void WriteAccount(IncrementalHash digest)
    {
        using var csv = Create("account.csv", digest, "month", "place", "service", "staff_group", "opening", "joiners", "moves_in", "leavers", "moves_out", "adjustment", "closing", "fte", "posts", "vacancies", "over_establishment", "cover");
        for (var month = 1; month <= result.Options.Months; month++)
        {
            cancellation.ThrowIfCancellationRequested();
            var account = result.Account(month);
            for (var c = 0; c < account.Length; c++)
            {
                var cohort = _model.Cohorts[c];
                ref readonly var row = ref account[c];
                csv.Cell(_months[month]).Cell(_model.Places[cohort.Place].Code).Cell(_model.Services[cohort.Service].Code).Cell(_model.StaffGroups[cohort.StaffGroup].Code)
                    .Cell(row.Opening.Heads).Cell(row.Joiners.Heads).Cell(row.MovesIn.Heads).Cell(row.Leavers.Heads).Cell(row.MovesOut.Heads)
                    .Cell(row.Adjustment.Heads).Cell(row.Closing.Heads).Cell(row.Closing.Fte).Cell(row.Posts).Cell(row.Vacancies).Cell(row.OverEstablishment).Cell(row.Cover)
                    .EndRow();
            }
        }
    }

    /// <summary>The places; one with several parents has a row for each.</summary>
    public void WritePlaces()
    {
        using var csv = Create("places.csv", null, "place", "name", "parent", "level", "weight");
        foreach (var place in _model.Places)
        {
            var level = Codes.Of(place.Level);
            if (place.Parents.Count == 0)
                csv.Cell(place.Code).Cell(place.Name).Blank().Cell(level).Blank().EndRow();
            foreach (var parent in place.Parents)
                csv.Cell(place.Code).Cell(place.Name).Cell(_model.Places[parent.Place].Code).Cell(level).Cell(parent.Weight).EndRow();
        }
    }

    /// <summary>Every recorded figure over the futures.</summary>
    public void WritePercentiles(IncrementalHash digest)
    {
        using var csv = Create("percentiles.csv", digest, "month", "place", "service", "staff_group", "sector", "measure", "central", "mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95");
        var rows = 0;
        foreach (var (month, line, measure, s) in result.Summaries())
        {
            if (++rows % RowsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            csv.Cell(_months[month]).Cell(_model.Places[line.Place].Code).Cell(Codes.OfService(_model, line.Service)).Cell(_model.StaffGroups[line.StaffGroup].Code).Cell(Codes.OfSector(line.Sector)).Cell(Codes.Of(measure))
                .Cell(s.Central).Cell(s.Mean).Cell(s.P5).Cell(s.P10).Cell(s.P25).Cell(s.P50).Cell(s.P75).Cell(s.P90).Cell(s.P95)
                .EndRow();
        }
    }

    /// <summary>The targets; blanks from <c>central</c> on for one beyond the run.</summary>
    public void WriteTargets(IncrementalHash digest)
    {
        using var csv = Create("targets.csv", digest, "id", "description", "measure", "scope", "month", "op", "value", "central", "p5", "p50", "p95", "probability");
        foreach (var (target, reached) in result.Targets)
        {
            csv.Cell(target.Id).Cell(target.Description).Cell(Codes.OfMeasure(target)).Cell(Codes.OfScope(_model, target))
                .Cell(target.Month).Cell(target.AtLeast ? ">=" : "<=").Cell(target.Value);
            if (reached is null)
                csv.Blank().Blank().Blank().Blank().Blank().EndRow();
            else
                csv.Cell(reached.Summary.Central).Cell(reached.Summary.P5).Cell(reached.Summary.P50).Cell(reached.Summary.P95).Cell(reached.Probability).EndRow();
        }
    }

    /// <summary>Joiners by source, leavers by cause and moves by kind of the central run, for the nation and each region.</summary>
    public void WriteFlows(IncrementalHash digest)
    {
        using var csv = Create("flows.csv", digest, "month", "place", "staff_group", "flow", "kind", "heads", "fte");
        for (var month = 1; month <= result.Options.Months; month++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (place, group, flow, source, kind, amount) in result.Flows.InMonth(month))
            {
                csv.Cell(_months[month]).Cell(_model.Places[place].Code).Cell(_model.StaffGroups[group].Code).Cell(Codes.Of(flow))
                    .Cell(flow == Flow.Joiners ? Codes.OfSource(_model, source) : Codes.Of(kind)).Cell(amount.Heads).Cell(amount.Fte)
                    .EndRow();
            }
        }
    }

    /// <summary>What each lever of the scenario does in each month in which it works.</summary>
    public void WriteLevers(IncrementalHash digest)
    {
        using var csv = Create("levers.csv", digest, "month", "lever", "parameter", "share", "works_on", "held", "withheld", "cost");
        foreach (var row in result.Levers)
        {
            var rule = LeverRule.Of(row.Lever.Parameter);
            csv.Cell(_months[row.Month]).Cell(row.Lever.Id).Cell(rule.Word).Cell(row.Share).Cell(row.WorksOn).Cell(row.Held).Cell(rule.FromModel(row.Withheld)).Cell(row.Cost)
                .EndRow();
        }
    }

    /// <summary>What chance does to individuals.</summary>
    public void WriteChance(ChanceRuns chance, IncrementalHash digest)
    {
        using var csv = Create("chance.csv", digest, "month", "place", "service", "staff_group", "sector", "measure", "mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95");
        foreach (var (month, line, measure, s) in chance.Summaries())
        {
            cancellation.ThrowIfCancellationRequested();
            csv.Cell(_months[month]).Cell(_model.Places[line.Place].Code).Cell(Codes.OfService(_model, line.Service)).Cell(_model.StaffGroups[line.StaffGroup].Code).Cell(Codes.OfSector(line.Sector)).Cell(Codes.Of(measure))
                .Cell(s.Mean).Cell(s.P5).Cell(s.P10).Cell(s.P25).Cell(s.P50).Cell(s.P75).Cell(s.P90).Cell(s.P95)
                .EndRow();
        }
    }

    /// <summary>Need, posts and staff of the central run with the range of need and gap over the futures, for every place with a need and those above it.</summary>
    public void WriteNeeds(IncrementalHash digest)
    {
        using var csv = Create("needs.csv", digest, "month", "place", "service", "staff_group", "need", "posts", "staff", "gap_to_need", "need_p5", "need_p50", "need_p95", "gap_p5", "gap_p50", "gap_p95");
        for (var month = 1; month <= result.Options.Months; month++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in result.Needs(month))
            {
                csv.Cell(_months[month]).Cell(_model.Places[row.Place].Code).Cell(_model.Services[row.Service].Code).Cell(_model.StaffGroups[row.StaffGroup].Code)
                    .Cell(row.Need).Cell(row.Posts).Cell(row.Staff).Cell(row.Gap)
                    .Cell(row.NeedSummary.P5).Cell(row.NeedSummary.P50).Cell(row.NeedSummary.P95)
                    .Cell(row.GapSummary?.P5).Cell(row.GapSummary?.P50).Cell(row.GapSummary?.P95)
                    .EndRow();
            }
        }
    }

    /// <summary>What it costs by financial year, the nation and its regions, pounds.</summary>
    public void WriteCosts(RunCosts costs, IncrementalHash digest)
    {
        using var csv = Create("cost.csv", digest, "year", "months", "place", "staff_group", "item", "central", "p5", "p50", "p95");
        foreach (var (line, pounds) in costs.Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            csv.Cell($"{line.Year.Year}").Cell(line.Year.Months).Cell(_model.Places[line.Place].Code).Cell(_model.StaffGroups[line.StaffGroup].Code).Cell(Codes.Of(line.Item))
                .Cell(pounds.Central).Cell(pounds.P5).Cell(pounds.P50).Cell(pounds.P95)
                .EndRow();
        }
    }

    /// <summary>The nation in every future.</summary>
    public void WriteFutures(IncrementalHash digest)
    {
        using var csv = Create("futures.csv", digest, "future", "month", "place", "staff_group", "measure", "value");
        var nation = _model.Places[_model.Nation].Code;
        var series = NationalSeries();
        for (var i = 0; i < result.FuturesRun; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (month, group, measure, values) in series)
                csv.Cell(result.FirstFuture + i).Cell(_months[month]).Cell(nation).Cell(group).Cell(measure).Cell(values[i]).EndRow();
        }
    }

    private List<(int Month, string StaffGroup, string Measure, IReadOnlyList<double> Values)> NationalSeries()
    {
        Line[] lines = [.. result.Lines.Where(line => line.Place == _model.Nation && line is { Service: null, Sector: null }).OrderBy(line => line.StaffGroup)];
        var series = new List<(int Month, string StaffGroup, string Measure, IReadOnlyList<double> Values)>();
        for (var month = 1; month <= result.Options.Months; month++)
        {
            foreach (var line in lines)
            {
                foreach (var measure in Enum.GetValues<Measure>())
                    series.Add((month, _model.StaffGroups[line.StaffGroup].Code, Codes.Of(measure), result.InEveryFuture(line, month, measure)));
            }
        }

        return series;
    }

    private CsvOutput Create(string file, IncrementalHash? digest, params ReadOnlySpan<string> columns) =>
        new(Path.Combine(folder, file), digest, columns);
}
