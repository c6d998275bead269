using System.Text.Json;
using Cadre.Core.Accounts;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Web.Pages.Results;

/// <summary>Puts together what is shown of a place.</summary>
internal sealed class PlaceViewMaker(Run run, Framework framework, ResultService results, AccountService accounts)
{
    /// <summary>A difference of rounding, FTE.</summary>
    private const double Rounding = 0.05;

    private readonly NationalModel _model = framework.Model;

    /// <summary>The view of a place, staff group (by their indices) and service (its code, empty for all).</summary>
    public async Task<PlaceView> MakeAsync(int place, int group, string service, LineFigures line, CancellationToken cancellation)
    {
        int[] marches = [.. line.Months.Where(month => month == 0 || _model.MonthAt(month).Month == 3)];
        var last = marches[^1];
        var groups = await results.ByStaffGroupAsync(run.Id, _model.Places[place].Code, service, cancellation);
        var need = await NeedAsync(line, last, cancellation);
        var below = await BelowAsync(place, group, service, last, cancellation);
        return new PlaceView
        {
            Name = _model.Places[place].Name,
            Scope = ScopeOf(group, service),
            Headline = HeadlineOf(line, last),
            Coverage = framework.Coverage,
            LastMonth = Wording.Long(_model.MonthAt(last)),
            Need = need,
            HasNeed = line.HasNeed,
            Fan = FanOf(line, Covers(line, last)),
            NeedFan = line.HasNeed && !Covers(line, last) ? NeedFanOf(line) : null,
            Years = [.. marches.Select(month => FigureRow.Of(month == 0 ? Wording.Day(framework.Opening) : Wording.Long(_model.MonthAt(month)), null, 0, line, month, line.HasNeed, AccountOf(_model.Places[place].Code, _model.StaffGroups[group].Code, service, month)))],
            Flows = await FlowsAsync(place, group, service, cancellation),
            GroupGaps = [.. ((GapKind[])[GapKind.ToPosts, GapKind.ToNeed]).Select(kind => GapView.OverTime(kind, _model, GroupsWith(kind, group, groups), marches)).OfType<GapView>()],
            PlaceGaps = GapView.ByPlace(_model, [.. below.Select(item => (item.Place.Name, item.Line))], last),
            ByGroup = ByGroup(groups, place, service, last, line.HasNeed),
            Below = [.. below.Select(item => FigureRow.Of(item.Place.Name, Links.Place(run.Id, item.Place.Code, _model.StaffGroups[group].Code, service), 0, item.Line, last, line.HasNeed, AccountOf(item.Place.Code, _model.StaffGroups[group].Code, service, last)))],
            Targets = await TargetsAsync(place, cancellation),
            Groups = [.. StaffGroupRows.Of(_model).Select(item => (_model.StaffGroups[item.Group].Code, $"{new string('\u2003', item.Depth)}{_model.StaffGroups[item.Group].Name}"))],
            Services = [("", "All services"), .. _model.Services.Count > 1 ? _model.Services.Select(item => (item.Code, item.Name)) : []],
            Licence = framework.Licence,
            Provenance = $"{framework.Name}, digest {framework.Digest[..16]}, {Wording.Count(run.Futures, "future")}, seed {run.Seed}.",
        };
    }

    private string AccountOf(string place, string group, string service, int month) => Links.Account(run.Id, place, group, service, FinancialYear.Of(_model.MonthAt(Math.Max(1, month))));

    /// <summary>Joiners and leavers year by year; nothing where too many accounts are being opened.</summary>
    private async Task<IReadOnlyList<PlaceView.FlowRow>> FlowsAsync(int place, int group, string service, CancellationToken cancellation)
    {
        int? index = service.Length > 0 ? _model.Services.Index().First(item => item.Item.Code == service).Index : null;
        var years = await accounts.YearsAsync(framework, run, place, group, index, cancellation);
        return
        [
            .. years.Select(year => new PlaceView.FlowRow(
                Wording.Capital(Accounts.AccountViewMaker.NameOf(_model, year.First, year.Last)), Links.Account(run.Id, _model.Places[place].Code, _model.StaffGroups[group].Code, service, year.Year),
                Figures.Amount(year.Account.Joiners.Heads), Figures.Amount(year.Account.Leavers.Heads), Signed.Amount(year.Account.MovesIn.Heads - year.Account.MovesOut.Heads + year.Account.Adjustment.Heads),
                Signed.Amount(year.Account.Closing.Heads - year.Account.Opening.Heads))),
        ];
    }

    /// <summary>What is said of need: a run of a framework with need holds it for everybody in the nation, unless it was made before runs kept it.</summary>
    private async Task<string> NeedAsync(LineFigures line, int month, CancellationToken cancellation)
    {
        if (_model.Needs.Count == 0) return NeedWords.NotInFramework;
        if (line.HasNeed) return NeedWords.Of(line, month, Wording.Long(_model.MonthAt(month)));
        var nation = await results.LineAsync(run.Id, _model.Places[_model.Nation].Code, _model.StaffGroups[_model.Everybody].Code, "", cancellation);
        return nation is { HasNeed: true } ? NeedWords.NotOfLine : NeedWords.NotInRun;
    }

    private string ScopeOf(int group, string service)
    {
        string[] parts =
        [
            _model.StaffGroups[group].Name,
            .. service.Length > 0 ? [_model.Services.First(item => item.Code == service).Name] : Array.Empty<string>(),
            RunWords.ScenarioOf(run.Scenario, framework),
        ];
        return string.Join(", ", parts);
    }

