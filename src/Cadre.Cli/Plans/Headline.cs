using Cadre.Engine.Results;

namespace Cadre.Cli.Plans;

/// <summary>The plan in one sentence.</summary>
internal static class Headline
{
    private const double HardlyAnyChange = 0.005;

    public static string Of(Plan plan)
    {
        var total = plan.Total;
        var last = total.Fte[^1];
        return $"Staff in post {Change(total.OpeningFte, last.Central)} FTE between {Wording.Day(plan.Result.Model.Opening)} and {Wording.Long(plan.Last)}"
            + $"{Range(plan, last, "90% range ")}, funded posts {Change(plan.OpeningPosts, total.Posts.Central)}{Range(plan, total.Posts, "")}"
            + $" and vacancies {Change(plan.OpeningVacancies, total.Vacancies.Central)}{Range(plan, total.Vacancies, "")}:"
            + $" {Figures.Percent(total.VacancyRate.Central)} of posts vacant{(plan.Result.FuturesRun > 1 ? $" ({Figures.PercentRange(total.VacancyRate)})" : "")}"
            + $" against {Figures.Percent(plan.OpeningVacancyRate)} at the start.";
    }

    private static string Change(double from, double to)
    {
        if (Figures.Amount(from) == Figures.Amount(to)) return $"stay at {Figures.Amount(from)}";
        var verb = Math.Abs(to - from) <= HardlyAnyChange * from ? "hardly change, from" : to > from ? "rise from" : "fall from";
        return $"{verb} {Figures.Amount(from)} to {Figures.Amount(to)}";
    }

    private static string Range(Plan plan, Summary summary, string lead) =>
        plan.Result.FuturesRun > 1 && Figures.Amount(summary.P5) != Figures.Amount(summary.P95) ? $" ({lead}{Figures.Range(summary)})" : "";
}
