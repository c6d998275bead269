using System.Text.Json;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Web.Pages.Results;

/// <summary>Puts together what is shown of a place.</summary>
internal sealed class PlaceViewMaker(Run run, Framework framework, ResultService results)
{
    private readonly NationalModel _model = framework.Model;

    /// <summary>The view of a place, staff group (by their indices) and service (its code, empty for all).</summary>
    public async Task<PlaceView> MakeAsync(int place, int group, string service, LineFigures line, CancellationToken cancellation)
    {
        int[] marches = [.. line.Months.Where(month => month == 0 || _model.MonthAt(month).Month == 3)];
        var last = marches[^1];
        return new PlaceView
        {
            Name = _model.Places[place].Name,
            Scope = ScopeOf(group, service),
            Headline = HeadlineOf(line, last),
            Coverage = framework.Coverage,
            LastMonth = Wording.Long(_model.MonthAt(last)),
            Fan = FanOf(line),
            Years = [.. marches.Select(month => FigureRow.Of(month == 0 ? Wording.Day(framework.Opening) : Wording.Long(_model.MonthAt(month)), null, 0, line, month))],
            ByGroup = await ByGroupAsync(place, service, last, cancellation),
            Below = await BelowAsync(place, group, service, last, cancellation),
            Targets = await TargetsAsync(place, cancellation),
            Groups = [.. Tree().Select(item => (_model.StaffGroups[item.Group].Code, $"{new string('\u2003', item.Depth)}{_model.StaffGroups[item.Group].Name}"))],
            Services = [("", "All services"), .. _model.Services.Count > 1 ? _model.Services.Select(item => (item.Code, item.Name)) : []],
            Licence = framework.Licence,
            Provenance = $"{framework.Name}, digest {framework.Digest[..16]}, {Wording.Count(run.Futures, "future")}, seed {run.Seed}.",
        };
    }

    private string ScopeOf(int group, string service)
    {
        string[] parts =
        [
            _model.StaffGroups[group].Name,
            .. service.Length > 0 ? [_model.Services.First(item => item.Code == service).Name] : Array.Empty<string>(),
            run.Scenario == RequestRunOptions.LocalPlans ? "with local plans" : framework.Scenarios.FirstOrDefault(entry => entry.Scenario.Name == run.Scenario)?.Scenario.Title ?? "no levers",
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

    private string FanOf(LineFigures line)
    {
        object Series(string name, Measure measure) => new
        {
            name,
            points = from month in line.Months
                     let figure = line.Of(month, measure)
                     where figure is not null
                     select new object[] { _model.MonthAt(month).ToString(), figure.Value.Central, figure.Value.Low, figure.Value.High },
        };
        return JsonSerializer.Serialize(new { unit = "FTE", series = new[] { Series("Posts", Measure.Posts), Series("Staff", Measure.Fte) } });
    }

    private async Task<IReadOnlyList<FigureRow>> ByGroupAsync(int place, string service, int month, CancellationToken cancellation)
    {
        var lines = await results.ByStaffGroupAsync(run.Id, _model.Places[place].Code, service, cancellation);
        return
        [
            .. from item in Tree()
               let code = _model.StaffGroups[item.Group].Code
               where lines.ContainsKey(code)
               select FigureRow.Of(_model.StaffGroups[item.Group].Name, Links.Place(run.Id, _model.Places[place].Code, code, service), Math.Min(item.Depth, 3), lines[code], month),
        ];
    }

    private async Task<IReadOnlyList<FigureRow>> BelowAsync(int place, int group, string service, int month, CancellationToken cancellation)
    {
        var below = _model.Places.Where(item => item.Parents.Any(parent => parent.Place == place)).ToDictionary(item => item.Code);
        var code = _model.StaffGroups[group].Code;
        var lines = await results.ByPlaceAsync(run.Id, below.Keys, code, service, cancellation);
        return
        [
            .. lines.OrderByDescending(line => line.Value.Of(month, Measure.Vacancies)?.Central ?? 0).ThenBy(line => line.Key, StringComparer.Ordinal)
                .Select(line => FigureRow.Of(below[line.Key].Name, Links.Place(run.Id, line.Key, code, service), 0, line.Value, month)),
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

    /// <summary>Staff groups, parents before their children.</summary>
    private List<(int Group, int Depth)> Tree()
    {
        var tree = new List<(int, int)>();
        void Add(int? parent, int depth)
        {
            for (var g = 0; g < _model.StaffGroups.Count; g++)
            {
                if (_model.StaffGroups[g].Parent != parent) continue;
                tree.Add((g, depth));
                Add(g, depth + 1);
            }
        }

        Add(null, 0);
        return tree;
    }
}