    private string HeadlineOf(LineFigures line, int last)
    {
        if (line.Of(last, Measure.Fte) is not { } staff || line.Of(last, Measure.Posts) is not { } posts || line.Of(last, Measure.VacancyRate) is not { } rate) return "";
        var opening = line.Of(0, Measure.Fte)?.Central ?? line.Of(line.Months[0], Measure.Fte)!.Value.Central;
        var direction = Figures.Amount(opening) == Figures.Amount(staff.Central) ? "stay at" : opening < staff.Central ? "rise to" : "fall to";
        return $"Staff in post {direction} {Figures.Amount(staff.Central)} FTE by {Wording.Long(_model.MonthAt(last))}, from {Figures.Amount(opening)} on {Wording.Day(framework.Opening)} "
            + $"(nine futures in ten: {Figures.Amount(staff.Low)} to {Figures.Amount(staff.High)}). Of {Figures.Amount(posts.Central)} posts {Figures.Percent(rate.Central)} are then vacant ({Figures.Percent(rate.Low)} to {Figures.Percent(rate.High)}).";
    }

    /// <summary>Whether those who have a need are all of these staff: a need of some of them stands beside these alone.</summary>
    private static bool Covers(LineFigures line, int month) => line.Of(month, NeedMeasure.Need) is { } need && line.Of(month, NeedMeasure.GapToNeed) is { } gap
        && line.Of(month, Measure.Fte) is { } staff && need.Central - gap.Central >= staff.Central - Rounding;

    /// <summary>The staff groups right below one that have a gap; where one of them has all of it, those below that one.</summary>
    private (string Name, LineFigures Line)[] GroupsWith(GapKind kind, int group, IReadOnlyDictionary<string, LineFigures> lines)
    {
        (int Index, string Name, LineFigures Line)[] having =
        [
            .. from child in _model.StaffGroups.Index()
               where child.Item.Parent == @group && lines.ContainsKey(child.Item.Code) && kind.IsOf(lines[child.Item.Code])
               select (child.Index, child.Item.Name, lines[child.Item.Code]),
        ];
        return having is [var only] ? GroupsWith(kind, only.Index, lines) : [.. having.Select(one => (one.Name, one.Line))];
    }

    /// <summary>Need beside the staff of those who have one.</summary>
    private string NeedFanOf(LineFigures line)
    {
        var months = from month in line.Months
                     let need = line.Of(month, NeedMeasure.Need)
                     let gap = line.Of(month, NeedMeasure.GapToNeed)
                     where need is not null && gap is not null
                     select (Month: _model.MonthAt(month).ToString(), Need: need.Value, Staff: need.Value.Central - gap.Value.Central);
        return JsonSerializer.Serialize(new
        {
            unit = "FTE",
            series = new[]
            {
                new { name = "Need", points = months.Select(month => new object[] { month.Month, month.Need.Central, month.Need.Low, month.Need.High }) },
                new { name = "Staff of those who have a need", points = months.Select(month => new object[] { month.Month, month.Staff, month.Staff, month.Staff }) },
            },
        });
    }

    private string FanOf(LineFigures line, bool withNeed)
    {
        object Series(string name, Func<int, LineFigures.Range?> figureOf) => new
        {
            name,
            points = from month in line.Months
                     let figure = figureOf(month)
                     where figure is not null
                     select new object[] { _model.MonthAt(month).ToString(), figure.Value.Central, figure.Value.Low, figure.Value.High },
        };
        return JsonSerializer.Serialize(new { unit = "FTE", series = (object[])[Series("Posts", month => line.Of(month, Measure.Posts)), Series("Staff", month => line.Of(month, Measure.Fte)), .. withNeed ? [Series("Need", month => line.Of(month, NeedMeasure.Need))] : Array.Empty<object>()] });
    }

    private IReadOnlyList<FigureRow> ByGroup(IReadOnlyDictionary<string, LineFigures> lines, int place, string service, int month, bool hasNeed) =>
    [
        .. from item in StaffGroupRows.Of(_model)
           let code = _model.StaffGroups[item.Group].Code
           where lines.ContainsKey(code)
           select FigureRow.Of(
               _model.StaffGroups[item.Group].Name, Links.Place(run.Id, _model.Places[place].Code, code, service), Math.Min(item.Depth, 3), lines[code], month, hasNeed,
               AccountOf(_model.Places[place].Code, code, service, month)),
    ];

    /// <summary>The places within, the most vacancies first.</summary>
    private async Task<IReadOnlyList<(Place Place, LineFigures Line)>> BelowAsync(int place, int group, string service, int month, CancellationToken cancellation)
    {
        var below = _model.Places.Where(item => item.Parents.Any(parent => parent.Place == place)).ToDictionary(item => item.Code);
        var lines = await results.ByPlaceAsync(run.Id, below.Keys, _model.StaffGroups[group].Code, service, cancellation);
        return
        [
            .. lines.OrderByDescending(line => line.Value.Of(month, Measure.Vacancies)?.Central ?? 0).ThenBy(line => line.Key, StringComparer.Ordinal).Select(line => (below[line.Key], line.Value)),
        ];
    }

    private async Task<IReadOnlyList<PlaceView.TargetRow>> TargetsAsync(int place, CancellationToken cancellation)
    {
        var found = await results.TargetsAsync(run.Id, cancellation);
        return
        [
            .. from item in found
               let target = _model.Targets[item.Order]
               where target.Place == place
               select new PlaceView.TargetRow(
                   target.Description,
                   $"{(target.AtLeast ? "at least" : "at most")} {Figures.Exact(target.Measure, target.Value)} by {Wording.Short(target.Month)}",
                   item.Central is { } central ? Figures.Of(target.Measure, central) : "the run ends before it",
                   item is { Low: { } low, High: { } high } ? $"{Figures.Of(target.Measure, low)} to {Figures.Of(target.Measure, high)}" : "",
                   item.Probability is { } probability ? Figures.Probability(probability, run.Futures) : ""),
        ];
    }
}
