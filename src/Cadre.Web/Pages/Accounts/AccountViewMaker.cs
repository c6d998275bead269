using Cadre.Core.Accounts;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;

namespace Cadre.Web.Pages.Accounts;

/// <summary>Puts together what is shown of an account.</summary>
internal sealed class AccountViewMaker(Framework framework, Run run, AccountChoice choice)
{
    private const int MostRows = 40;

    private readonly NationalModel _model = framework.Model;
    private readonly Dictionary<string, string> _titles = framework.Evidence.ToDictionary(item => item.Id, item => item.Title);

    /// <summary>The view.</summary>
    public AccountView Make(PlaceAccount account) => new()
    {
        Scope = string.Join(", ", (string[])
        [
            _model.StaffGroups[choice.StaffGroup].Name,
            .. choice.Service is { } service && _model.Services.Count > 1 ? [_model.Services[service].Name] : Array.Empty<string>(),
            RunWords.ScenarioOf(run.Scenario, framework),
        ]),
        Period = NameOf(_model, choice.First, choice.Last),
        Sentence = account.Account.Explain(
            $"{_model.StaffGroups[choice.StaffGroup].Name} {(_model.Places[choice.Place] is { Level: PlaceLevel.Trust } trust ? $"at {trust.Name}" : $"in {Wording.InPlace(_model.Places[choice.Place].Name)}")}",
            choice.First == 1 ? $"on {Wording.Day(framework.Opening)}" : $"at the end of {Wording.Long(_model.MonthAt(choice.First - 1))}",
            Wording.Long(_model.MonthAt(choice.Last))),
        Rows = [.. RowsOf(account)],
        Remark = account.Ways.Count > 0 ? "" : "Sources of joiners and causes of leaving are told apart for the nation and its regions, all services together.",
        Assumptions = [.. account.Assumptions.Take(MostRows).Select(row => RowOf(row.Assumption))],
        MoreAssumptions = Math.Max(0, account.Assumptions.Count - MostRows),
        Stock = [.. account.Stock.Take(MostRows).Select(RowOf)],
        MoreStock = Math.Max(0, account.Stock.Count - MostRows),
        Need = account.Needs.Count > 0 ? NeedSentence(account.Needs) : "",
        Needs = [.. account.Needs.Take(MostRows).Select(RowOf)],
        MoreNeeds = Math.Max(0, account.Needs.Count - MostRows),
    };

    private string NeedSentence(IReadOnlyList<AccountNeed> needs)
    {
        var (need, staff) = (needs.Sum(row => row.Weight * row.Fte), needs.Sum(row => row.Weight * row.Staff));
        return $"At the end of {Wording.Long(_model.MonthAt(choice.Last))} {Figures.Tenth(need)} FTE are needed and {Figures.Tenth(staff)} FTE of those who have a need are in post: the gap to need is {Signed.Tenth(need - staff)} FTE.";
    }

    private AccountView.NeedRow RowOf(AccountNeed row)
    {
        string[] of = [_model.Places[row.Need.Place].Name, _model.StaffGroups[row.Need.StaffGroup].Name, .. _model.Services.Count > 1 ? [_model.Services[row.Need.Service].Name] : Array.Empty<string>()];
        return new AccountView.NeedRow(string.Join(", ", of), Figures.Tenth(row.Fte), Figures.Tenth(row.Staff), row.Weight < 1 ? Figures.FinePercent(row.Weight) : "", HowOf(row.Need));
    }

    /// <summary>How a need is worked out (docs/method.md section 10).</summary>
    private string HowOf(Need need)
    {
        switch (need.Method)
        {
            case NeedMethod.Cover:
                return $"{need.Positions:0.#} positions filled {need.HoursPerWeek:0.#} hours a week, over the hours of an FTE available in a year";
            case NeedMethod.Workload:
                var activities = need.Activities.Select(activity => $"{activity.Name} {Figures.Whole(activity.Volume)} a year of {activity.Hours:0.##} hours each");
                return $"Workload: {Wording.List([.. activities])}, over the hours of an FTE available in a year; {need.CategoryAllowance:0.#%} of the time and {Figures.Tenth(need.IndividualAllowance)} FTE besides";
            default:
                var before = need.Trajectory.LastOrDefault(point => point.Month <= choice.Last);
                var points = need.Trajectory.Where(point => point == before || point.Month > choice.Last).Take(2).Select(point => $"{Figures.Tenth(point.Fte)} in {Wording.Long(_model.MonthAt(point.Month))}");
                return $"Given by month: {Wording.List([.. points])}";
        }
    }


    /// <summary>The year to March 2031; 6 months to March 2026.</summary>
    public static string NameOf(NationalModel model, int first, int last) =>
        $"{(last - first == 11 ? "the year" : Wording.Count(last - first + 1, "month"))} to {Wording.Long(model.MonthAt(last))}";

    private IEnumerable<AccountView.Row> RowsOf(PlaceAccount account)
    {
        var sums = account.Account;
        yield return Stock(choice.First == 1 ? $"Staff in post on {Wording.Day(framework.Opening)}" : $"Staff in post at the end of {Wording.Long(_model.MonthAt(choice.First - 1))}", sums.Opening);
        foreach (var (flow, name, sign, amount) in new[]
        {
            (Flow.Joiners, "Joiners", 1, sums.Joiners), (Flow.MovesIn, "Moves in", 1, sums.MovesIn), (Flow.Leavers, "Leavers", -1, sums.Leavers),
            (Flow.MovesOut, "Moves out", -1, sums.MovesOut), (Flow.Adjustment, "Regrading and the like", 1, sums.Adjustment),
        })
        {
            if (amount == default) continue;
            yield return Change(name, sign, amount) with { IsPart = false };
            (Flow Flow, string Name, Amount Amount)[] parts = [.. account.Ways.Where(way => way.Flow == flow)];
            // One way that is called as the whole says nothing more.
            foreach (var part in parts.Where(part => part.Name.Contains(": ", StringComparison.Ordinal)))
                yield return Change(Wording.Capital(part.Name[(part.Name.IndexOf(": ", StringComparison.Ordinal) + 2)..]), sign, part.Amount) with { IsPart = true };
        }

        yield return new AccountView.Row("Hours changing with age and participation", "", Signed.Tenth(sums.Hours));
        yield return Stock($"Staff in post at the end of {Wording.Long(_model.MonthAt(choice.Last))}", sums.Closing);
        yield return new AccountView.Row("Posts", "", Figures.Tenth(sums.Posts), IsTotal: true);
        yield return new AccountView.Row("Vacant", "", Figures.Tenth(sums.Vacancies), IsTotal: true);
        if (sums.OverEstablishment > 0) yield return new AccountView.Row("Staff above posts", "", Figures.Tenth(sums.OverEstablishment), IsTotal: true);
    }

    private static AccountView.Row Stock(string name, Amount amount) => new(name, Figures.Tenth(amount.Heads), Figures.Tenth(amount.Fte), IsTotal: true);

    private static AccountView.Row Change(string name, int sign, Amount amount) => new(name, Signed.Tenth(sign * amount.Heads), Signed.Tenth(sign * amount.Fte));

    private AccountView.AssumptionRow RowOf(Assumption row)
    {
        var (central, range) = Figures.OfAssumption(row);
        return new AccountView.AssumptionRow(
            Wording.Of(row.Parameter), AssumptionWords.ScopeOf(_model, row), central, row.Low == row.High ? "" : range, row.Grade.ToString(), _titles.GetValueOrDefault(row.Source, row.Source));
    }

    private AccountView.StockRow RowOf((Cohort Cohort, StockEntry Row, double Weight) stock)
    {
        string[] of =
        [
            _model.Places[stock.Cohort.Place].Name, _model.StaffGroups[stock.Cohort.StaffGroup].Name,
            .. _model.Services.Count > 1 ? [_model.Services[stock.Cohort.Service].Name] : Array.Empty<string>(),
        ];
        return new AccountView.StockRow(
            string.Join(", ", of), Figures.Tenth(stock.Cohort.OpeningHeads.Value), Figures.Tenth(stock.Cohort.OpeningFte.Value), stock.Weight < 1 ? Figures.FinePercent(stock.Weight) : "",
            _titles.GetValueOrDefault(stock.Row.Source, stock.Row.Source), $"{stock.Row.File}, line {stock.Row.Line}; grade {stock.Row.Grade}; public since {Wording.Day(stock.Row.KnownOn)}");
    }
}
